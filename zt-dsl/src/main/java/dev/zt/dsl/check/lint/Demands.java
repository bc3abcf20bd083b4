package dev.zt.dsl.check.lint;

import dev.zt.policy.Expr;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a condition that comes out true, or false, tells of the request. An unknown is neither. It
 * may tell less than it could, and never more.
 */
final class Demands {
  /** Longer lists and more scattered values are not followed. */
  static final int MOST_PIECES = 64;

  private final Told told;
  private final ComparisonDemands comparisons;
  private final MembershipDemands memberships;
  private final TextDemands texts;

  /**
   * A reader of what conditions tell.
   *
   * @param withTypes whether the types that subject and resource may have here hold wherever the
   *     condition stands
   */
  Demands(Schema schema, Kinds kinds, Meaning meaning, boolean withTypes) {
    this.told = new Told(schema, meaning);
    this.comparisons = new ComparisonDemands(told, withTypes);
    this.memberships = new MembershipDemands(told, kinds, withTypes);
    this.texts = new TextDemands(told);
  }

  /** What it tells when the condition comes out as wanted. */
  List<Demand> of(Expr condition, boolean wanted) {
    if (condition instanceof Expr.Literal literal && literal.value() instanceof Value.Bool bool) {
      return bool.value() == wanted ? List.of() : Told.never(null);
    }
    List<Demand> demands = new ArrayList<>(special(condition, wanted));
    demands.add(
        new Demand(new Key(Key.Aspect.TRUTH, told.meaning().of(condition)), Told.truth(wanted)));
    return demands;
  }

  private List<Demand> special(Expr condition, boolean wanted) {
    if (condition instanceof Expr.Compare compare) {
      return comparisons.of(compare, wanted);
    }
    if (condition instanceof Expr.RiskCompare risk) {
      return comparisons.of(risk, wanted);
    }
    if (condition instanceof Expr.InSet in) {
      return memberships.inSet(in.element(), in.set(), wanted);
    }
    if (condition instanceof Expr.Contains contains) {
      return memberships.contains(contains, wanted);
    }
    if (condition instanceof Expr.InNetwork in) {
      return memberships.inNetwork(in, wanted);
    }
    if (condition instanceof Expr.InHierarchy in) {
      return memberships.inHierarchy(in, wanted);
    }
    if (condition instanceof Expr.IsType is) {
      return memberships.isType(is, wanted);
    }
    if (condition instanceof Expr.HasAffix affix) {
      return texts.of(affix, wanted);
    }
    if (condition instanceof Expr.MatchesGlob glob) {
      return texts.of(glob, wanted);
    }
    return plain(condition, wanted);
  }

  private List<Demand> plain(Expr condition, boolean wanted) {
    if (condition instanceof Expr.IsNone is) {
      return List.of(told.present(is.operand(), wanted ? Presence.NONE : Presence.SOME));
    }
    if (condition instanceof Expr.Known known) {
      return List.of(told.present(known.operand(), wanted ? Presence.KNOWN : Presence.UNKNOWN));
    }
    if (condition instanceof Expr.HasRole role && !wanted) {
      return role.grantedBy().size() > MOST_PIECES ? List.of() : lacksRoles(role.grantedBy());
    }
    if (condition instanceof Expr.Condition || condition instanceof Expr.Named) {
      return List.of();
    }
    return List.of(
        told.present(condition, Presence.SOME), told.value(condition, Told.truth(wanted)));
  }

  private List<Demand> lacksRoles(Set<String> roles) {
    return roles.stream()
        .map(
            role ->
                new Demand(new Key(Key.Aspect.TRUTH, Meaning.of("role", role)), Told.truth(false)))
        .toList();
  }
}
