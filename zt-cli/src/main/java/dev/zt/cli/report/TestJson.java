package dev.zt.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zt.cli.json.Json;
import dev.zt.dsl.suite.TestCase;
import dev.zt.policy.SourceSpan;
import dev.zt.test.CaseReport;
import dev.zt.test.CaseResult;
import dev.zt.test.PreparedCase;
import dev.zt.test.TestReport;
import dev.zt.test.coverage.Ratio;
import dev.zt.test.mutation.MutationReport;
import java.io.IOException;

/** The results of a run as one JSON object. */
public final class TestJson {
  private final JsonGenerator json;

  private TestJson(JsonGenerator json) {
    this.json = json;
  }

  /** The text of the results. */
  public static String of(Results results) {
    return Json.text(json -> new TestJson(json).write(results));
  }

  private void write(Results results) throws IOException {
    TestReport tests = results.tests();
    json.writeStartObject();
    json.writeNumberField("passed", tests.passed());
    json.writeNumberField("failed", tests.failed());
    json.writeNumberField("not_runnable", tests.notRunnable());
    if (results.coverage() != null) {
      json.writeObjectFieldStart("coverage");
      ratio("rules", results.coverage().ruleRatio());
      ratio("outcomes", results.coverage().outcomeRatio());
      ratio("conditions", results.coverage().conditionRatio());
      json.writeEndObject();
    }
    if (results.mutation() != null) {
      MutationReport.Counts counts = results.mutation().counts();
      json.writeObjectFieldStart("mutation");
      json.writeNumberField("killed", counts.killed());
      json.writeNumberField("survived", counts.survived());
      json.writeNumberField("equivalent", counts.equivalent());
      json.writeEndObject();
    }
    json.writeArrayFieldStart("cases");
    for (CaseReport each : tests.cases()) {
      write(each);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void ratio(String name, Ratio ratio) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("covered", ratio.covered());
    json.writeNumberField("total", ratio.total());
    json.writeEndObject();
  }

  private void write(CaseReport report) throws IOException {
    CaseResult result = report.result();
    PreparedCase prepared = result.prepared();
    TestCase testCase = prepared.testCase();
    SourceSpan span = testCase.span();
    json.writeStartObject();
    json.writeStringField("module", prepared.test().module());
    json.writeStringField("test", prepared.test().name());
    json.writeStringField("case", testCase.title());
    json.writeStringField("file", span.file());
    json.writeNumberField("line", span.line());
    json.writeNumberField("column", span.column());
    json.writeStringField("expected", prepared.expected().toString());
    if (result instanceof CaseResult.Passed) {
      json.writeStringField("result", "passed");
    } else if (result instanceof CaseResult.Failed failed) {
      json.writeStringField("result", "failed");
      json.writeArrayFieldStart("differences");
      for (String difference : failed.differences()) {
        json.writeString(difference);
      }
      json.writeEndArray();
      if (report.failure() != null) {
        json.writeStringField("smallest_change", report.failure().change());
        json.writeStringField("explanation", report.failure().text());
      }
    } else if (result instanceof CaseResult.NotRunnable notRunnable) {
      json.writeStringField("result", "not_runnable");
      json.writeStringField("reason", notRunnable.reason());
    }
    json.writeEndObject();
  }
}
