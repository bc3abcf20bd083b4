package dev.zt.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The policies of the outside cases compile, and those that must not say why and where. */
class SemanticsVectorsTest {
  private static @Nullable Path folder() {
    String given = System.getProperty("zt.vectors", System.getenv("ZT_VECTORS"));
    if (given != null) {
      return Path.of(given);
    }
    Path ancestor = Path.of("").toAbsolutePath();
    while (ancestor != null) {
      Path beside = ancestor.resolveSibling("shared").resolve("vectors");
      if (Files.isDirectory(beside)) {
        return beside;
      }
      ancestor = ancestor.getParent();
    }
    return null;
  }

  private static List<JsonNode> cases() throws IOException {
    Path folder = folder();
    assumeTrue(
        folder != null,
        "SKIPPED: no folder of vectors; set the property zt.vectors or the variable ZT_VECTORS");
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> cases = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("semantics/cases.ndjson"))) {
      cases.add(json.readTree(line));
    }
    return cases;
  }

  @Test
  void everyPolicyThatMeansSomethingCompiles() throws IOException {
    List<String> failures = new ArrayList<>();
    for (JsonNode each : cases()) {
      Compilation compilation = PolicyCompiler.compile("case.zt", each.get("policy").asText());
      if (!each.has("error") && compilation.policies().isEmpty()) {
        failures.add(each.get("name").asText() + "\n" + compilation.report());
      }
    }

    assertThat(failures).isEmpty();
  }

  @Test
  void everyPolicyThatMustNotCompileHasOneErrorAtTheRightPlace() throws IOException {
    List<String> failures = new ArrayList<>();
    for (JsonNode each : cases()) {
      Compilation compilation = PolicyCompiler.compile("case.zt", each.get("policy").asText());
      if (each.has("error") && !isAsExpected(each, compilation.errors())) {
        failures.add(each.get("name").asText() + "\n" + compilation.report());
      }
    }

    assertThat(failures).isEmpty();
  }

  private static boolean isAsExpected(JsonNode expected, List<Diagnostic> errors) {
    if (errors.size() != 1) {
      return false;
    }
    Diagnostic error = errors.get(0);
    String help = error.help();
    return error.underlined().equals(expected.get("error").asText())
        && (!expected.has("help")
            || (help != null && help.contains(expected.get("help").asText())));
  }
}
