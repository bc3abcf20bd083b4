package dev.zt.test.mutation;

import dev.zt.policy.CompareOp;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import dev.zt.policy.SourceSpan;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The places in conditions that can be changed. What stands in a let, a risk or a segment is one
 * place, however many rules use it: their expressions bear the span of where it is written.
 */
final class Sites {
  private final Map<Key, Site> sites = new LinkedHashMap<>();
  private final IdentityHashMap<Expr, Boolean> seen = new IdentityHashMap<>();
  private final Set<Key> metHere = new LinkedHashSet<>();

  /** An expression, by where it is written and what it is. */
  record Key(SourceSpan span, Class<?> kind) {
    static Key of(Expr expr) {
      return new Key(expr.span(), expr.getClass());
    }
  }

  /** What an expression is in the condition that it stands in. */
  enum Part {
    CONNECTIVE,
    ATOM,
    LIST,
    THRESHOLD
  }

  /**
   * One place.
   *
   * @param expr what stands there, in one of its uses
   * @param negation the {@code not} right before it, or null
   * @param segment whether it is written in a segment
   * @param users the ids of the rules and elevations that it is part of
   */
  record Site(
      Expr expr, Part part, Expr.@Nullable Not negation, boolean segment, Set<String> users) {}

  private Sites() {}

  /** The places of all enforced rules and of the elevations. */
  static Collection<Site> of(PolicySet policies) {
    Sites found = new Sites();
    for (Rule rule : policies.rules()) {
      if (!rule.shadow()) {
        found.scope(rule.scope());
        found.clause(rule.when());
        found.clause(rule.unless());
        found.clause(rule.requirement());
        found.leave(rule.id());
      }
    }
    for (Elevation elevation : policies.elevations()) {
      found.scope(elevation.scope());
      found.clause(elevation.when());
      found.leave(elevation.id());
    }
    return found.sites.values();
  }

  private void leave(String id) {
    metHere.forEach(
        key -> {
          Site site = sites.get(key);
          if (site != null) {
            site.users.add(id);
          }
        });
    metHere.clear();
    seen.clear();
  }

  private void scope(Scope scope) {
    scope.subjects().forEach(this::endpoint);
    scope.resources().forEach(this::endpoint);
  }

  private void endpoint(Expr selector) {
    if (selector instanceof Expr.Named) {
      condition(selector, false);
    }
  }

  private void clause(@Nullable Expr condition) {
    if (condition != null) {
      condition(condition, false);
    }
  }

  private void note(Expr expr, Part part, Expr.@Nullable Not negation, boolean segment) {
    Key key = Key.of(expr);
    sites.computeIfAbsent(
        key, absent -> new Site(expr, part, negation, segment, new LinkedHashSet<>()));
    metHere.add(key);
  }

  private void condition(Expr expr, boolean segment) {
    if (seen.put(expr, true) != null) {
      return;
    }
    if (expr instanceof Expr.Named named) {
      condition(named.body(), segment || named.text().startsWith("segment "));
    } else if (expr instanceof Expr.And || expr instanceof Expr.Or) {
      note(expr, Part.CONNECTIVE, null, segment);
      ExprParts.of(expr).forEach(part -> condition(part, segment));
    } else if (expr instanceof Expr.Not not) {
      if (isAtom(not.operand())) {
        atom(not.operand(), not, segment);
      } else {
        condition(not.operand(), segment);
      }
    } else if (isAtom(expr)) {
      atom(expr, null, segment);
    }
  }

  private static boolean isAtom(Expr expr) {
    return !(expr instanceof Expr.Named
        || expr instanceof Expr.And
        || expr instanceof Expr.Or
        || expr instanceof Expr.Not
        || expr instanceof Expr.Literal);
  }

  private void atom(Expr atom, Expr.@Nullable Not negation, boolean segment) {
    note(atom, Part.ATOM, negation, segment);
    if (atom instanceof Expr.RiskCompare risk) {
      risk.terms().stream().map(RiskTerm::condition).forEach(each -> condition(each, segment));
    } else if (atom instanceof Expr.Quantified quantified) {
      operand(quantified.set(), false);
      condition(quantified.body(), segment);
    } else if (atom instanceof Expr.Compare compare) {
      boolean byOrder = compare.op() != CompareOp.EQ && compare.op() != CompareOp.NE;
      operand(compare.left(), byOrder);
      operand(compare.right(), byOrder);
    } else if (!isField(atom)) {
      ExprParts.of(atom).forEach(part -> operand(part, false));
    }
  }

  /** Whether what stands behind the expression is part of a declaration. */
  private static boolean isField(Expr expr) {
    return expr instanceof Expr.Derived
        || expr instanceof Expr.OpenField
        || expr instanceof Expr.Default;
  }

  private void operand(Expr expr, boolean byOrder) {
    if (expr instanceof Expr.Literal && byOrder) {
      note(expr, Part.THRESHOLD, null, false);
    } else if (!isField(expr)) {
      if (expr instanceof Expr.ListOf) {
        note(expr, Part.LIST, null, false);
      }
      ExprParts.of(expr).forEach(part -> operand(part, byOrder && !(expr instanceof Expr.Size)));
    }
  }
}
