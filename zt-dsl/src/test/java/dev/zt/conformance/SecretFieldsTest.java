package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Explanation;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.UnknownCause;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The value of a secret field reaches nobody, whatever it is and wherever it stands. */
class SecretFieldsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final String NEEDLE = "078-05-1120";

  private static final String POLICY =
      """
      module acme.secrets
      record Home { street as "Street": string  number: int }
      entity Citizen {
        ssn:    secret string
        born:   secret time
        age:    secret duration = now - born
        home:   secret Home
        vip:    secret bool
        notes:  secret set<string>
        income: secret decimal?
        name:   string
      }
      entity Return { actions file, read, keep, list, show, send, tell }
      signal badge { pin: secret string }
      action { code: secret int }

      let lowered = lower(subject.ssn)

      a: permit Citizen to file Return when lowered == badge.pin and subject.name == "ann"
      b: permit Citizen to read Return when subject.age > 6570d
      c: permit Citizen to keep Return when subject.home.street == subject.name
      d: permit Citizen to list Return when any(note in subject.notes: note starts with "ok")
      e: permit Citizen to show Return unless subject.vip
      f: permit Citizen to send Return when subject.income > 10.0 and action.code + 1 > 2
      g: permit Citizen to tell Return when subject.vip
      """;

  private final PolicySet policies = PolicyCompiler.compile("secrets.zt", POLICY).orThrow();
  private final Engine engine = Engine.builder(policies).clock(() -> NOW).build();

  private static Request request(String action, Map<String, ?> fields) {
    return Request.of(Entity.of("Citizen", "ann", fields), action, Entity.of("Return", "r"));
  }

  private String explained(Request request) {
    Explanation explanation = engine.explain(request);
    return explanation.text() + explanation + engine.check(request) + engine.unusedAttributes();
  }

  @Test
  void anExplanationSaysThatThereIsAValueAndNotWhichOne() {
    Request request =
        request("file", Map.of("ssn", NEEDLE, "name", "ann"))
            .with(Signal.of("badge", Map.of("pin", NEEDLE + "-pin")));

    assertThat(engine.explain(request).text())
        .endsWith(
            """
            permits that came closest
              acme.secrets.a (secrets.zt:19) does not apply
                ✓ subject is Citizen
                    subject = Citizen "ann"
                ✗ lowered == badge.pin
                    lowered = (secret)
                    badge.pin = (secret)
                ✓ subject.name == "ann"
                    subject.name = "ann"
              acme.secrets.b (secrets.zt:20) is about `read`
              acme.secrets.c (secrets.zt:21) is about `keep`
            """);
    assertThat(explained(request)).doesNotContain(NEEDLE);
  }

  @Test
  void theRulesReadASecretLikeAnyOtherField() {
    Request request =
        request("file", Map.of("ssn", NEEDLE, "name", "ann"))
            .with(Signal.of("badge", Map.of("pin", NEEDLE)));

    assertThat(engine.check(request).permitted()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"file", "read", "keep", "list", "show", "send", "tell"})
  void aValueThatCannotBeUsedIsNotShownEither(String action) {
    Map<String, Object> broken =
        Map.of(
            "ssn", List.of(NEEDLE),
            "born", NEEDLE,
            "home", Map.of("Street", Map.of("x", NEEDLE), "street", NEEDLE, "number", NEEDLE),
            "vip", NEEDLE,
            "notes", NEEDLE,
            "income", NEEDLE,
            "name", "bob");
    Request request =
        request(action, broken)
            .with(Signal.of("badge", Map.of("pin", List.of(NEEDLE))))
            .withAction("code", NEEDLE);

    assertThat(explained(request)).doesNotContain(NEEDLE);
    assertThat(engine.check(request).outcome()).isEqualTo(dev.zt.Outcome.DENY);
  }

  @Test
  void theCauseIsNamedWithoutTheValue() {
    Decision decision = engine.check(request("read", Map.of("born", NEEDLE)));

    assertThat(decision.unknowns())
        .singleElement()
        .satisfies(
            unknown -> {
              assertThat(unknown.path()).isEqualTo("subject.age");
              assertThat(unknown.cause()).isEqualTo(UnknownCause.MISTYPED);
              assertThat(unknown.detail()).isEqualTo("what was given is secret");
            });
  }

  @Test
  void aBirthdayInTheFutureIsNotTold() {
    Request request = request("read", Map.of("born", "2031-07-08T00:00:00Z"));

    assertThat(engine.check(request).unknowns().toString())
        .isEqualTo("[subject.age MISTYPED (in the future)]");
  }

  @Test
  void aValueGivenTwiceAndDifferentlyIsNotTold() {
    Request inner =
        request("keep", Map.of("home", Map.of("Street", NEEDLE, "street", NEEDLE + "b")));
    Request outer =
        request("file", Map.of())
            .with(Signal.of("badge", Map.of("pin", NEEDLE)))
            .with(Signal.of("badge", Map.of("pin", NEEDLE + "b")));

    assertThat(explained(inner)).doesNotContain(NEEDLE);
    assertThat(explained(outer)).doesNotContain(NEEDLE);
  }

  @Test
  void theElementsOfASecretSetAreNotListed() {
    Request request = request("list", Map.of("notes", List.of(NEEDLE, "ok " + NEEDLE)));

    assertThat(explained(request)).contains("subject.notes = (secret)").doesNotContain(NEEDLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"show", "tell"})
  void aSecretConditionIsShownWithoutItsTruth(String action) {
    String holds = engine.explain(request(action, Map.of("vip", true))).text();

    assertThat(holds).containsPattern("  subject.vip = .secret.\n").doesNotContain("✗");
  }

  @Test
  void whatIsComputedFromASecretIsSecret() {
    Request request =
        request("send", Map.of("income", "77.5", "born", "1990-01-01T00:00:00Z"))
            .withAction("code", 41);

    assertThat(explained(request))
        .contains("action.code + 1 = (secret)")
        .doesNotContain("77.5")
        .doesNotContain("42");
  }

  @Test
  void whetherAFieldIsSecretIsPartOfThePolicyVersion() {
    PolicySet open = PolicyCompiler.compile("secrets.zt", POLICY.replace("secret ", "")).orThrow();

    assertThat(open.version()).isNotEqualTo(policies.version());
    assertThat(policies.toString()).contains("ssn as \"ssn\": secret string");
  }
}
