package dev.zt.test.coverage;

import dev.zt.Decision;
import dev.zt.dsl.suite.TestCase;
import dev.zt.engine.Inspection;
import dev.zt.test.PreparedCase;

/** A case that was judged, and what its conditions come to. */
record Observed(PreparedCase prepared, Decision decision, Inspection inspection) {
  TestedCase testedCase() {
    TestCase testCase = prepared.testCase();
    return new TestedCase(
        prepared.test().name(), testCase.title(), testCase.span(), testCase.lastLine());
  }
}
