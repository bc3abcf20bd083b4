package dev.zt.engine.compile;

import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;
import dev.zt.policy.value.Value;
import java.util.Arrays;

/**
 * Rules each of which demands that one value lies in an interval. The value is looked for among the
 * sorted ends of all intervals; those that it lies outside of are false for ever and never looked
 * at. Where it is not known, all are unknown where they would be true.
 */
final class IntervalIndex implements Block {
  private final Path path;
  private final Ends ends;

  /** By interval the place where it begins, sorted. */
  private final int[] first;

  private final Block[] rules;

  /** A heap of the highest last place: of node {@code n} the halves are {@code 2n, 2n + 1}. */
  private final int[] highest;

  private final int leaves;

  /** By place the only interval over it; else {@link #NONE} or {@link #SEVERAL}. */
  private final int[] sole;

  /**
   * An index.
   *
   * @param first by interval, sorted
   * @param last by interval the place where it ends, before the first for an empty one
   * @param rules by interval
   */
  IntervalIndex(Path path, Ends ends, int[] first, int[] last, Block[] rules) {
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
    this.sole = sole(ends.places(), first, last);
  }

  /** Sweeps over the places: what begins and ends there tells how many intervals there are. */
  private static int[] sole(int places, int[] first, int[] last) {
    int[] count = new int[places + 1];
    long[] sum = new long[places + 1];
    for (int interval = 0; interval < first.length; interval++) {
      if (first[interval] <= last[interval]) {
        count[first[interval]]++;
        sum[first[interval]] += interval;
        count[last[interval] + 1]--;
        sum[last[interval] + 1] -= interval;
      }
    }
    int[] sole = new int[places];
    int over = 0;
    long numbers = 0;
    for (int place = 0; place < places; place++) {
      over += count[place];
      numbers += sum[place];
      sole[place] = over == 0 ? NONE : over == 1 ? (int) numbers : SEVERAL;
    }
    return sole;
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
    int place = ends.place(value);
    int begun = begun(place);
    if (begun > 0) {
      run(1, 0, leaves, begun, place, frame);
    }
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

  @Override
  public int sole(BoundRequest request, Surroundings surroundings) {
    Value value = path.given(request);
    if (value == null) {
      return SEVERAL;
    }
    int interval = sole[ends.place(value)];
    return interval < 0 ? interval : rules[interval].sole(request, surroundings);
  }
}
