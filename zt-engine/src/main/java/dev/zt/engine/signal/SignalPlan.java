package dev.zt.engine.signal;

import dev.zt.engine.facts.Layout;
import dev.zt.policy.Behavior;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
    List<@Nullable Expr> open = new ArrayList<>(expressions(policies));
    while (!open.isEmpty()) {
      Expr expr = open.remove(open.size() - 1);
      if (expr instanceof Expr.SignalField read) {
        fields.computeIfAbsent(read.signal(), name -> new TreeSet<>()).add(read.field());
      }
      if (expr != null) {
        open.addAll(ExprParts.of(expr));
      }
    }
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

  private static List<@Nullable Expr> expressions(PolicySet policies) {
    List<@Nullable Expr> all = new ArrayList<>();
    for (Rule rule : policies.rules()) {
      addScope(all, rule.scope());
      all.add(rule.when());
      all.add(rule.unless());
      all.add(rule.requirement());
    }
    for (Elevation elevation : policies.elevations()) {
      addScope(all, elevation.scope());
      all.add(elevation.when());
      Elevation.Approval approval = elevation.approval();
      if (approval != null) {
        all.addAll(approval.approvers());
        all.add(approval.when());
      }
    }
    for (Behavior behavior : policies.behaviors()) {
      all.addAll(behavior.values());
      all.add(behavior.where());
      all.addAll(behavior.keys());
      if (behavior.source() instanceof Behavior.Source.Decisions decisions) {
        addScope(all, decisions.scope());
      }
    }
    return all;
  }

  private static void addScope(Collection<@Nullable Expr> all, Scope scope) {
    all.addAll(scope.subjects());
    all.addAll(scope.resources());
  }
}
