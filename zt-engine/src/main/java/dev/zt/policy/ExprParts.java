package dev.zt.policy;

import java.util.List;

/** The direct parts of an expression, in the order written. */
public final class ExprParts implements ExprVisitor<List<Expr>> {
  private static final ExprParts PARTS = new ExprParts();

  private ExprParts() {}

  /**
   * The direct parts; of a let's use its body, of a derived or open field what stands behind it.
   */
  public static List<Expr> of(Expr expr) {
    return expr.accept(PARTS);
  }

  @Override
  public List<Expr> literal(Expr.Literal expr) {
    return List.of();
  }

  @Override
  public List<Expr> listOf(Expr.ListOf expr) {
    return expr.elements();
  }

  @Override
  public List<Expr> subject(Expr.Subject expr) {
    return List.of();
  }

  @Override
  public List<Expr> resource(Expr.Resource expr) {
    return List.of();
  }

  @Override
  public List<Expr> now(Expr.Now expr) {
    return List.of();
  }

  @Override
  public List<Expr> variable(Expr.Variable expr) {
    return List.of();
  }

  @Override
  public List<Expr> actionField(Expr.ActionField expr) {
    return List.of();
  }

  @Override
  public List<Expr> signalField(Expr.SignalField expr) {
    return List.of();
  }

  @Override
  public List<Expr> fieldOf(Expr.FieldOf expr) {
    return List.of(expr.target());
  }

  @Override
  public List<Expr> derived(Expr.Derived expr) {
    return List.of(expr.body());
  }

  @Override
  public List<Expr> age(Expr.Age expr) {
    return List.of(expr.time());
  }

  @Override
  public List<Expr> openField(Expr.OpenField expr) {
    return List.of(expr.field(), expr.standIn());
  }

  @Override
  public List<Expr> defaulted(Expr.Default expr) {
    return List.of(expr.operand(), expr.standIn());
  }

  @Override
  public List<Expr> named(Expr.Named expr) {
    return List.of(expr.body());
  }

  @Override
  public List<Expr> arithmetic(Expr.Arithmetic expr) {
    return List.of(expr.left(), expr.right());
  }

  @Override
  public List<Expr> negate(Expr.Negate expr) {
    return List.of(expr.operand());
  }

  @Override
  public List<Expr> lower(Expr.Lower expr) {
    return List.of(expr.text());
  }

  @Override
  public List<Expr> size(Expr.Size expr) {
    return List.of(expr.set());
  }

  @Override
  public List<Expr> distanceBetween(Expr.DistanceBetween expr) {
    return List.of(expr.from(), expr.to());
  }

  @Override
  public List<Expr> ancestors(Expr.Ancestors expr) {
    return List.of(expr.entity());
  }

  @Override
  public List<Expr> behaviorValue(Expr.BehaviorValue expr) {
    return List.of();
  }

  @Override
  public List<Expr> compare(Expr.Compare expr) {
    return List.of(expr.left(), expr.right());
  }

  @Override
  public List<Expr> riskCompare(Expr.RiskCompare expr) {
    return expr.terms().stream().map(RiskTerm::condition).toList();
  }

  @Override
  public List<Expr> and(Expr.And expr) {
    return expr.operands();
  }

  @Override
  public List<Expr> or(Expr.Or expr) {
    return expr.operands();
  }

  @Override
  public List<Expr> not(Expr.Not expr) {
    return List.of(expr.operand());
  }

  @Override
  public List<Expr> inSet(Expr.InSet expr) {
    return List.of(expr.element(), expr.set());
  }

  @Override
  public List<Expr> inHierarchy(Expr.InHierarchy expr) {
    return List.of(expr.member(), expr.container());
  }

  @Override
  public List<Expr> inNetwork(Expr.InNetwork expr) {
    return List.of(expr.inner(), expr.outer());
  }

  @Override
  public List<Expr> inSchedule(Expr.InSchedule expr) {
    return List.of(expr.schedule());
  }

  @Override
  public List<Expr> contains(Expr.Contains expr) {
    return List.of(expr.set(), expr.operand());
  }

  @Override
  public List<Expr> matchesGlob(Expr.MatchesGlob expr) {
    return List.of(expr.text());
  }

  @Override
  public List<Expr> matchesSpiffe(Expr.MatchesSpiffe expr) {
    return List.of(expr.id());
  }

  @Override
  public List<Expr> hasAffix(Expr.HasAffix expr) {
    return List.of(expr.text(), expr.other());
  }

  @Override
  public List<Expr> quantified(Expr.Quantified expr) {
    return List.of(expr.set(), expr.body());
  }

  @Override
  public List<Expr> isNone(Expr.IsNone expr) {
    return List.of(expr.operand());
  }

  @Override
  public List<Expr> isType(Expr.IsType expr) {
    return List.of(expr.entity());
  }

  @Override
  public List<Expr> known(Expr.Known expr) {
    return List.of(expr.operand());
  }

  @Override
  public List<Expr> hasRole(Expr.HasRole expr) {
    return List.of();
  }

  @Override
  public List<Expr> hasGroup(Expr.HasGroup expr) {
    return List.of();
  }

  @Override
  public List<Expr> elevationActive(Expr.ElevationActive expr) {
    return List.of();
  }
}
