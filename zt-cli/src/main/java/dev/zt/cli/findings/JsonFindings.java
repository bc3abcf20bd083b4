package dev.zt.cli.findings;

import dev.zt.cli.json.Json;
import dev.zt.dsl.Compilation;
import dev.zt.dsl.Diagnostic;
import java.util.Locale;

/** Findings as one JSON object. */
final class JsonFindings {
  private JsonFindings() {}

  static String write(Compilation compilation) {
    return Json.text(
        json -> {
          json.writeStartObject();
          json.writeNumberField("errors", compilation.errors().size());
          json.writeNumberField("warnings", compilation.warnings().size());
          json.writeArrayFieldStart("findings");
          for (Diagnostic found : compilation.diagnostics()) {
            json.writeStartObject();
            json.writeStringField("file", found.file());
            json.writeNumberField("line", found.line());
            json.writeNumberField("column", found.column());
            json.writeNumberField("length", found.length());
            json.writeStringField("code", found.code());
            json.writeStringField("severity", found.severity().name().toLowerCase(Locale.ROOT));
            json.writeStringField("message", found.message());
            json.writeStringField("help", found.help());
            json.writeStringField("underlined", found.underlined());
            json.writeEndObject();
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }
}
