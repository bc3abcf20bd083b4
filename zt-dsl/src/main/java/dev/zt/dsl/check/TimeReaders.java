package dev.zt.dsl.check;

import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which requests are decided by rules that look at the clock. */
final class TimeReaders {
  private final Symbols symbols;
  private final IdentityHashMap<Expr, Boolean> named = new IdentityHashMap<>();
  private final List<Scope> scopes = new ArrayList<>();

  TimeReaders(Symbols symbols, List<Rule> rules, List<Elevation> elevations) {
    this.symbols = symbols;
    for (Rule rule : rules) {
      boolean reads = mayRead(rule.when()) || mayRead(rule.unless()) || mayRead(rule.requirement());
      if (reads && !rule.shadow()) {
        scopes.add(rule.scope());
      }
    }
    for (Elevation elevation : elevations) {
      if (mayRead(elevation.when())) {
        scopes.add(elevation.scope());
      }
    }
  }

  /** Whether some rule in scope of an action on a resource type looks at the clock. */
  boolean decide(String resourceType, String action) {
    return scopes.stream().anyMatch(scope -> scope.targets(resourceType, action));
  }

  private boolean mayRead(@Nullable Expr condition) {
    return condition != null && reads(condition);
  }

  private boolean reads(Expr expr) {
    if (expr instanceof Expr.Named || expr instanceof Expr.RiskCompare) {
      Boolean known = named.get(expr);
      if (known == null) {
        known = partsRead(expr);
        named.put(expr, known);
      }
      return known;
    }
    return expr instanceof Expr.Now
        || expr instanceof Expr.Age
        || expr instanceof Expr.InSchedule
        || (expr instanceof Expr.SignalField field && grows(field.signal()))
        || partsRead(expr);
  }

  private boolean partsRead(Expr expr) {
    for (Expr part : ExprParts.of(expr)) {
      if (reads(part)) {
        return true;
      }
    }
    return false;
  }

  private boolean grows(String signal) {
    SignalType declared = symbols.signals().get(signal);
    return declared != null && declared.fresh() != null;
  }
}
