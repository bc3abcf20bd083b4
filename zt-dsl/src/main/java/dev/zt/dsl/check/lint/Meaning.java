package dev.zt.dsl.check.lint;

import dev.zt.policy.CompareOp;
import dev.zt.policy.Containment;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprVisitor;
import dev.zt.policy.RiskTerm;
import dev.zt.policy.value.Value;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * A fingerprint of what an expression means: equal for two that say the same in the same words, in
 * whatever order operands stand that may be swapped, and whether they use a let or write it out.
 * Different meanings have different fingerprints as surely as a 128-bit hash can tell them apart.
 */
final class Meaning implements ExprVisitor<Fingerprint> {
  private final IdentityHashMap<Expr, Fingerprint> behindNames = new IdentityHashMap<>();
  private final IdentityHashMap<Expr, Fingerprint> ofOneRule = new IdentityHashMap<>();

  Fingerprint of(Expr expr) {
    Fingerprint known = ofOneRule.get(expr);
    if (known == null) {
      known = expr.accept(this);
      ofOneRule.put(expr, known);
    }
    return known;
  }

  /** Forgets the expressions of a rule that has been judged, but not what stands behind names. */
  void forgetRule() {
    ofOneRule.clear();
  }

  /** A fingerprint of several in any order. */
  Fingerprint ofAll(String kind, List<Expr> exprs) {
    return unordered(kind, exprs.stream().map(this::of).toList());
  }

  static Fingerprint of(String kind, String text) {
    return of(kind, List.of(), text);
  }

  static Fingerprint ordered(String kind, Fingerprint... parts) {
    return of(kind, Arrays.asList(parts), "");
  }

  private static Fingerprint unordered(String kind, List<Fingerprint> parts) {
    return of(kind, parts.stream().sorted().toList(), "");
  }

  private static Fingerprint of(String kind, List<Fingerprint> parts, String text) {
    return Fingerprint.of(kind, parts, text);
  }

  private Fingerprint behindName(Expr body) {
    Fingerprint known = behindNames.get(body);
    if (known == null) {
      known = of(body);
      behindNames.put(body, known);
    }
    return known;
  }

  @Override
  public Fingerprint literal(Expr.Literal expr) {
    return of(expr.value());
  }

  private static Fingerprint of(Value value) {
    return value instanceof Value.SetOf set
        ? unordered("list", set.elements().stream().map(Meaning::of).toList())
        : of("literal", value.getClass().getSimpleName() + " " + value);
  }

  @Override
  public Fingerprint listOf(Expr.ListOf expr) {
    return ofAll("list", expr.elements());
  }

  @Override
  public Fingerprint subject(Expr.Subject expr) {
    return ordered("subject");
  }

  @Override
  public Fingerprint resource(Expr.Resource expr) {
    return ordered("resource");
  }

  @Override
  public Fingerprint now(Expr.Now expr) {
    return ordered("now");
  }

  @Override
  public Fingerprint variable(Expr.Variable expr) {
    return of("variable", expr.name());
  }

  @Override
  public Fingerprint actionField(Expr.ActionField expr) {
    return of("action", expr.field());
  }

  @Override
  public Fingerprint signalField(Expr.SignalField expr) {
    return of("signal", expr.signal() + "." + expr.field());
  }

  @Override
  public Fingerprint fieldOf(Expr.FieldOf expr) {
    return of("field", List.of(of(expr.target())), expr.field());
  }

  @Override
  public Fingerprint derived(Expr.Derived expr) {
    return of(expr.path());
  }

  @Override
  public Fingerprint age(Expr.Age expr) {
    return ordered("age", of(expr.time()));
  }

  @Override
  public Fingerprint openField(Expr.OpenField expr) {
    return of(expr.field());
  }

  @Override
  public Fingerprint defaulted(Expr.Default expr) {
    return ordered("default", of(expr.operand()), of(expr.standIn()));
  }

  @Override
  public Fingerprint named(Expr.Named expr) {
    return behindName(expr.body());
  }

  @Override
  public Fingerprint arithmetic(Expr.Arithmetic expr) {
    return ordered(expr.op().name(), of(expr.left()), of(expr.right()));
  }

  @Override
  public Fingerprint negate(Expr.Negate expr) {
    return ordered("negate", of(expr.operand()));
  }

  @Override
  public Fingerprint lower(Expr.Lower expr) {
    return ordered("lower", of(expr.text()));
  }

