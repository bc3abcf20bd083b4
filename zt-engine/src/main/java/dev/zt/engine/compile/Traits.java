package dev.zt.engine.compile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A rule and what its conditions demand, by which it can be told apart from other rules. */
final class Traits {
  private final Provision rule;
  private final List<Formula> conjuncts;
  private final Map<Set<Discriminator>, Demanded<Demand>> demands = new LinkedHashMap<>();
  private final Map<Path, Demanded<Interval>> intervals = new LinkedHashMap<>();
  private boolean placed;

  Traits(Provision rule, Paths paths) {
    this.rule = rule;
    this.conjuncts = Formula.conjuncts(rule.formula());
    for (int at = 0; at < conjuncts.size(); at++) {
      Demand demand = Demand.of(conjuncts.get(at), paths);
      if (demand != null) {
        demands.putIfAbsent(demand.keys().keySet(), new Demanded<>(demand, Set.of(at)));
      }
      Interval.Of bounds = Interval.demandedBy(conjuncts.get(at), paths);
      if (bounds != null) {
        add(bounds, at);
      }
    }
  }

  /** What is demanded, and by which of the conjuncts. */
  private record Demanded<T>(T what, Set<Integer> by) {}

  private void add(Interval.Of bounds, int at) {
    Demanded<Interval> known = intervals.get(bounds.path());
    if (known == null) {
      intervals.put(bounds.path(), new Demanded<>(bounds.interval(), Set.of(at)));
      return;
    }
    Interval both = known.what.and(bounds.interval());
    if (both != null) {
      Set<Integer> by = new HashSet<>(known.by);
      by.add(at);
      intervals.put(bounds.path(), new Demanded<>(both, by));
    }
  }

  Provision rule() {
    return rule;
  }

  /** Whether it has a place in an index. */
  boolean isPlaced() {
    return placed;
  }

  void place() {
    placed = true;
  }

  /** Of what it demands keys. */
  Set<Set<Discriminator>> discriminators() {
    return demands.keySet();
  }

  /** Of what it demands an interval. */
  Set<Path> paths() {
    return intervals.keySet();
  }

  Demand demand(Set<Discriminator> on) {
    return demanded(demands, on).what;
  }

  Interval interval(Path path) {
    return demanded(intervals, path).what;
  }

  /** The rule where its demand of keys is met. */
  Provision where(Set<Discriminator> on) {
    return without(demanded(demands, on).by);
  }

  /** The rule where its demand of an interval is met. */
  Provision where(Path path) {
    return without(demanded(intervals, path).by);
  }

  private static <K, T> Demanded<T> demanded(Map<K, Demanded<T>> all, K on) {
    Demanded<T> demanded = all.get(on);
    if (demanded == null) {
      throw new IllegalArgumentException("the rule demands nothing of " + on);
    }
    return demanded;
  }

  private Provision without(Set<Integer> settled) {
    List<Formula> rest = new ArrayList<>();
    for (int at = 0; at < conjuncts.size(); at++) {
      if (!settled.contains(at)) {
        rest.add(conjuncts.get(at));
      }
    }
    return rule.with(Formula.all(rest));
  }
}
