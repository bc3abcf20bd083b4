package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.engine.UnusedAttribute;
import dev.zt.policy.PolicySet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Policies are swapped as a whole, under whatever is being decided. */
class ReloadTest {
  /** Two versions that disagree on the type of a field, and each on what its own rule is called. */
  private static PolicySet version(String type, String constant, String label) {
    return PolicyCompiler.compile(
            "t.zt",
            """
            module t
            entity User { badge: %s }
            entity Doc { actions read }
            %s: permit User to read Doc when subject.badge == %s and device.managed
            """
                .formatted(type, label, constant))
        .orThrow();
  }

  private static final PolicySet NUMBERS = version("int", "7", "by_number");
  private static final PolicySet TEXTS = version("string", "\"seven\"", "by_text");

  private final Signal device = Signal.of("device", Map.of("managed", true));
  private final Entity doc = Entity.of("Doc", "d1");
  private final Request byNumber =
      Request.of(Entity.of("User", "n", Map.of("badge", 7)), "read", doc).with(device);
  private final Request byText =
      Request.of(Entity.of("User", "t", Map.of("badge", "seven")), "read", doc).with(device);

  @Test
  @Timeout(60)
  void everyDecisionIsWhollyOfOneVersion() throws Exception {
    try (Engine engine = Engine.builder(NUMBERS).build()) {
      AtomicBoolean reloading = new AtomicBoolean(true);
      ExecutorService threads = Executors.newFixedThreadPool(9);
      List<Future<Integer>> checks = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        checks.add(threads.submit(() -> consistentDecisions(engine, reloading)));
      }
      for (int i = 0; i < 2_000; i++) {
        engine.reload(i % 2 == 0 ? TEXTS : NUMBERS);
      }
      reloading.set(false);
      threads.shutdown();

      for (Future<Integer> each : checks) {
        assertThat(each.get(30, TimeUnit.SECONDS)).isPositive();
      }
    }
  }

  private int consistentDecisions(Engine engine, AtomicBoolean reloading) {
    int decisions = 0;
    do {
      List<Decision> batch = engine.checkAll(List.of(byNumber, byText));
      assertWholly(NUMBERS, batch.get(0));
      assertWholly(TEXTS, batch.get(1));
      assertThat(batch)
          .extracting(Decision::policyVersion)
          .containsOnly(batch.get(0).policyVersion());
      assertWholly(NUMBERS, engine.check(byNumber));
      decisions += 3;
    } while (reloading.get());
    return decisions;
  }

  /**
   * A decision on a request that the rule of one version permits and that the other cannot read.
   */
  private static void assertWholly(PolicySet permitting, Decision decision) {
    assertThat(decision.permitted())
        .isEqualTo(decision.policyVersion().equals(permitting.version()));
    if (decision.permitted()) {
      String rule = permitting == NUMBERS ? "t.by_number" : "t.by_text";
      assertThat(decision.reasons()).extracting("rule").containsExactly(rule);
    } else {
      assertThat(decision.unknowns()).extracting("path").containsExactly("subject.badge");
    }
  }

  @Test
  void allRequestsOfABatchAreJudgedByOneVersion() {
    try (Engine engine = Engine.builder(NUMBERS).build()) {
      List<Decision> decisions = engine.checkAll(List.of(byNumber, byText));

      assertThat(decisions).extracting(Decision::permitted).containsExactly(true, false);
      assertThat(decisions).extracting(Decision::policyVersion).containsOnly(NUMBERS.version());
    }
  }

  @Test
  void aReloadBringsTheNewRulesIntoForce() {
    try (Engine engine = Engine.builder(NUMBERS).build()) {
      engine.reload(TEXTS);

      assertThat(engine.check(byText).permitted()).isTrue();
      assertThat(engine.check(byNumber).permitted()).isFalse();
      assertThat(engine.policies()).isEqualTo(TEXTS);
    }
  }

  @Test
  void aClosedEngineRefusesQuestionsAndReloads() {
    Engine engine = Engine.builder(NUMBERS).build();
    engine.close();
    engine.close();

    assertThatThrownBy(() -> engine.check(byNumber))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the engine is closed");
    assertThatThrownBy(() -> engine.reload(TEXTS)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void attributesThatNoPolicyCanUseAreListed() {
    try (Engine engine = Engine.builder(NUMBERS).build()) {
      engine.check(
          Request.of(Entity.of("User", "u", Map.of("bagde", 7, "badge", "x")), "read", doc));

      assertThat(engine.unusedAttributes())
          .extracting("owner", "name", "kind")
          .containsExactlyInAnyOrder(
              tuple("User", "bagde", UnusedAttribute.Kind.UNDECLARED),
              tuple("User", "badge", UnusedAttribute.Kind.MISTYPED));
    }
  }
}
