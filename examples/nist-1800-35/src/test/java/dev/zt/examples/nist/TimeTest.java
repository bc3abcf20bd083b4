package dev.zt.examples.nist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a decision as time goes by, without any further fact. */
final class TimeTest {
  private static final Instant MONDAY_AT_TEN = Instant.parse("2026-03-02T10:00:00-05:00");

  @ParameterizedTest
  @CsvSource({"A-2, 24, 1d", "B-1, 8, 8h", "B-2, 8, 8h", "F-1, 8, 8h", "F-2, 8, 8h"})
  void anOldAuthenticationIsAskedForAgain(String scenario, int hours, String age) {
    Cells good = good(scenario);
    Duration allowed = Duration.ofHours(hours);

    assertThat(good.decide(Duration.ZERO).validUntil())
        .isEqualTo(MONDAY_AT_TEN.plus(allowed).plusMillis(1));
    assertThat(good.decide(allowed).outcome()).isEqualTo(Outcome.PERMIT);
    assertThat(good.decide(allowed.plusMillis(1)))
        .isInstanceOfSatisfying(
            Decision.Challenge.class,
            decision ->
                assertThat(decision.challenges())
                    .extracting(Object::toString)
                    .containsExactly("reauthenticate(max_age: " + age + ")"));
  }

  @Test
  void browsingOfTheLimitedProfileEndsWithTheWorkingDay() {
    assertThat(Cells.goodB2().decide(Duration.ofHours(1)).validUntil())
        .isEqualTo(Instant.parse("2026-03-02T18:00:00-05:00"));
    assertThat(Cells.goodB2().decide(Duration.ofHours(8)).outcome()).isEqualTo(Outcome.DENY);
  }

  @Test
  void whatIsKnownOfAPrivilegeServesForAMinute() {
    Cells provisioned =
        Cells.of("B-7").with("subject_type", "enterprise_id").with("priv_provisioned", "Yes");

    assertThat(provisioned.decide(Duration.ofMinutes(1)).outcome()).isEqualTo(Outcome.PERMIT);
    assertThat(provisioned.decide(Duration.ofMinutes(2)).outcome()).isEqualTo(Outcome.CHALLENGE);
  }

  private static Cells good(String scenario) {
    return switch (scenario) {
      case "A-2" ->
          Cells.of(scenario)
              .with("endpoint_type", "enterprise")
              .with("onboarded_registered", "Y")
              .with("endpoint_compliant", "Y")
              .with("auth_asset", "RA+");
      case "B-1" -> Cells.goodB1();
      case "B-2" -> Cells.goodB2().with("user_profile", "UP-E4");
      case "F-2" -> reauthenticated(scenario, "Requesting endpoint reauthentication fails");
      default -> reauthenticated(scenario, "User reauthentication fails");
    };
  }

  private static Cells reauthenticated(String scenario, String title) {
    return Cells.of(scenario)
        .with("title", title)
        .with("subject_type", "any")
        .with("re_auth", "Passes");
  }
}
