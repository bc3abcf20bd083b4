package dev.zt.cli.findings;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.zt.cli.build.ToolVersion;
import dev.zt.cli.json.Json;
import dev.zt.dsl.Compilation;
import dev.zt.dsl.Diagnostic;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Findings as a SARIF 2.1.0 log with one run. */
final class SarifFindings {
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

  private final JsonGenerator json;
  private final List<String> codes;

  private SarifFindings(JsonGenerator json, List<String> codes) {
    this.json = json;
    this.codes = codes;
  }

  static String write(Compilation compilation) {
    SortedMap<String, Diagnostic> byCode = new TreeMap<>();
    compilation.diagnostics().forEach(found -> byCode.putIfAbsent(found.code(), found));
    return Json.text(
        json -> new SarifFindings(json, new ArrayList<>(byCode.keySet())).log(compilation, byCode));
  }

  private void log(Compilation compilation, SortedMap<String, Diagnostic> byCode)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    tool(byCode);
    json.writeStringField("columnKind", "unicodeCodePoints");
    json.writeArrayFieldStart("results");
    for (Diagnostic found : compilation.diagnostics()) {
      result(found);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool(SortedMap<String, Diagnostic> byCode) throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "zt");
    json.writeStringField("version", ToolVersion.number());
    json.writeArrayFieldStart("rules");
    for (Diagnostic first : byCode.values()) {
      json.writeStartObject();
      json.writeStringField("id", first.code());
      text("shortDescription", CodeFamily.of(first.code()));
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeStringField("level", level(first));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void result(Diagnostic found) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", found.code());
    json.writeNumberField("ruleIndex", codes.indexOf(found.code()));
    json.writeStringField("level", level(found));
    text("message", found.help() == null ? found.message() : found.message() + "\n" + found.help());
    json.writeArrayFieldStart("locations");
    json.writeStartObject();
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", FileNames.uri(found.file()));
    json.writeEndObject();
    region(Stretch.of(found));
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void region(Stretch stretch) throws IOException {
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", stretch.line());
    json.writeNumberField("startColumn", stretch.column());
    json.writeNumberField("endLine", stretch.endLine());
    json.writeNumberField("endColumn", stretch.endColumn());
    json.writeEndObject();
  }

  private void text(String member, String text) throws IOException {
    json.writeObjectFieldStart(member);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  private static String level(Diagnostic found) {
    return found.isError() ? "error" : "warning";
  }
}
