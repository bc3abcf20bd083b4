package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.Obligation;
import dev.zt.Reason;
import dev.zt.UnknownCause;
import dev.zt.dsl.Compilation;
import dev.zt.dsl.Diagnostic;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.engine.EngineBuilder;
import dev.zt.engine.authzen.AuthZenReader;
import dev.zt.engine.authzen.AuthZenRequest;
import dev.zt.policy.PolicySet;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The cases that were written for the language: each policy and request has a known answer. */
class SemanticsTest {
  @Test
  void everyCaseHolds() throws IOException {
    List<JsonNode> cases = Vectors.rows("semantics/cases.ndjson");
    List<String> failures = new ArrayList<>();
    for (JsonNode each : cases) {
      List<String> differences = each.has("error") ? compilation(each) : decision(each);
      if (!differences.isEmpty()) {
        failures.add(each.get("name").asText() + ": " + String.join("; ", differences));
      }
    }
    System.out.printf(
        "semantics/cases.ndjson: %d rows, %d mapped, %d passed, %d failed%n",
        cases.size(), cases.size(), cases.size() - failures.size(), failures.size());

    assertThat(failures).isEmpty();
  }

  private static List<String> compilation(JsonNode given) {
    Compilation compilation = PolicyCompiler.compile("case.zt", given.get("policy").asText());
    List<Diagnostic> errors = compilation.errors();
    if (errors.size() != 1) {
      return List.of("one error expected: " + compilation.report());
    }
    List<String> differences = new ArrayList<>();
    Diagnostic error = errors.get(0);
    differ(differences, "underlined", given.get("error").asText(), error.underlined());
    String help = error.help();
    if (given.has("help") && (help == null || !help.contains(given.get("help").asText()))) {
      differences.add("help: " + help);
    }
    return differences;
  }

  private static List<String> decision(JsonNode given) {
    PolicySet policies = PolicyCompiler.compile("case.zt", given.get("policy").asText()).orThrow();
    Instant now = Instant.parse(given.get("now").asText());
    EngineBuilder builder = Engine.builder(policies).clock(() -> now);
    if (given.has("enforces")) {
      builder.enforces(texts(given.get("enforces")));
    }
    AuthZenRequest request =
        new AuthZenReader(policies.schema()).read(given.get("request").toString());
    try (Engine engine = builder.build()) {
      Decision decision = engine.check(((AuthZenRequest.Evaluation) request).request());
      return differences(given, decision);
    }
  }

  private static List<String> differences(JsonNode expected, Decision decision) {
    List<String> differences = new ArrayList<>();
    differ(differences, "outcome", expected.get("outcome").asText(), decision.outcome().name());
    if (expected.has("by")) {
      differ(
          differences,
          "by",
          texts(expected.get("by")),
          decision.reasons().stream().map(Reason::rule).toList());
    }
    if (expected.has("unknowns")) {
      Map<String, UnknownCause> unknowns = new LinkedHashMap<>();
      expected
          .get("unknowns")
          .properties()
          .forEach(
              each -> unknowns.put(each.getKey(), UnknownCause.valueOf(each.getValue().asText())));
      Map<String, UnknownCause> actual = new LinkedHashMap<>();
      decision.unknowns().forEach(unknown -> actual.put(unknown.path(), unknown.cause()));
      differ(differences, "unknowns", unknowns, actual);
    }
    if (expected.has("challenges")) {
      differ(differences, "challenges", texts(expected.get("challenges")), challenges(decision));
    }
    if (expected.has("obligations")) {
      differ(differences, "obligations", texts(expected.get("obligations")), obligations(decision));
    }
    if (expected.has("validUntil")) {
      String end = expected.get("validUntil").asText();
      Instant instant = end.equals("MAX") ? Instant.MAX : Instant.parse(end);
      differ(differences, "validUntil", instant, decision.validUntil());
    }
    if (expected.has("shadow")) {
      differ(
          differences,
          "shadow",
          expected.get("shadow").asText(),
          decision.shadow().map(shadow -> shadow.outcome().name()).orElse("absent"));
    }
    return differences;
  }

  private static List<String> challenges(Decision decision) {
    return decision instanceof Decision.Challenge challenge
        ? challenge.challenges().stream()
            .flatMap(each -> each.alternatives().stream())
            .map(Challenge.Step::name)
            .toList()
        : List.of();
  }

  private static List<String> obligations(Decision decision) {
    return decision instanceof Decision.Restrict restrict
        ? restrict.obligations().stream().map(Obligation::name).toList()
        : List.of();
  }

  private static void differ(
      List<String> differences, String what, Object expected, Object actual) {
    if (!expected.equals(actual)) {
      differences.add(what + " is " + actual + " instead of " + expected);
    }
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
