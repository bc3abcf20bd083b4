package dev.zt.conformance.behavior;

import static dev.zt.conformance.behavior.Shop.asks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Event;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.Unknown;
import dev.zt.UnknownCause;
import dev.zt.engine.Engine;
import dev.zt.engine.Retention;
import dev.zt.engine.UnusedAttribute;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is remembered, and what of it a decision sees. */
class BehaviorTest {
  private static final String LIMIT =
      """
      everything: permit User to any action on Order
      limit: require bought < 3 to buy Order else deny
      behavior bought = count of buy Order by subject over 1h
      """;

  @Test
  void aCheckSeesWhatHappenedBeforeItAndThenCounts() {
    try (Shop shop = new Shop(LIMIT)) {
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.DENY);
      assertThat(shop.outcome("bob", "buy")).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void whatIsAloneInItsBucketLeavesExactlyAtTheEndOfTheWindow() {
    try (Shop shop = new Shop(LIMIT)) {
      shop.outcome("ann", "buy");
      shop.pass(Duration.ofMinutes(10));
      shop.outcome("ann", "buy");
      shop.pass(Duration.ofMinutes(10));
      shop.outcome("ann", "buy");
      shop.pass(Duration.ofMinutes(40).minusMillis(1));
      Decision denied = shop.check("ann", "buy", 1);
      assertThat(denied.outcome()).isEqualTo(Outcome.DENY);
      assertThat(denied.validUntil()).isEqualTo(shop.now().plusMillis(1));
      shop.pass(Duration.ofMillis(1));
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void previewAndExplainRecordNothing() {
    try (Shop shop = new Shop(LIMIT)) {
      for (int i = 0; i < 10; i++) {
        shop.engine().preview(asks("ann", "buy", 1));
        shop.engine().explain(asks("ann", "buy", 1));
      }
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void aDecisionThatItsOwnRecordingWouldChangeIsValidUntilNow() {
    try (Shop shop = new Shop(LIMIT)) {
      assertThat(shop.engine().preview(asks("ann", "buy", 1)).validUntil()).isEqualTo(Shop.START);
      assertThat(shop.engine().explain(asks("ann", "buy", 1)).decision().validUntil())
          .isEqualTo(Shop.START);
      assertThat(shop.check("ann", "buy", 1).validUntil()).isEqualTo(Shop.START);
      assertThat(shop.check("ann", "view", 1).validUntil()).isEqualTo(Instant.MAX);
    }
  }

  @Test
  void aDecisionThatLooksAtWhatItDoesNotChangeMayBeKept() {
    try (Shop shop =
        new Shop(
            """
            usual: permit User to buy Order when location.country in countries
            home: permit User to view Order
            behavior countries = values(location.country) of any action by subject over 30d
            """)) {
      shop.checkFrom("DE", "ann", "view");
      Decision bought = shop.checkFrom("DE", "ann", "buy");
      assertThat(bought.outcome()).isEqualTo(Outcome.PERMIT);
      assertThat(bought.validUntil()).isEqualTo(Shop.START.plus(Duration.ofDays(30)));
      assertThat(shop.checkFrom("FR", "ann", "buy").outcome()).isEqualTo(Outcome.DENY);
    }
  }

  @Test
  void deniedChecksCountWherePoliciesAskForThem() {
    try (Shop shop =
        new Shop(
            """
            everything: permit User to any action on Order
            never: forbid User to refund Order
            probing: forbid User to any action on Order when probes > 1
            tries: forbid User to view Order when views > 2
            behavior probes = count of denied refund Order by subject over 1h
            behavior views = count of attempted view Order by subject over 1h
            """)) {
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
      shop.outcome("ann", "refund");
      shop.outcome("ann", "refund");
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.DENY);
      for (int i = 0; i < 3; i++) {
        assertThat(shop.outcome("bob", "view")).isEqualTo(Outcome.PERMIT);
      }
      assertThat(shop.outcome("bob", "view")).isEqualTo(Outcome.DENY);
    }
  }

  @Test
  void eventsCountFromWhenTheyAreObserved() {
    try (Shop shop =
        new Shop(
            """
            everything: permit User to any action on Order unless failures > 2
            behavior failures = count of event login_failed by subject over 15m
            """)) {
      for (int i = 0; i < 3; i++) {
        shop.failedLogin("ann");
        shop.pass(Duration.ofMinutes(1));
      }
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.DENY);
      assertThat(shop.outcome("bob", "buy")).isEqualTo(Outcome.PERMIT);
      shop.pass(Duration.ofMinutes(12));
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void anEventThatNoPolicyDeclaresIsSaidToBeUnused() {
    try (Shop shop =
        new Shop(
            """
            everything: permit User to any action on Order
            guessing: forbid User to any action on Order when failures >= 3
            behavior failures = count of event login_failed by subject over 15m
            """)) {
      shop.engine().observe(Event.of("login_fialed", Shop.user("ann")));
      shop.engine().observe(Event.of("login_failed", Shop.user("ann")));
      assertThat(shop.engine().unusedAttributes())
          .containsExactly(
              new UnusedAttribute(
                  "event",
                  "login_fialed",
                  UnusedAttribute.Kind.UNDECLARED,
                  1,
                  "did you mean `login_failed`?"));
    }
  }

  @Test
  void anEventAboutNobodyCountsForWhatIsNotKeptBySubject() {
    try (Shop shop =
        new Shop(
            """
            everything: permit User to any action on Order unless failures > 1
            behavior failures = count of event login_failed by location.ip over 15m
            """)) {
      Signal there = Signal.of("location", Map.of("ip", "192.0.2.7"));
      shop.engine().observe(Event.of("login_failed").with(there));
      shop.engine().observe(Event.of("login_failed", Entity.of("Nobody", "x")).with(there));
      assertThat(shop.engine().check(asks("ann", "buy", 1).with(there)).outcome())
          .isEqualTo(Outcome.DENY);
    }
  }

  @Test
  void atTheEdgeOfTheWindowAComparisonMustHoldForAllThatMayBeLeft() {
    try (Shop shop =
        new Shop(
            """
            everything: permit User to any action on Order
            budget: require spent + resource.amount <= 100 to buy Order else deny
            roomy: require spent <= 100 to view Order else deny
            behavior spent = sum(resource.amount) of buy Order by subject over 1h
            """)) {
      shop.check("ann", "buy", 50);
      shop.pass(Duration.ofSeconds(30));
      shop.check("ann", "buy", 40);
      shop.pass(Duration.ofMinutes(60).minusSeconds(15));
      assertThat(shop.outcome("ann", "view")).isEqualTo(Outcome.PERMIT);
      assertThat(shop.check("ann", "buy", 10).outcome()).isEqualTo(Outcome.PERMIT);
      Decision unsure = shop.check("ann", "buy", 11);
      assertThat(unsure.outcome()).isEqualTo(Outcome.DENY);
      assertThat(unsure.unknowns()).extracting(Unknown::path).containsExactly("spent");
      assertThat(unsure.validUntil()).isEqualTo(shop.now().plusSeconds(15));
      shop.pass(Duration.ofSeconds(15));
      assertThat(shop.check("ann", "buy", 11).outcome()).isEqualTo(Outcome.PERMIT);
    }
  }

  // ---- what is not known does not open ----

  private static final String BUDGET =
      """
      everything: permit User to any action on Order
      budget: require spent <= 1000 to buy Order else deny
      behavior spent = sum(resource.amount) of buy Order by subject over 1h
      """;

  @Test
  void hidingTheAmountDoesNotEscapeTheBudget() {
    try (Shop shop = new Shop(BUDGET)) {
      assertThat(shop.check("ann", "buy", 900).outcome()).isEqualTo(Outcome.PERMIT);
      Request hidden = Request.of(Shop.user("ann"), "buy", Entity.of("Order", "o"));
      assertThat(shop.engine().check(hidden).outcome()).isEqualTo(Outcome.PERMIT);
      Decision after = shop.check("ann", "buy", 1);
      assertThat(after.outcome()).isEqualTo(Outcome.DENY);
      assertThat(after.unknowns())
          .containsExactly(
              new Unknown(
                  "spent", UnknownCause.FAILED, "something in its window could not be judged"));
      assertThat(after.validUntil()).isEqualTo(Shop.START.plus(Duration.ofHours(1)));
      shop.pass(Duration.ofHours(1));
      assertThat(shop.check("ann", "buy", 1).outcome()).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void anUnknownConditionMakesTheBehaviorUnknownWhileItIsInTheWindow() {
    try (Shop shop =
        new Shop(
            """
            everything: permit User to any action on Order
            limit: require large < 2 to buy Order else deny
            behavior large = count of buy Order where resource.amount > 100 by subject over 1h
            """)) {
      shop.check("ann", "buy", "many");
      assertThat(shop.check("ann", "buy", 1).outcome()).isEqualTo(Outcome.DENY);
      shop.pass(Duration.ofHours(1));
      assertThat(shop.check("ann", "buy", 1).outcome()).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void anUnknownKeyMakesTheBehaviorUnknownForThatRequestAlone() {
    try (Shop shop =
        new Shop(
            """
            everything: permit User to any action on Order
            limit: require bought < 3 to buy Order else deny
            behavior bought = count of buy Order by subject.team over 1h
            """)) {
      Request hidden = Request.of(Entity.of("User", "eve"), "buy", Entity.of("Order", "o"));
      Decision decision = shop.engine().check(hidden);
      assertThat(decision.outcome()).isEqualTo(Outcome.DENY);
      assertThat(decision.unknowns())
          .containsExactly(
              new Unknown("bought", UnknownCause.MISSING, "`subject.team` is unknown"));
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void anEngineThatWasJustBuiltKnowsNothingOfWhatHappenedBefore() {
    try (Shop shop = new Shop(LIMIT, Retention.STANDARD)) {
      Decision early = shop.check("ann", "buy", 1);
      assertThat(early.outcome()).isEqualTo(Outcome.DENY);
      assertThat(early.validUntil()).isEqualTo(Shop.START.plus(Duration.ofHours(1)));
      shop.pass(Duration.ofHours(1));
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void aFloodOfKeysLiftsNoLimit() {
    Retention small = Retention.STANDARD.startEmpty().entries(100).entriesPerBehavior(100);
    try (Shop shop = new Shop(LIMIT, small)) {
      for (int i = 0; i < 3; i++) {
        shop.outcome("eve", "buy");
      }
      for (int i = 0; i < 1_000; i++) {
        shop.outcome("eve" + i, "buy");
      }
      Decision again = shop.check("eve", "buy", 1);
      assertThat(again.outcome()).isEqualTo(Outcome.DENY);
      assertThat(again.unknowns()).extracting(Unknown::path).containsExactly("bought");
      assertThat(shop.engine().forgottenKeys()).isPositive();
    }
  }

  @Test
  void aReloadKeepsWhatIsRememberedForTheSameBehavior() {
    try (Shop shop = new Shop(LIMIT)) {
      for (int i = 0; i < 3; i++) {
        shop.outcome("ann", "buy");
      }
      shop.engine().reload(Shop.compiled("// another text\n" + LIMIT.replace("< 3", "< 4")));
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.DENY);
    }
  }

  @Test
  void aBehaviorThatAReloadBringsIsUnknownUntilItsWindowIsFull() {
    try (Shop shop = new Shop(LIMIT, Retention.STANDARD)) {
      shop.pass(Duration.ofHours(1));
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
      shop.engine().reload(Shop.compiled(LIMIT.replace("over 1h", "over 2h")));
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.DENY);
      shop.pass(Duration.ofHours(2));
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void aPolicyWithoutBehaviorsRemembersNothing() {
    try (Engine engine =
        Engine.builder(Shop.compiled("everything: permit User to buy Order")).build()) {
      engine.check(asks("ann", "buy", 1));
      engine.observe(Event.of("login_failed", Shop.user("ann")));
      assertThat(engine.rememberedKeys()).isZero();
    }
  }
}
