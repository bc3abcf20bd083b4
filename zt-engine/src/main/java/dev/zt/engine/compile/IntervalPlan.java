package dev.zt.engine.compile;

import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An index of rules that demand intervals of the same value. */
final class IntervalPlan extends IndexPlan {
  private final Path path;

  IntervalPlan(Path path, List<Traits> rules) {
    super(rules);
    this.path = path;
  }

  /** From the first to the last place of an interval, as {@link IntervalIndex} counts them. */
  private record Stretch(int first, int last) {}

  /** By value, its number among the sorted ends of all intervals. */
  private SortedMap<Value, Integer> ends() {
    SortedMap<Value, Integer> ends = new TreeMap<>(IntervalPlan::compare);
    for (Traits rule : rules()) {
      Interval interval = rule.interval(path);
      add(interval.from(), ends);
      add(interval.to(), ends);
    }
    int number = 0;
    for (Map.Entry<Value, Integer> end : ends.entrySet()) {
      end.setValue(number++);
    }
    return ends;
  }

  private static void add(Interval.@Nullable End end, SortedMap<Value, Integer> ends) {
    if (end != null) {
      ends.put(end.at(), 0);
    }
  }

  @SuppressWarnings("unchecked") // constants that are compared with one path are of one type
  private static int compare(Value a, Value b) {
    return ((Comparable<Value>) a).compareTo(b);
  }

  private Stretch stretch(Traits rule, SortedMap<Value, Integer> ends) {
    Interval interval = rule.interval(path);
    Interval.End from = interval.from();
    Interval.End to = interval.to();
    return new Stretch(
        from == null ? 0 : 2 * number(from, ends) + (from.included() ? 1 : 2),
        to == null ? 2 * ends.size() : 2 * number(to, ends) + (to.included() ? 1 : 0));
  }

  private static int number(Interval.End end, SortedMap<Value, Integer> ends) {
    return ends.getOrDefault(end.at(), 0);
  }

  /** As many as lie over a place, on an average over all places. */
  @Override
  double lookedAt() {
    SortedMap<Value, Integer> ends = ends();
    double covered = 0;
    for (Traits rule : rules()) {
      Stretch stretch = stretch(rule, ends);
      covered += Math.max(0, stretch.last() - stretch.first() + 1);
    }
    return covered / (2 * ends.size() + 1);
  }

  @Override
  Place place(Arrangement arrangement) {
    SortedMap<Value, Integer> ends = ends();
    Map<Stretch, List<Traits>> byStretch = new LinkedHashMap<>();
    for (Traits rule : rules()) {
      byStretch.computeIfAbsent(stretch(rule, ends), first -> new ArrayList<>()).add(rule);
    }
    List<Stretch> stretches =
        byStretch.keySet().stream().sorted(Comparator.comparingInt(Stretch::first)).toList();
    List<Place> places =
        stretches.stream()
            .map(
                stretch ->
                    arrangement.together(
                        byStretch.getOrDefault(stretch, List.of()).stream()
                            .map(rule -> rule.where(path))
                            .toList()))
            .toList();
    return defined ->
        new IntervalIndex(
            path,
            new Ends(ends.keySet().toArray(Value[]::new)),
            stretches.stream().mapToInt(Stretch::first).toArray(),
            stretches.stream().mapToInt(Stretch::last).toArray(),
            places.stream().map(place -> place.block(defined)).toArray(Block[]::new));
  }
}
