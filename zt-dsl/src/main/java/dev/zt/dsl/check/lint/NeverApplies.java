package dev.zt.dsl.check.lint;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.Rule;
import org.jspecify.annotations.Nullable;

/** Rules whose conditions can never hold together, and requirements that can never be met. */
final class NeverApplies {
  private final Findings findings;
  private final Demands demands;
  private final Search search = new Search(true);

  NeverApplies(Findings findings, Demands demands) {
    this.findings = findings;
    this.demands = demands;
  }

  void rule(Rule rule) {
    Conditions conditions = Conditions.of(rule);
    Constraints constraints = new Constraints(demands);
    if (clashes(conditions, constraints, consequence(rule, conditions))) {
      return;
    }
    Expr requirement = rule.requirement();
    if (requirement != null) {
      tell(
          search.add(requirement, true, constraints),
          new Conditions.Condition(requirement, true),
          "so this requirement is never met");
    }
  }

  void elevation(Elevation elevation) {
    clashes(Conditions.of(elevation), new Constraints(demands), "so this elevation never applies");
  }

  private boolean clashes(Conditions conditions, Constraints constraints, String consequence) {
    for (Conditions.Condition condition : conditions.all()) {
      Clash clash = search.add(condition.expr(), condition.wanted(), constraints);
      if (clash != null) {
        tell(clash, condition, consequence);
        return true;
      }
    }
    return false;
  }

  private void tell(@Nullable Clash clash, Conditions.Condition condition, String consequence) {
    if (clash == null) {
      return;
    }
    String help = clash.why();
    if (help == null && Phrases.isWithin(clash, condition.expr(), condition.wanted())) {
      help = Phrases.help(clash, demands);
    }
    findings.add(
        Code.NEVER_APPLIES, clash.shown().span(), Phrases.of(clash) + ", " + consequence, help);
  }

  /** A rule that closes applies also where its condition is unknown. */
  private static String consequence(Rule rule, Conditions conditions) {
    String name = "so this " + rule.effect();
    if (rule.effect() == Effect.PERMIT) {
      return name + " never applies";
    }
    Outcomes outcomes = new Outcomes(Assumption.NOTHING);
    boolean mayBeUnknown =
        conditions.all().stream()
            .allMatch(
                each ->
                    outcomes.canBe(each.expr(), each.wanted())
                        || outcomes.canBeUnknown(each.expr()));
    return name + (mayBeUnknown ? " applies only where a fact is unknown" : " never applies");
  }
}
