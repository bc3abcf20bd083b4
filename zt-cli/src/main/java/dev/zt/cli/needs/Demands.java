package dev.zt.cli.needs;

import dev.zt.policy.Behavior;
import dev.zt.policy.Containment;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprVisitor;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Quantifier;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What expressions need of the signals: strong Kleene logic over what is given instead of over what
 * it says.
 *
 * <p>Every need that is told is one: with the fact hidden, the expression cannot come out that way
 * in any request in which the assumptions hold. Not every need is found.
 */
final class Demands implements ExprVisitor<Demand> {
  private final PolicySet policies;
  private final Assumptions assumptions;

  Demands(PolicySet policies, Assumptions assumptions) {
    this.policies = policies;
    this.assumptions = assumptions;
  }

  Demand of(Expr expr) {
    Demand demand = expr.accept(this);
    Boolean truth = expr.type() == Type.Scalar.BOOL ? assumptions.truth(expr) : null;
    if (truth == null) {
      return demand;
    }
    return truth
        ? new Demand(demand.whenTrue(), Needs.NEVER)
        : new Demand(Needs.NEVER, demand.whenFalse());
  }

  /** What a condition that may be left out needs. */
  Needs of(@Nullable Expr condition, boolean truth, Needs withoutOne) {
    return condition == null ? withoutOne : of(condition).when(truth);
  }

  private Demand strict(Expr... operands) {
    Needs all = Needs.NOTHING;
    for (Expr operand : operands) {
      all = all.and(of(operand).known());
    }
    return Demand.known(all);
  }

  private Demand strict(List<Expr> operands) {
    return strict(operands.toArray(Expr[]::new));
  }

  // ---- leaves ----

  @Override
  public Demand literal(Expr.Literal expr) {
    if (expr.value() instanceof Value.Bool bool) {
      return bool.value()
          ? new Demand(Needs.NOTHING, Needs.NEVER)
          : new Demand(Needs.NEVER, Needs.NOTHING);
    }
    return Demand.NOTHING;
  }

  @Override
  public Demand subject(Expr.Subject expr) {
    return Demand.NOTHING;
  }

  @Override
  public Demand resource(Expr.Resource expr) {
    return Demand.NOTHING;
  }

  @Override
  public Demand now(Expr.Now expr) {
    return Demand.NOTHING;
  }

  @Override
  public Demand variable(Expr.Variable expr) {
    return Demand.NOTHING;
  }

  @Override
  public Demand actionField(Expr.ActionField expr) {
    return Demand.NOTHING;
  }

  /** A field of a signal that goes stale is known only if it is known when it was observed. */
  @Override
  public Demand signalField(Expr.SignalField expr) {
    Needs field = Needs.of(expr.signal() + "." + expr.field());
    Schema.Signal signal = policies.schema().signals().get(expr.signal());
    boolean goesStale = signal != null && signal.fresh() != null;
    return Demand.known(goesStale ? field.and(Needs.of(expr.signal() + ".as_of")) : field);
  }

  @Override
  public Demand hasRole(Expr.HasRole expr) {
    return Demand.NOTHING;
  }

  @Override
  public Demand hasGroup(Expr.HasGroup expr) {
    return Demand.NOTHING;
  }

  @Override
  public Demand elevationActive(Expr.ElevationActive expr) {
    return Demand.NOTHING;
  }

  /** Under an unknown key nothing is remembered. */
  @Override
  public Demand behaviorValue(Expr.BehaviorValue expr) {
    return policies.behaviors().stream()
        .filter(behavior -> behavior.name().equals(expr.behavior()))
        .map(Behavior::keys)
        .map(this::strict)
        .findFirst()
        .orElse(Demand.NOTHING);
  }

  // ---- what stands for something else ----

  @Override
  public Demand fieldOf(Expr.FieldOf expr) {
    return strict(expr.target());
  }

  @Override
  public Demand derived(Expr.Derived expr) {
    return of(expr.body());
  }

  @Override
  public Demand named(Expr.Named expr) {
    return of(expr.body());
  }

  @Override
  public Demand openField(Expr.OpenField expr) {
    return of(expr.field()).orElse(of(expr.standIn()));
  }

  @Override
  public Demand defaulted(Expr.Default expr) {
    return of(expr.operand()).orElse(of(expr.standIn()));
  }

