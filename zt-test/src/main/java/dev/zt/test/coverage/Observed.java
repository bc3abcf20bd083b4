package dev.zt.test.coverage;

import dev.zt.Decision;
import dev.zt.engine.Inspection;
import dev.zt.test.PreparedCase;

/** A case that was judged, and what its conditions come to. */
record Observed(PreparedCase prepared, Decision decision, Inspection inspection) {
  TestedCase testedCase() {
    return new TestedCase(
        prepared.test().name(), prepared.testCase().title(), prepared.testCase().span());
  }
}
