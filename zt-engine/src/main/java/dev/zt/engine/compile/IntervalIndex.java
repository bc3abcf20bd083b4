package dev.zt.engine.compile;

import dev.zt.policy.value.Value;
import java.util.Arrays;

/**
 * Rules each of which demands that one value lies in an interval. The value is looked for among the
 * sorted ends of all intervals; those that it lies outside of are false for ever and never looked
 * at. Where it is not known, all are unknown where they would be true.
 *
 * <p>Places count the ends and the gaps between them: {@code 2i + 1} is the end {@code i}, {@code
 * 2i} the gap before it.
 */
final class IntervalIndex implements Block {
  private final Path path;
  private final Value[] ends;

  /** By interval the place where it begins, sorted. */
  private final int[] first;

  private final Block[] rules;

  /** A heap of the highest last place: of node {@code n} the halves are {@code 2n, 2n + 1}. */
  private final int[] highest;

  private final int leaves;

  /**
   * An index.
   *
   * @param ends sorted, each once
   * @param first by interval, sorted
   * @param last by interval the place where it ends, before the first for an empty one
   * @param rules by interval
   */
  IntervalIndex(Path path, Value[] ends, int[] first, int[] last, Block[] rules) {
    this.path = path;
    this.ends = ends;
    this.first = first;
    this.rules = rules;
    this.leaves = Math.max(1, Integer.highestOneBit(2 * Math.max(1, rules.length) - 1));
    this.highest = new int[2 * leaves];
    Arrays.fill(highest, -1);
    System.arraycopy(last, 0, highest, leaves, last.length);
    for (int node = leaves - 1; node > 0; node--) {
      highest[node] = Math.max(highest[2 * node], highest[2 * node + 1]);
    }
  }

  @Override
  public void run(Frame frame) {
    Value value = path.value(frame);
    if (value == null) {
      for (Block each : rules) {
        frame.runDoubtful(each);
      }
      return;
    }
    int place = place(value);
    int begun = begun(place);
    if (begun > 0) {
      run(1, 0, leaves, begun, place, frame);
    }
  }

  @SuppressWarnings("unchecked") // the checker lets only values of one comparable type be ordered
  private int place(Value value) {
    Comparable<Value> sought = (Comparable<Value>) value;
    int low = 0;
    int high = ends.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      int order = sought.compareTo(ends[middle]);
      if (order == 0) {
        return 2 * middle + 1;
      }
      if (order < 0) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return 2 * low;
  }

  /** How many intervals begin at or before a place. */
  private int begun(int place) {
    int low = 0;
    int high = first.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (first[middle] <= place) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Of the intervals of a node, from there on so many, runs those begun that have not ended. */
  private void run(int node, int from, int width, int begun, int place, Frame frame) {
    if (from >= begun || highest[node] < place) {
      return;
    }
    if (width == 1) {
      rules[from].run(frame);
      return;
    }
    int half = width / 2;
    run(2 * node, from, half, begun, place, frame);
    run(2 * node + 1, from + half, half, begun, place, frame);
  }
}
