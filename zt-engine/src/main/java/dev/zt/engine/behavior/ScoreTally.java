package dev.zt.engine.behavior;

import dev.zt.UnknownCause;
import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Value;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many standard deviations a number is away from the mean of the others, of which there must be
 * two or more that are not all equal. The number is the one at hand, or where there is none the one
 * that came last.
 *
 * <p>Mean and deviation are kept for each bucket and put together by the formula of Chan, Golub and
 * LeVeque (1979). Of a bucket that frays, from one number to all but one are left, each between the
 * least and the greatest; the score lies between those of all that this may come to.
 */
final class ScoreTally extends BucketTally {
  private static final int FEWEST = 2;
  private static final int COUNT = 0;
  private static final int MEAN = 1;
  private static final int SQUARES = 2;
  private static final int LEAST = 3;
  private static final int MOST = 4;
  private static final double PLACES = 10_000;
  private static final double LIMIT = 1e14;

  /** Numbers that differ by a smaller part of themselves are too much alike to be exact about. */
  private static final double RESOLUTION = 1e-8;

  /** The number that came last, which is in no bucket yet. */
  private @Nullable Long latest;

  private long latestAt;
  private final boolean ofLatest;

  /**
   * An empty one.
   *
   * @param ofLatest whether the score is that of the number that came last
   */
  ScoreTally(long over, boolean ofLatest) {
    super(over);
    this.ofLatest = ofLatest;
  }

  @Override
  int measures() {
    return 5;
  }

  @Override
  void add(List<Value> values, long at) {
    Long earlier = latest;
    if (!ofLatest) {
      put(Unit.count(values.get(0)), at);
      return;
    }
    if (earlier != null) {
      put(earlier, latestAt);
    }
    latest = Unit.count(values.get(0));
    latestAt = at;
  }

  private void put(long value, long at) {
    int bucket = bucket(at);
    boolean first = measure(bucket, COUNT) == 0;
    Moments moments = moments(bucket).and(new Moments(1, (double) value, 0));
    setMeasure(bucket, LEAST, first ? value : Math.min(measure(bucket, LEAST), value));
    setMeasure(bucket, MOST, first ? value : Math.max(measure(bucket, MOST), value));
    setMeasure(bucket, COUNT, moments.count);
    setMeasure(bucket, MEAN, Double.doubleToRawLongBits(moments.mean));
    setMeasure(bucket, SQUARES, Double.doubleToRawLongBits(moments.squares));
  }

  private Moments moments(int bucket) {
    return new Moments(
        measure(bucket, COUNT),
        Double.longBitsToDouble(measure(bucket, MEAN)),
        Double.longBitsToDouble(measure(bucket, SQUARES)));
  }

  /**
   * What is kept of some numbers.
   *
   * @param squares the sum of the squares of their distances from the mean
   */
  private record Moments(long count, double mean, double squares) {
    Moments and(Moments other) {
      long both = count + other.count;
      if (both == 0) {
        return this;
      }
      double apart = other.mean - mean;
      return new Moments(
          both,
          mean + apart * other.count / both,
          squares + other.squares + apart * apart * ((double) count * other.count / both));
    }

    Spread spread() {
      double variance = count < FEWEST ? 0 : squares / (count - 1);
      return new Spread(mean, mean, variance, variance);
    }
  }

  /** Between what mean and variance lie. */
  private record Spread(
      double leastMean, double mostMean, double leastVariance, double mostVariance) {
    /** The least and the greatest score; null where it cannot be told. */
    double @Nullable [] scores(double number) {
      double narrow = Math.sqrt(leastVariance);
      double wide = Math.sqrt(mostVariance);
      double size = Math.max(Math.abs(leastMean), Math.abs(mostMean));
      if (!(narrow > 0 && narrow >= size * RESOLUTION)) {
        return null;
      }
      double low = number - mostMean;
      double high = number - leastMean;
      return new double[] {low / (low < 0 ? narrow : wide), high / (high < 0 ? wide : narrow)};
    }
  }

  /**
   * What a bucket comes to, together with others, of which from one number to all but one are left.
   */
  private Spread spread(Moments others, int fraying) {
    double n = others.count;
    double left = measure(fraying, COUNT) - 1;
    if (n == 0) {
      return new Spread(0, 0, 0, 0);
    }
    double least = measure(fraying, LEAST);
    double most = measure(fraying, MOST);
    double nearest = Math.max(0, Math.max(least - others.mean, others.mean - most));
    double farthest = Math.max(Math.abs(least - others.mean), Math.abs(most - others.mean));
    double squares = Double.longBitsToDouble(measure(fraying, SQUARES));
    return new Spread(
        others.mean + Math.min(0, least - others.mean) * left / (n + left),
        others.mean + Math.max(0, most - others.mean) * left / (n + left),
        (others.squares + nearest * nearest * n / (n + 1)) / (n + left - 1),
        (others.squares + squares + farthest * farthest * n * left / (n + left)) / n);
  }

  @Override
  Recollection read(List<Value> present, long now) {
    Long last = latest;
    if (ofLatest && (last == null || end(latestAt) <= now)) {
      return NOTHING;
    }
    double number = (double) (ofLatest && last != null ? last : Unit.count(present.get(0)));
    int oldest = oldest(now);
    int whole = frays(now) ? oldest + 1 : oldest;
    Moments moments = new Moments(0, 0, 0);
    for (int bucket = whole; bucket < size(); bucket++) {
      moments = moments.and(moments(bucket));
    }
    double[] scores = (whole > oldest ? spread(moments, oldest) : moments.spread()).scores(number);
    long until = ofLatest ? Math.min(until(now), end(latestAt)) : until(now);
    if (scores == null || !(Math.abs(scores[0]) < LIMIT && Math.abs(scores[1]) < LIMIT)) {
      return Recollection.of(
          new Absent(UnknownCause.MISSING, "too little happened in its window to compare with"),
          until);
    }
    return new Recollection(
        new Value.Decimal((long) Math.floor(scores[0] * PLACES)),
        new Value.Decimal((long) Math.floor(scores[1] * PLACES) + 1),
        until);
  }

  @Override
  void write(DataOutput out) throws IOException {
    super.write(out);
    Long last = latest;
    out.writeBoolean(last != null);
    if (last != null) {
      out.writeLong(last);
      out.writeLong(latestAt);
    }
  }

  @Override
  void read(DataInput in) throws IOException {
    super.read(in);
    if (in.readBoolean()) {
      latest = in.readLong();
      latestAt = in.readLong();
    }
  }

  @Override
  boolean wouldChange(List<Value> values, long now) {
    return true;
  }
}
