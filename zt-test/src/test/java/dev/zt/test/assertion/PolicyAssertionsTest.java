package dev.zt.test.assertion;

import static dev.zt.test.assertion.PolicyAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.Authorizer;
import dev.zt.DenyCause;
import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PolicyAssertionsTest {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private static final Engine ENGINE =
      Engine.builder(
              PolicyCompiler.compile(
                      "desk.zt",
                      """
                      module acme.desk

                      entity Clerk {}
                      entity Ticket { urgent: bool actions read, close, erase, move, export }
                      obligation copies(most: int)

                      reading:
                      permit Clerk to any action on Ticket

                      no_erasing:
                      forbid Clerk to erase Ticket because "Tickets are kept."

                      fresh:
                      require identity.mfa_age <= 15m to close Ticket
                        else challenge mfa(phishing_resistant: true, max_age: 15m)

                      either:
                      require device.managed to move Ticket
                        else challenge one of reauthenticate, comply

                      outside:
                      restrict anyone to export Ticket unless location.trusted
                        with read_only, copies(3)
                      """)
                  .orThrow())
          .clock(InstantSource.fixed(NOW))
          .build();

  private static Request asks(String action) {
    return Request.of(Entity.of("Clerk", "ann"), action, Entity.of("Ticket", "t1"))
        .with(Signal.of("identity").with("mfa_at", NOW.minusSeconds(60)));
  }

  private static Request asksWithoutSignals(String action) {
    return Request.of(Entity.of("Clerk", "ann"), action, Entity.of("Ticket", "t1"));
  }

  @Test
  void whatHoldsIsSaidInOneLine() {
    assertThat(ENGINE).permits(asks("read")).because("acme.desk.reading").validUntil(Instant.MAX);
    assertThat(ENGINE)
        .denies(asks("erase"))
        .because("acme.desk.no_erasing")
        .withMessage("Tickets are kept.")
        .causedBy(DenyCause.FORBIDDEN);
    assertThat(ENGINE)
        .challenges(asksWithoutSignals("close"))
        .with("mfa")
        .with("mfa", Map.of("max_age", Duration.ofMinutes(15)))
        .withExactly("mfa")
        .withUnknown("identity.mfa_age");
    assertThat(ENGINE).challenges(asks("move")).withOneOf("comply", "reauthenticate");
    assertThat(ENGINE)
        .restricts(asks("export"))
        .with("read_only")
        .with("copies", Map.of("most", 3))
        .withExactly("copies", "read_only");
    assertThat(ENGINE)
        .denies(Request.of(Entity.of("Ticket", "t1"), "read", Entity.of("Ticket", "t1")))
        .byDefault();
  }

  @Test
  void theDecisionItselfCanBeTakenOn() {
    assertThat(assertThat(ENGINE).restricts(asks("export")).decision().obligations()).hasSize(2);
  }

  @Test
  void anAuthorizerComesHereAndEverythingElseGoesToTheOtherAssertThat() {
    Authorizer authorizer = ENGINE;
    assertThat(authorizer).permits(asks("read"));
    assertThat(authorizer.preview(asks("read")).permitted()).isTrue();
  }

  @Test
  void anotherOutcomeFailsWithTheRulesThatMadeItSo() {
    assertThatThrownBy(() -> assertThat(ENGINE).permits(asksWithoutSignals("close")))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            Clerk "ann" close Ticket "t1": expected permit, but it is challenge \
            mfa(phishing_resistant: true, max_age: 15m)
              unknown   identity.mfa_age MISSING

              decided by
                desk.zt:13: acme.desk.fresh is unmet and challenges, because something is unknown
                  ? require identity.mfa_age <= 15m
                    ? identity.mfa_age   unknown: MISSING
            """);
  }

  @Test
  void aDescriptionComesFirst() {
    assertThatThrownBy(() -> assertThat(ENGINE).as("clerks").denies(asks("read")))
        .hasMessageStartingWith(
            "[clerks] Clerk \"ann\" read Ticket \"t1\": expected deny, but it is permit\n");
  }

  @Test
  void aRuleThatShouldHaveDecidedIsShownToo() {
    assertThatThrownBy(
            () ->
                assertThat(ENGINE)
                    .restricts(asks("export").with(Signal.of("location").with("trusted", false)))
                    .because("acme.desk.reading"))
        .hasMessageContaining("  expected to decide\n    desk.zt:7: acme.desk.reading permits\n");
    assertThatThrownBy(() -> assertThat(ENGINE).challenges(asks("close")))
        .hasMessageContaining(
            "  rules that could have made it challenge\n    desk.zt:13: acme.desk.fresh is met\n");
  }

  @Test
  void anotherRuleFails() {
    failsBecause(
        () -> assertThat(ENGINE).denies(asks("erase")).because("acme.desk.fresh"),
        "expected `acme.desk.fresh` to decide, but it is acme.desk.no_erasing");
    failsBecause(
        () -> assertThat(ENGINE).denies(asks("fly")).because("acme.desk.fresh"),
        "expected `acme.desk.fresh` to decide, but no rule did");
    failsBecause(
        () ->
            assertThat(ENGINE)
                .denies(asks("erase"))
                .because("acme.desk.no_erasing", "acme.desk.fresh"),
        "expected `acme.desk.fresh` to decide, but it is acme.desk.no_erasing");
  }

  @Test
  void anotherMessageOrCauseFails() {
    failsBecause(
        () -> assertThat(ENGINE).denies(asks("erase")).withMessage("No."),
        "expected a rule that says `No.`, but what is said is [Tickets are kept.]");
    failsBecause(
        () -> assertThat(ENGINE).denies(asks("erase")).byDefault(),
        "expected NOT_PERMITTED, but it is FORBIDDEN");
  }

  @Test
  void anotherChallengeFails() {
    failsBecause(
        () -> assertThat(ENGINE).challenges(asksWithoutSignals("close")).with("comply"),
        "expected the challenge `comply`, but it is mfa(phishing_resistant: true, max_age: 15m)");
    failsBecause(
        () ->
            assertThat(ENGINE)
                .challenges(asksWithoutSignals("close"))
                .with("mfa", Map.of("phishing_resistant", false)),
        "expected the challenge `mfa(phishing_resistant: false)`, but it is "
            + "mfa(phishing_resistant: true, max_age: 15m)");
    failsBecause(
        () -> assertThat(ENGINE).challenges(asks("move")).with("comply"),
        "expected the challenge `comply`, but it is one of reauthenticate, comply");
    failsBecause(
        () -> assertThat(ENGINE).challenges(asks("move")).withOneOf("comply", "mfa"),
        "expected the challenge `one of comply, mfa`, but it is one of reauthenticate, comply");
    failsBecause(
        () -> assertThat(ENGINE).challenges(asks("move")).withExactly("comply", "reauthenticate"),
        "expected exactly the challenges comply, reauthenticate, but it is "
            + "one of reauthenticate, comply");
  }

  @Test
  void anotherObligationFails() {
    failsBecause(
        () -> assertThat(ENGINE).restricts(asks("export")).with("mask"),
        "expected the obligation `mask`, but it is read_only, copies(most: 3)");
    failsBecause(
        () -> assertThat(ENGINE).restricts(asks("export")).with("copies", Map.of("most", 4)),
        "expected the obligation `copies(most: 4)`, but it is read_only, copies(most: 3)");
    failsBecause(
        () -> assertThat(ENGINE).restricts(asks("export")).withExactly("read_only"),
        "expected exactly the obligations read_only, but it is read_only, copies(most: 3)");
  }

  @Test
  void anotherUnknownOrEndFails() {
    failsBecause(
        () -> assertThat(ENGINE).restricts(asks("export")).withUnknown("location.ip"),
        "expected `location.ip` to be unknown, but what is unknown is [location.trusted MISSING]");
    failsBecause(
        () -> assertThat(ENGINE).permits(asks("read")).validUntil(NOW),
        "expected it to stand until 2026-03-02T09:00:00Z, but it is " + Instant.MAX);
  }

  private static void failsBecause(ThrowingCallable assertion, String difference) {
    assertThatThrownBy(assertion)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(": " + difference + "\n");
  }
}
