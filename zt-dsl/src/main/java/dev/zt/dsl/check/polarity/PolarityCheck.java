package dev.zt.dsl.check.polarity;

import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.SourceFiles;
import dev.zt.policy.Behavior;
import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.Rule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds every {@code known} and {@code default} that stands where hiding a fact would raise the
 * outcome of a decision.
 *
 * <p>Whatever is not a connective, a quantifier, a let or a risk takes its parts as operands, in
 * which neither may stand.
 */
public final class PolarityCheck {
  private static final String OPEN = "open";

  private final Complaints complaints;
  private final Uses uses = new Uses();
  private final Map<Position, Set<Expr>> visited = new EnumMap<>(Position.class);

  private PolarityCheck(Complaints complaints) {
    this.complaints = complaints;
  }

  /**
   * Adds an error for each one, also where other things are wrong.
   *
   * @param fields the derived fields as they are declared
   * @param files those that all this was compiled from
   */
  public static void check(
      Collection<Rule> rules,
      Collection<Elevation> elevations,
      Collection<Behavior> behaviors,
      Collection<Expr.Derived> fields,
      SourceFiles files,
      Diagnostics diagnostics) {
    PolarityCheck check = new PolarityCheck(new Complaints(files, diagnostics));
    for (Rule rule : rules) {
      check.rule(rule);
    }
    for (Elevation elevation : elevations) {
      check.elevation(elevation);
    }
    for (Behavior behavior : behaviors) {
      check.behavior(behavior);
    }
    for (Expr.Derived field : fields) {
      check.clause(field.body(), Place.clause(Position.FIELD, false));
    }
  }

  private void rule(Rule rule) {
    if (rule.annotations().containsKey(OPEN)) {
      return;
    }
    Place when =
        Place.clause(rule.effect() == Effect.PERMIT ? Position.OPENING : Position.CLOSING, true);
    clause(rule.when(), when);
    clause(rule.unless(), when.flipped());
    clause(rule.requirement(), Place.clause(Position.OPENING, true));
  }

  private void elevation(Elevation elevation) {
    clause(elevation.when(), Place.clause(Position.OPENING, false));
    Elevation.Approval approval = elevation.approval();
    if (approval != null) {
      clause(approval.when(), Place.clause(Position.OPENING, false));
    }
  }

  private void behavior(Behavior behavior) {
    List<Expr> parts = new ArrayList<>(behavior.values());
    parts.addAll(behavior.keys());
    parts.forEach(part -> clause(part, Place.clause(Position.BEHAVIOR, false)));
    clause(behavior.where(), Place.clause(Position.BEHAVIOR, false));
  }

  private void clause(@Nullable Expr condition, Place place) {
    if (condition != null && uses.in(condition)) {
      walk(condition, place);
    }
  }

  private void walk(Expr expr, Place place) {
    if (expr instanceof Expr.Known known) {
      complaints.known(known, place);
      walk(known.operand(), place.operand());
    } else if (expr instanceof Expr.Default defaulted) {
      complaints.defaulted(defaulted, place);
      ExprParts.of(expr).forEach(part -> walk(part, place.operand()));
    } else if (expr instanceof Expr.And || expr instanceof Expr.Or) {
      ExprParts.of(expr).forEach(part -> walk(part, place.part()));
    } else if (expr instanceof Expr.Not not) {
      walk(not.operand(), place.under(not));
    } else if (expr instanceof Expr.Quantified quantified) {
      walk(quantified.set(), place.operand());
      walk(quantified.body(), place.part());
    } else if (expr instanceof Expr.Named named) {
      named(named, place);
    } else if (expr instanceof Expr.RiskCompare compared) {
      risk(compared, place);
    } else if (!(expr instanceof Expr.Derived)) {
      ExprParts.of(expr).forEach(part -> walk(part, place.operand()));
    }
  }

  /** The body of a let, unless the same one was walked for the same use in a rule before. */
  private void named(Expr.Named named, Place place) {
    if (!uses.in(named)) {
      return;
    }
    Place body = place.body(named);
    LetUse let = body.let();
    if (place.let() == null) {
      visited.clear();
    }
    boolean maySkip = let != null && !let.isOpen();
    if (!maySkip || firstVisit(named.body(), body.position())) {
      walk(named.body(), body);
    }
  }

  private boolean firstVisit(Expr body, Position position) {
    return visited
        .computeIfAbsent(position, each -> Collections.newSetFromMap(new IdentityHashMap<>()))
        .add(body);
  }

  private void risk(Expr.RiskCompare compared, Place place) {
    if (uses.in(compared)) {
      boolean open = complaints.isExcused(compared.span(), place);
      for (RiskTerm term : compared.terms()) {
        walk(term.condition(), place.term(compared, term.weight(), open));
      }
    }
  }
}
