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
 * LeVeque (1979). A bucket that frays counts once as a whole and once not at all, and the score
 * lies between the two; so does rounding.
 */
final class ScoreTally extends BucketTally {
  private static final int FEWEST = 2;
  private static final int COUNT = 0;
  private static final int MEAN = 1;
  private static final int SQUARES = 2;
  private static final double PLACES = 10_000;
  private static final double MOST = 1e14;

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
    return 3;
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
    Moments moments = moments(bucket).and(new Moments(1, (double) value, 0));
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

    /** The score, or NaN when there is none. */
    double score(double number) {
      double deviation = Math.sqrt(squares / (count - 1));
      return count < FEWEST || deviation == 0 ? Double.NaN : (number - mean) / deviation;
    }
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
    double score = moments.score(number);
    double other = whole > oldest ? moments.and(moments(oldest)).score(number) : score;
    long until = ofLatest ? Math.min(until(now), end(latestAt)) : until(now);
    double least = Math.floor(Math.min(score, other) * PLACES);
    double most = Math.floor(Math.max(score, other) * PLACES) + 1;
    if (!(Math.abs(least) < MOST && Math.abs(most) < MOST)) {
      return Recollection.of(
          new Absent(UnknownCause.MISSING, "too little happened in its window to compare with"),
          until);
    }
    return new Recollection(new Value.Decimal((long) least), new Value.Decimal((long) most), until);
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