  @Override
  public Demand known(Expr.Known expr) {
    return new Demand(of(expr.operand()).known(), Needs.NOTHING);
  }

  // ---- connectives ----

  @Override
  public Demand and(Expr.And expr) {
    return expr.operands().stream().map(this::of).reduce(Demand::and).orElseThrow();
  }

  @Override
  public Demand or(Expr.Or expr) {
    return expr.operands().stream().map(this::of).reduce(Demand::or).orElseThrow();
  }

  @Override
  public Demand not(Expr.Not expr) {
    return of(expr.operand()).not();
  }

  @Override
  public Demand riskCompare(Expr.RiskCompare expr) {
    return RiskDemand.of(expr, this::of);
  }

  /** Over an empty set {@code any} is false and {@code all} true, whatever the body says. */
  @Override
  public Demand quantified(Expr.Quantified expr) {
    Needs set = of(expr.set()).known();
    Demand body = of(expr.body());
    return expr.quantifier() == Quantifier.ANY
        ? new Demand(set.and(body.whenTrue()), set)
        : new Demand(set, set.and(body.whenFalse()));
  }

  // ---- membership ----

  /** Nothing is in an empty list, and a written list is looked at element by element. */
  private Demand member(Expr member, Expr container) {
    Needs element = of(member).known();
    List<Expr> written = Written.elements(container);
    if (written != null) {
      return written.stream()
          .map(each -> Demand.known(element.and(of(each).known())))
          .reduce(Demand::or)
          .orElse(new Demand(Needs.NEVER, Needs.NOTHING));
    }
    Needs set = of(container).known();
    return new Demand(element.and(set), set);
  }

  @Override
  public Demand inSet(Expr.InSet expr) {
    return member(expr.element(), expr.set());
  }

  @Override
  public Demand inHierarchy(Expr.InHierarchy expr) {
    return Written.isSet(expr.container())
        ? member(expr.member(), expr.container())
        : strict(expr.member(), expr.container());
  }

  @Override
  public Demand inNetwork(Expr.InNetwork expr) {
    return Written.isSet(expr.outer())
        ? member(expr.inner(), expr.outer())
        : strict(expr.inner(), expr.outer());
  }

  /** Asked for the elements of an empty set, nobody looks at the other one. */
  @Override
  public Demand contains(Expr.Contains expr) {
    if (expr.kind() == Containment.ONE) {
      return member(expr.operand(), expr.set());
    }
    Needs asked = of(expr.operand()).known();
    Needs both = asked.and(of(expr.set()).known());
    if (Written.isNeverEmpty(expr.operand())) {
      return Demand.known(both);
    }
    return expr.kind() == Containment.ANY ? new Demand(both, asked) : new Demand(asked, both);
  }

  // ---- operators that need all their operands ----

  @Override
  public Demand listOf(Expr.ListOf expr) {
    return strict(expr.elements());
  }

  @Override
  public Demand age(Expr.Age expr) {
    return strict(expr.time());
  }

  @Override
  public Demand arithmetic(Expr.Arithmetic expr) {
    return strict(expr.left(), expr.right());
  }

  @Override
  public Demand negate(Expr.Negate expr) {
    return strict(expr.operand());
  }

  @Override
  public Demand lower(Expr.Lower expr) {
    return strict(expr.text());
  }

  @Override
  public Demand size(Expr.Size expr) {
    return strict(expr.set());
  }

  @Override
  public Demand distanceBetween(Expr.DistanceBetween expr) {
    return strict(expr.from(), expr.to());
  }

  @Override
  public Demand ancestors(Expr.Ancestors expr) {
    return strict(expr.entity());
  }

  @Override
  public Demand compare(Expr.Compare expr) {
    return strict(expr.left(), expr.right());
  }

  @Override
  public Demand inSchedule(Expr.InSchedule expr) {
    return strict(expr.schedule());
  }

  @Override
  public Demand matchesGlob(Expr.MatchesGlob expr) {
    return strict(expr.text());
  }

  @Override
  public Demand matchesSpiffe(Expr.MatchesSpiffe expr) {
    return strict(expr.id());
  }

  @Override
  public Demand hasAffix(Expr.HasAffix expr) {
    return strict(expr.text(), expr.other());
  }

  @Override
  public Demand isNone(Expr.IsNone expr) {
    return strict(expr.operand());
  }

  @Override
  public Demand isType(Expr.IsType expr) {
    return strict(expr.entity());
  }
}