  @Override
  public Fingerprint size(Expr.Size expr) {
    return ordered("size", of(expr.set()));
  }

  @Override
  public Fingerprint distanceBetween(Expr.DistanceBetween expr) {
    return ordered("distance", of(expr.from()), of(expr.to()));
  }

  @Override
  public Fingerprint ancestors(Expr.Ancestors expr) {
    return ordered("ancestors", of(expr.entity()));
  }

  @Override
  public Fingerprint behaviorValue(Expr.BehaviorValue expr) {
    return of("behavior", expr.behavior());
  }

  @Override
  public Fingerprint compare(Expr.Compare expr) {
    Fingerprint left = of(expr.left());
    Fingerprint right = of(expr.right());
    return switch (expr.op()) {
      case EQ, NE -> unordered(expr.op().name(), List.of(left, right));
      case LT, LE -> ordered(expr.op().name(), left, right);
      case GT -> ordered(CompareOp.LT.name(), right, left);
      case GE -> ordered(CompareOp.LE.name(), right, left);
    };
  }

  /** Which risk a comparison is of. */
  Fingerprint risk(Expr.RiskCompare expr) {
    return unordered("risk", expr.terms().stream().map(this::term).toList());
  }

  private Fingerprint term(RiskTerm term) {
    return of("term", List.of(behindName(term.condition())), Long.toString(term.weight()));
  }

  @Override
  public Fingerprint riskCompare(Expr.RiskCompare expr) {
    return of("score", List.of(risk(expr)), expr.op() + " " + expr.threshold());
  }

  @Override
  public Fingerprint and(Expr.And expr) {
    return ofAll("and", expr.operands());
  }

  @Override
  public Fingerprint or(Expr.Or expr) {
    return ofAll("or", expr.operands());
  }

  @Override
  public Fingerprint not(Expr.Not expr) {
    return ordered("not", of(expr.operand()));
  }

  @Override
  public Fingerprint inSet(Expr.InSet expr) {
    return ordered("in set", of(expr.element()), of(expr.set()));
  }

  @Override
  public Fingerprint inHierarchy(Expr.InHierarchy expr) {
    return ordered("in hierarchy", of(expr.member()), of(expr.container()));
  }

  @Override
  public Fingerprint inNetwork(Expr.InNetwork expr) {
    return ordered("in network", of(expr.inner()), of(expr.outer()));
  }

  @Override
  public Fingerprint inSchedule(Expr.InSchedule expr) {
    return ordered("in schedule", of(expr.schedule()));
  }

  @Override
  public Fingerprint contains(Expr.Contains expr) {
    return expr.kind() == Containment.ONE
        ? ordered("in set", of(expr.operand()), of(expr.set()))
        : ordered(expr.kind().toString(), of(expr.set()), of(expr.operand()));
  }

  @Override
  public Fingerprint matchesGlob(Expr.MatchesGlob expr) {
    return of("glob", List.of(of(expr.text())), expr.pattern().toString());
  }

  @Override
  public Fingerprint matchesSpiffe(Expr.MatchesSpiffe expr) {
    return of("spiffe", List.of(of(expr.id())), expr.pattern().toString());
  }

  @Override
  public Fingerprint hasAffix(Expr.HasAffix expr) {
    return ordered(expr.affix().toString(), of(expr.text()), of(expr.other()));
  }

  @Override
  public Fingerprint quantified(Expr.Quantified expr) {
    return of(
        expr.quantifier().toString(), List.of(of(expr.set()), of(expr.body())), expr.variable());
  }

  @Override
  public Fingerprint isNone(Expr.IsNone expr) {
    return ordered("is none", of(expr.operand()));
  }

  @Override
  public Fingerprint isType(Expr.IsType expr) {
    return of("is type", List.of(of(expr.entity())), expr.entityType());
  }

  @Override
  public Fingerprint known(Expr.Known expr) {
    return ordered("known", of(expr.operand()));
  }

  @Override
  public Fingerprint hasRole(Expr.HasRole expr) {
    return of("role", expr.role());
  }

  @Override
  public Fingerprint hasGroup(Expr.HasGroup expr) {
    return of("group", expr.group());
  }

  @Override
  public Fingerprint elevationActive(Expr.ElevationActive expr) {
    return of("elevation", expr.elevation());
  }
}
