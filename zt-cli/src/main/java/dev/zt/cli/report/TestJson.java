package dev.zt.cli.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zt.cli.json.Json;
import dev.zt.dsl.suite.TestCase;
import dev.zt.policy.SourceSpan;
import dev.zt.test.CaseReport;
import dev.zt.test.CaseResult;
import dev.zt.test.PreparedCase;
import dev.zt.test.TestReport;
import java.io.IOException;

/** A test report as one JSON object. */
public final class TestJson {
  private final JsonGenerator json;

  private TestJson(JsonGenerator json) {
    this.json = json;
  }

  /** The text of a report. */
  public static String of(TestReport report) {
    return Json.text(json -> new TestJson(json).write(report));
  }

  private void write(TestReport report) throws IOException {
    json.writeStartObject();
    json.writeNumberField("passed", report.passed());
    json.writeNumberField("failed", report.failed());
    json.writeNumberField("not_runnable", report.notRunnable());
    json.writeArrayFieldStart("cases");
    for (CaseReport each : report.cases()) {
      write(each);
    }
    json.writeEndArray();
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
