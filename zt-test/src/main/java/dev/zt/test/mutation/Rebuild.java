package dev.zt.test.mutation;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprVisitor;
import dev.zt.policy.RiskTerm;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The same expression with other parts, in the order of {@link dev.zt.policy.ExprParts}. */
final class Rebuild implements ExprVisitor<Expr> {
  private final Iterator<Expr> parts;

  private Rebuild(Iterator<Expr> parts) {
    this.parts = parts;
  }

  static Expr of(Expr expr, List<Expr> parts) {
    return expr.accept(new Rebuild(parts.iterator()));
  }

  private Expr next() {
    return parts.next();
  }

  private List<Expr> rest() {
    List<Expr> rest = new ArrayList<>();
    parts.forEachRemaining(rest::add);
    return rest;
  }

  @Override
  public Expr literal(Expr.Literal expr) {
    return expr;
  }

  @Override
  public Expr listOf(Expr.ListOf expr) {
    return new Expr.ListOf(rest(), expr.type(), expr.span());
  }

  @Override
  public Expr subject(Expr.Subject expr) {
    return expr;
  }

  @Override
  public Expr resource(Expr.Resource expr) {
    return expr;
  }

  @Override
  public Expr now(Expr.Now expr) {
    return expr;
  }

  @Override
  public Expr variable(Expr.Variable expr) {
    return expr;
  }

  @Override
  public Expr actionField(Expr.ActionField expr) {
    return expr;
  }

  @Override
  public Expr signalField(Expr.SignalField expr) {
    return expr;
  }

  @Override
  public Expr fieldOf(Expr.FieldOf expr) {
    return new Expr.FieldOf(next(), expr.field(), expr.type(), expr.span());
  }

  @Override
  public Expr derived(Expr.Derived expr) {
    return new Expr.Derived(expr.path(), next(), expr.span());
  }

  @Override
  public Expr age(Expr.Age expr) {
    return new Expr.Age(next(), expr.span());
  }

  @Override
  public Expr openField(Expr.OpenField expr) {
    return new Expr.OpenField(next(), (Expr.Literal) next(), expr.span());
  }

  @Override
  public Expr defaulted(Expr.Default expr) {
    return new Expr.Default(next(), next(), expr.span());
  }

  @Override
  public Expr named(Expr.Named expr) {
    return new Expr.Named(expr.text(), next(), expr.open(), expr.span());
  }

  @Override
  public Expr arithmetic(Expr.Arithmetic expr) {
    return new Expr.Arithmetic(expr.op(), next(), next(), expr.type(), expr.span());
  }

  @Override
  public Expr negate(Expr.Negate expr) {
    return new Expr.Negate(next(), expr.span());
  }

  @Override
  public Expr lower(Expr.Lower expr) {
    return new Expr.Lower(next(), expr.span());
  }

  @Override
  public Expr size(Expr.Size expr) {
    return new Expr.Size(next(), expr.span());
  }

  @Override
  public Expr distanceBetween(Expr.DistanceBetween expr) {
    return new Expr.DistanceBetween(next(), next(), expr.span());
  }

  @Override
  public Expr ancestors(Expr.Ancestors expr) {
    return new Expr.Ancestors(next(), expr.type(), expr.span());
  }

  @Override
  public Expr behaviorValue(Expr.BehaviorValue expr) {
    return expr;
  }

  @Override
  public Expr compare(Expr.Compare expr) {
    return new Expr.Compare(expr.op(), next(), next(), expr.span());
  }

  @Override
  public Expr riskCompare(Expr.RiskCompare expr) {
    return new Expr.RiskCompare(
        expr.risk(),
        expr.terms().stream().map(term -> new RiskTerm(term.weight(), next())).toList(),
        expr.op(),
        expr.threshold(),
        expr.span());
  }

  @Override
  public Expr and(Expr.And expr) {
    return new Expr.And(rest(), expr.span());
  }

  @Override
  public Expr or(Expr.Or expr) {
    return new Expr.Or(rest(), expr.span());
  }

  @Override
  public Expr not(Expr.Not expr) {
    return new Expr.Not(next(), expr.span());
  }

  @Override
  public Expr inSet(Expr.InSet expr) {
    return new Expr.InSet(next(), next(), expr.span());
  }

  @Override
  public Expr inHierarchy(Expr.InHierarchy expr) {
    return new Expr.InHierarchy(next(), next(), expr.span());
  }

  @Override
  public Expr inNetwork(Expr.InNetwork expr) {
    return new Expr.InNetwork(next(), next(), expr.span());
  }

  @Override
  public Expr inSchedule(Expr.InSchedule expr) {
    return new Expr.InSchedule(next(), expr.span());
  }

  @Override
  public Expr contains(Expr.Contains expr) {
    return new Expr.Contains(expr.kind(), next(), next(), expr.span());
  }

  @Override
  public Expr matchesGlob(Expr.MatchesGlob expr) {
    return new Expr.MatchesGlob(next(), expr.pattern(), expr.span());
  }

  @Override
  public Expr matchesSpiffe(Expr.MatchesSpiffe expr) {
    return new Expr.MatchesSpiffe(next(), expr.pattern(), expr.span());
  }

  @Override
  public Expr hasAffix(Expr.HasAffix expr) {
    return new Expr.HasAffix(expr.affix(), next(), next(), expr.span());
  }

  @Override
  public Expr quantified(Expr.Quantified expr) {
    return new Expr.Quantified(expr.quantifier(), expr.variable(), next(), next(), expr.span());
  }

  @Override
  public Expr isNone(Expr.IsNone expr) {
    return new Expr.IsNone(next(), expr.span());
  }

  @Override
  public Expr isType(Expr.IsType expr) {
    return new Expr.IsType(next(), expr.entityType(), expr.span());
  }

  @Override
  public Expr known(Expr.Known expr) {
    return new Expr.Known(next(), expr.span());
  }

  @Override
  public Expr hasRole(Expr.HasRole expr) {
    return expr;
  }

  @Override
  public Expr hasGroup(Expr.HasGroup expr) {
    return expr;
  }

  @Override
  public Expr elevationActive(Expr.ElevationActive expr) {
    return expr;
  }
}
