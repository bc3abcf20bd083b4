package dev.zt.test.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Entity;
import dev.zt.Explanation.Truth;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Inspection;
import dev.zt.engine.Inspector;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Taken apart and put together again, a condition comes to what the engine says it does. */
class FormulaTest {
  private static final List<String> FIELDS =
      List.of("managed", "compliant", "jailbroken", "attested");

  private static PolicySet policies(String condition) {
    return PolicyCompiler.compile(
            "a.zt",
            """
            module a
            entity User {}
            entity Doc { actions read }
            let sound = device.managed and not device.jailbroken
            risk score {
              add 40 when device.managed
              add 30 when not device.compliant
              subtract 20 when device.attested
              add 90 when device.jailbroken and device.attested
            }
            rule: permit anyone to read Doc when\s"""
                + condition)
        .orThrow();
  }

  /** Every way in which four fields can be true, false or unknown. */
  private static List<Request> requests() {
    List<Request> requests = new ArrayList<>();
    @Nullable Boolean[] values = {true, false, null};
    for (int i = 0; i < 81; i++) {
      Signal device = Signal.of("device");
      int rest = i;
      for (String field : FIELDS) {
        device = device.with(field, values[rest % 3]);
        rest /= 3;
      }
      requests.add(Request.of(Entity.of("User", "u"), "read", Entity.of("Doc", "d")).with(device));
    }
    return requests;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "device.managed",
        "device.managed and device.compliant or device.jailbroken",
        "not (device.managed or device.compliant) and device.attested",
        "sound or not sound and device.attested",
        "score < 60",
        "score >= 40 and device.managed",
        "score == 50",
        "score != 30 or device.attested",
        "not (score > 20)"
      })
  void aFormulaComesToTheSameAsItsCondition(String written) {
    PolicySet policies = policies(written);
    Rule rule = policies.rules().get(0);
    RuleLogic logic = RuleLogic.of(rule);
    Inspector inspector = Inspector.of(policies);
    List<Truth> seen = new ArrayList<>();
    for (Request request : requests()) {
      Inspection inspection = inspector.inspect(request, Instant.EPOCH).orElseThrow();
      Truth whole = inspection.truth(Objects.requireNonNull(rule.when()));
      seen.add(whole);
      assertThat(logic.applies().of(logic.truths(inspection))).isEqualTo(whole);
    }
    assertThat(seen).contains(Truth.TRUE, Truth.FALSE, Truth.UNKNOWN);
  }
}
