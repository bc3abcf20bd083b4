package dev.zt.test.junit;

import dev.zt.dsl.Compilation;
import dev.zt.test.CaseResult;
import dev.zt.test.Judge;
import dev.zt.test.Suite;
import dev.zt.test.coverage.Coverage;
import dev.zt.test.coverage.CoverageReport;
import dev.zt.test.coverage.CoverageText;
import dev.zt.test.coverage.Ratio;
import dev.zt.test.mutation.MutationOptions;
import dev.zt.test.mutation.MutationReport;
import dev.zt.test.mutation.MutationRun;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;

/**
 * How good the tests of a policy set must be, in percent; 0 asks for nothing.
 *
 * @param minRule the least coverage of rules
 * @param minCondition the least coverage of conditions
 * @param minMutation the least share of mutants that the tests notice
 */
record Gates(double minRule, double minCondition, double minMutation) {
  static final Gates NONE = new Gates(0, 0, 0);

  /** The gates that a class asks for. */
  static Gates of(Class<?> type) {
    PolicyTests asked = type.getAnnotation(PolicyTests.class);
    return new Gates(asked.minRule(), asked.minCondition(), asked.minMutation());
  }

  /** A test for each gate that there is. What they have in common is measured once. */
  List<Node> nodes(UniqueId parent, @Nullable TestSource source, Compilation set, Suite suite) {
    Measured coverage = new Measured(suite);
    List<Node> nodes = new ArrayList<>();
    if (isAsked(minRule)) {
      nodes.add(
          new GateNode(
              parent.append(GateNode.TYPE, "rules"),
              "rule coverage is at least " + percent(minRule),
              source,
              () -> coverage.below(minRule, CoverageReport::ruleRatio)));
    }
    if (isAsked(minCondition)) {
      nodes.add(
          new GateNode(
              parent.append(GateNode.TYPE, "conditions"),
              "condition coverage is at least " + percent(minCondition),
              source,
              () -> coverage.below(minCondition, CoverageReport::conditionRatio)));
    }
    if (isAsked(minMutation)) {
      nodes.add(
          new GateNode(
              parent.append(GateNode.TYPE, "mutants"),
              "mutation score is at least " + percent(minMutation),
              source,
              () -> mutationBelow(set, suite)));
    }
    return nodes;
  }

  /** What is no number asks for something that nothing is good enough for. */
  private static boolean isAsked(double least) {
    return !(least <= 0);
  }

  private static String percent(double value) {
    String number =
        Double.isFinite(value)
            ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
            : Double.toString(value);
    return number + " %";
  }

  private @Nullable String mutationBelow(Compilation set, Suite suite) {
    MutationReport report = MutationRun.of(set, suite, MutationOptions.DEFAULT).run();
    return report.reaches(minMutation) ? null : report.toString();
  }

  /** The coverage of a suite, measured when a gate first asks for it. */
  private static final class Measured {
    private final Suite suite;
    private @Nullable CoverageReport report;

    Measured(Suite suite) {
      this.suite = suite;
    }

    @Nullable String below(double least, Function<CoverageReport, Ratio> ratio) {
      CoverageReport measured = report;
      if (measured == null) {
        Judge judge = Judge.of(suite.policies());
        List<CaseResult> results = suite.cases().stream().map(judge::judge).toList();
        measured = Coverage.of(suite.policies(), results);
        report = measured;
      }
      Ratio reached = ratio.apply(measured);
      return reached.isAtLeast(least)
          ? null
          : "it is " + reached + "\n" + CoverageText.of(measured);
    }
  }
}
