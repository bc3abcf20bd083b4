package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Entity;
import dev.zt.Explanation.Truth;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Inspection;
import dev.zt.engine.Inspector;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A look at single conditions shows what the engine sees. */
class InspectorTest {
  private static final PolicySet POLICIES =
      PolicyCompiler.compile(
              "a.zt",
              """
              module a
              entity User { level: int }
              entity Doc { actions read, write }
              rule:
              permit User to read Doc
                when device.managed and subject.level > 3 and now < "2026-01-01T00:00Z"
              """)
          .orThrow();
  private static final Rule RULE = POLICIES.rules().get(0);
  private static final Instant NOW = Instant.parse("2025-06-01T00:00:00Z");

  private static Inspection inspect(String action, Signal... signals) {
    Request request =
        Request.of(Entity.of("User", "u").with("level", 3), action, Entity.of("Doc", "d"));
    for (Signal signal : signals) {
      request = request.with(signal);
    }
    return Inspector.of(POLICIES).inspect(request, NOW).orElseThrow();
  }

  private static List<Expr> conjuncts() {
    return ((Expr.And) RULE.when()).operands();
  }

  @Test
  void eachConditionIsTrueFalseOrUnknownByItself() {
    Inspection inspection = inspect("read");

    assertThat(conjuncts().stream().map(inspection::truth))
        .containsExactly(Truth.UNKNOWN, Truth.FALSE, Truth.TRUE);
    assertThat(inspect("read", Signal.of("device").with("managed", true)).truth(conjuncts().get(0)))
        .isEqualTo(Truth.TRUE);
  }

  @Test
  void anOperandHasAValueOrNone() {
    Inspection inspection = inspect("read");

    assertThat(inspection.value(((Expr.Compare) conjuncts().get(1)).left()))
        .isEqualTo(new Value.Int(3));
    assertThat(inspection.value(conjuncts().get(0))).isNull();
  }

  @Test
  void theTargetsOfARuleHoldTheActionOrDoNot() {
    assertThat(inspect("read").targets(RULE.scope())).isTrue();
    assertThat(inspect("write").targets(RULE.scope())).isFalse();
  }

  @Test
  void thereIsNothingToSeeOfAnUndeclaredAction() {
    Request request = Request.of(Entity.of("User", "u"), "burn", Entity.of("Doc", "d"));

    assertThat(Inspector.of(POLICIES).inspect(request, NOW)).isEmpty();
  }
}
