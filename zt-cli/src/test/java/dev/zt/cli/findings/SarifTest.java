package dev.zt.cli.findings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.zt.cli.terminal.Palette;
import dev.zt.dsl.PolicyCompiler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Validates against the schema that OASIS publishes. */
class SarifTest {
  private static final String ODD =
      """
      module acme.docs
      entity User { name: string }
      entity Doc { name: string  actions read }
      readers: permit User to read Doc when "😀" == subject.nam
      everybody: permit anyone to read Dok
      """;

  @Test
  void whatIsFoundValidates() throws IOException {
    JsonNode log = log(ODD);
    assertThat(complaints(log)).isEmpty();
    assertThat(log.at("/runs/0/results")).hasSize(2);
  }

  @Test
  void nothingFoundValidates() throws IOException {
    JsonNode log = log("module a\nentity U {}\nentity D { actions read }\nr: permit U to read D\n");
    assertThat(complaints(log)).isEmpty();
    assertThat(log.at("/runs/0/results")).isEmpty();
  }

  @Test
  void aFaultInALogIsCaught() throws IOException {
    ObjectNode log = (ObjectNode) log(ODD);
    ((ObjectNode) log.at("/runs/0/results/0")).put("level", "fatal");
    assertThat(complaints(log)).isNotEmpty();
  }

  @Test
  void aResultSaysWhereInCodePoints() throws IOException {
    JsonNode result = log(ODD).at("/runs/0/results/0");
    assertThat(result.at("/ruleId").asText()).isEqualTo("ZT2103");
    assertThat(result.at("/level").asText()).isEqualTo("error");
    assertThat(result.at("/message/text").asText())
        .isEqualTo("`User` has no field `nam`\ndid you mean `name`?");
    JsonNode place = result.at("/locations/0/physicalLocation");
    assertThat(place.at("/artifactLocation/uri").asText()).isEqualTo("my%20policies/docs.zt");
    assertThat(place.at("/region"))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    "{\"startLine\": 4, \"startColumn\": 54, \"endLine\": 4, \"endColumn\": 57}"));
  }

  @Test
  void aResultNamesItsRule() throws IOException {
    JsonNode run = log(ODD).at("/runs/0");
    for (JsonNode result : run.at("/results")) {
      int index = result.get("ruleIndex").asInt();
      assertThat(run.at("/tool/driver/rules").get(index).get("id")).isEqualTo(result.get("ruleId"));
    }
  }

  private static JsonNode log(String policy) throws IOException {
    return new JsonMapper()
        .readTree(
            FindingsFormat.sarif.write(
                PolicyCompiler.compile(Map.of("my policies/docs.zt", policy)), Palette.PLAIN));
  }

  private static Set<ValidationMessage> complaints(JsonNode log) throws IOException {
    try (InputStream schema =
        SarifTest.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
      JsonSchema sarif =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
              .getSchema(new JsonMapper().readTree(schema));
      return sarif.validate(log);
    }
  }
}
