package dev.zt.engine.signal;

import dev.zt.engine.facts.Layout;
import dev.zt.policy.EveryExpression;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Schema;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which signals a policy set can ask for, so that nothing else is looked up.
 *
 * @param layout where the fields of signals are
 * @param fields by signal the fields that some rule, elevation or behavior reads
 * @param fresh by signal the milliseconds after which it is stale, where the policies say so
 * @param readsSpeed whether the speed of a location is among the fields
 */
public record SignalPlan(
    Layout layout, Map<String, Set<String>> fields, Map<String, Long> fresh, boolean readsSpeed) {
  private static final String LOCATION = "location";

  /** What a policy set can ask for. */
  public static SignalPlan of(PolicySet policies, Layout layout) {
    Map<String, Set<String>> fields = new TreeMap<>();
    EveryExpression.of(
        policies,
        expr -> {
          if (expr instanceof Expr.SignalField read) {
            fields.putIfAbsent(read.signal(), new TreeSet<>());
            fields.get(read.signal()).add(read.field());
          }
        });
    Map<String, Long> fresh = new TreeMap<>();
    for (Schema.Signal signal : policies.schema().signals().values()) {
      Long limit = signal.fresh();
      if (limit != null) {
        fresh.put(signal.name(), limit);
      }
    }
    boolean speed = fields.getOrDefault(LOCATION, Set.of()).contains("speed");
    return new SignalPlan(layout, fields, fresh, speed);
  }

  /** Whether some policy reads the field. */
  public boolean reads(String signal, String field) {
    return fields.getOrDefault(signal, Set.of()).contains(field);
  }
}
