package dev.zt.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
  /** Less than a second where nothing else runs; compiling for each would take minutes. */
  private static final Duration BOUND = Duration.ofSeconds(20);

  private static PolicySet without(PolicySet policies, String rule) {
    List<Rule> rules = new ArrayList<>(policies.rules());
    rules.removeIf(each -> each.id().equals(rule));
    return new PolicySet(
        policies.schema(),
        rules,
        policies.elevations(),
        policies.behaviors(),
        policies.openPlaces());
  }

  @Test
  void aCaseIsJudgedByAnotherPolicySetOfTheSameDeclarations() {
    Suite suite =
        Payroll.suite(Payroll.with("  export => deny by eu_only with location.country \"US\"\n"));
    PreparedCase prepared = suite.cases().get(0);
    Judge judge = Judge.of(without(suite.policies(), "acme.payroll.eu_only"));
    assertThat(Judge.of(suite.policies()).judge(prepared).isPassed()).isTrue();
    assertThat(judge.judge(prepared).isPassed()).isFalse();
  }

  @Test
  void aHundredPolicySetsAreJudgedByAHundredCasesWithoutCompilingAnew() {
    Suite suite =
        Payroll.suite(
            Payroll.with(
                "  read => permit\n  read => restrict with location { ip: \"8.8.8.8\" }\n"
                    .repeat(50)));
    List<Rule> rules = suite.policies().rules();
    long start = System.nanoTime();
    long failed = 0;
    for (int mutant = 0; mutant < 100; mutant++) {
      Judge judge = Judge.of(without(suite.policies(), rules.get(mutant % rules.size()).id()));
      for (PreparedCase each : suite.cases()) {
        failed += judge.judge(each).isPassed() ? 0 : 1;
      }
    }
    assertThat(suite.cases()).hasSize(100);
    assertThat(failed).isPositive().isLessThan(10_000);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND);
  }
}
