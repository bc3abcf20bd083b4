package dev.zt.engine.behavior;

import com.amazon.randomcutforest.RandomCutForest;
import dev.zt.UnknownCause;
import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Value;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How unusual a combination of numbers is: by a random cut forest (Guha, Mishra, Roy and
 * Schrijvers, 2016), whose score {@code s} is about 1 for what is usual, as {@code 100 · (1 − 2^(1
 * − s))}, at least 0.
 *
 * <p>A forest forgets nothing by time. There are two, of which the younger begins half a window
 * after the older and takes its place when that has grown for a whole window.
 */
final class AnomalyTally extends Tally {
  private static final int TREES = 30;
  private static final int SAMPLES = 256;
  private static final int WEIGHT = 512;
  private static final double PLACES = 10_000;

  private final boolean ofLatest;
  private final int dimensions;
  private final long seed;
  private @Nullable Generation older;
  private @Nullable Generation younger;
  private float @Nullable [] latest;
  private long latestAt;

  /**
   * An empty one.
   *
   * @param ofLatest whether the score is that of the numbers that came last
   */
  AnomalyTally(long over, int dimensions, boolean ofLatest, long seed) {
    super(over);
    this.dimensions = dimensions;
    this.ofLatest = ofLatest;
    this.seed = seed;
  }

  /** A forest and when it began. */
  private static final class Generation {
    private final long start;
    private final RandomCutForest forest;
    private int size;

    Generation(long start, int dimensions, long seed) {
      this.start = start;
      this.forest =
          RandomCutForest.builder()
              .dimensions(dimensions)
              .numberOfTrees(TREES)
              .sampleSize(SAMPLES)
              .outputAfter(SAMPLES)
              .boundingBoxCacheFraction(0)
              .randomSeed(seed)
              .build();
    }

    void add(float[] point) {
      forest.update(point);
      size++;
    }
  }

  static boolean isAvailable() {
    try {
      Class.forName("com.amazon.randomcutforest.RandomCutForest");
      return true;
    } catch (ClassNotFoundException | LinkageError absent) {
      return false;
    }
  }

  @Override
  void add(List<Value> values, long at) {
    float[] point = point(values);
    float[] earlier = latest;
    if (!ofLatest) {
      grow(point, at);
    } else if (earlier != null) {
      grow(earlier, latestAt);
    }
    latest = point;
    latestAt = at;
  }

  private void grow(float[] point, long at) {
    Generation old = older;
    Generation young = younger;
    if (old != null && end(old.start) <= at) {
      old = young != null && end(young.start) > at ? young : null;
      young = null;
    }
    if (old == null) {
      old = new Generation(at, dimensions, seed);
    } else if (young == null && at - old.start >= over / 2) {
      young = new Generation(at, dimensions, seed);
    }
    old.add(point);
    if (young != null) {
      young.add(point);
    }
    older = old;
    younger = young;
  }

  private static float[] point(List<Value> values) {
    float[] point = new float[values.size()];
    for (int i = 0; i < point.length; i++) {
      point[i] = (float) Unit.count(values.get(i));
    }
    return point;
  }

  @Override
  Recollection read(List<Value> present, long now) {
    float[] last = latest;
    Generation forest = older;
    if (last == null || end(latestAt) <= now) {
      return NOTHING;
    }
    if (forest == null || forest.size < SAMPLES) {
      return Recollection.of(
          new Absent(UnknownCause.MISSING, "too little happened in its window to compare with"),
          end(latestAt));
    }
    double score = forest.forest.getAnomalyScore(ofLatest ? last : point(present));
    double scaled = 100 * (1 - Math.pow(2, 1 - Math.max(1, score)));
    return Recollection.of(new Value.Decimal(Math.round(scaled * PLACES)), end(latestAt));
  }

  @Override
  boolean wouldChange(List<Value> values, long now) {
    return true;
  }

  @Override
  int weight() {
    return WEIGHT;
  }

  /** Forests are not written: after a restart the score is unknown until a window has passed. */
  @Override
  void write(DataOutput out) {}

  @Override
  void read(DataInput in) {
    spoil(new Gap(end(newest()), Gap.Kind.BEGINNING));
  }
}
