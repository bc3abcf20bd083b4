package dev.zt.policy;

/**
 * What to do with each kind of {@link Expr}. No method has a default, so that a new kind breaks the
 * build wherever it must be handled.
 *
 * @param <R> what each method returns
 */
public interface ExprVisitor<R> {
  R literal(Expr.Literal expr);

  R listOf(Expr.ListOf expr);

  R subject(Expr.Subject expr);

  R resource(Expr.Resource expr);

  R now(Expr.Now expr);

  R variable(Expr.Variable expr);

  R actionField(Expr.ActionField expr);

  R signalField(Expr.SignalField expr);

  R fieldOf(Expr.FieldOf expr);

  R derived(Expr.Derived expr);

  R age(Expr.Age expr);

  R openField(Expr.OpenField expr);

  R defaulted(Expr.Default expr);

  R named(Expr.Named expr);

  R arithmetic(Expr.Arithmetic expr);

  R negate(Expr.Negate expr);

  R lower(Expr.Lower expr);

  R size(Expr.Size expr);

  R distanceBetween(Expr.DistanceBetween expr);

  R ancestors(Expr.Ancestors expr);

  R behaviorValue(Expr.BehaviorValue expr);

  R compare(Expr.Compare expr);

  R riskCompare(Expr.RiskCompare expr);

  R and(Expr.And expr);

  R or(Expr.Or expr);

  R not(Expr.Not expr);

  R inSet(Expr.InSet expr);

  R inHierarchy(Expr.InHierarchy expr);

  R inNetwork(Expr.InNetwork expr);

  R inSchedule(Expr.InSchedule expr);

  R contains(Expr.Contains expr);

  R matchesGlob(Expr.MatchesGlob expr);

  R matchesSpiffe(Expr.MatchesSpiffe expr);

  R hasAffix(Expr.HasAffix expr);

  R quantified(Expr.Quantified expr);

  R isNone(Expr.IsNone expr);

  R isType(Expr.IsType expr);

  R known(Expr.Known expr);

  R hasRole(Expr.HasRole expr);

  R hasGroup(Expr.HasGroup expr);

  R elevationActive(Expr.ElevationActive expr);
}
