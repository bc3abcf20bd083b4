package dev.zt.engine.behavior;

import dev.zt.UnknownCause;
import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * The mean of numbers, to the last place of its type: one that falls between two places lies
 * between the two.
 */
final class MeanTally extends BucketTally {
  private static final int COUNT = 0;
  private static final int SUM = 1;
  private static final int LEAST = 2;
  private static final int MOST = 3;

  private final Unit unit;

  MeanTally(long over, Unit unit) {
    super(over);
    this.unit = unit;
  }

  @Override
  int measures() {
    return 4;
  }

  @Override
  void add(List<Value> values, long at) {
    long value = Unit.count(values.get(0));
    int bucket = bucket(at);
    boolean first = measure(bucket, COUNT) == 0;
    setMeasure(bucket, COUNT, measure(bucket, COUNT) + 1);
    setMeasure(bucket, LEAST, first ? value : Math.min(measure(bucket, LEAST), value));
    setMeasure(bucket, MOST, first ? value : Math.max(measure(bucket, MOST), value));
    long sum = measure(bucket, SUM);
    if (((sum ^ (sum + value)) & (value ^ (sum + value))) < 0) {
      spoil(new Gap(end(at), Gap.Kind.OUT_OF_RANGE));
    } else {
      setMeasure(bucket, SUM, sum + value);
    }
  }

  @Override
  Recollection read(List<Value> present, long now) {
    int oldest = oldest(now);
    if (oldest == size()) {
      return NOTHING;
    }
    boolean frays = frays(now);
    long count = 0;
    BigDecimal sum = BigDecimal.ZERO;
    for (int bucket = frays ? oldest + 1 : oldest; bucket < size(); bucket++) {
      count += measure(bucket, COUNT);
      sum = sum.add(BigDecimal.valueOf(measure(bucket, SUM)));
    }
    if (!frays) {
      return recollection(
          mean(sum, count, RoundingMode.FLOOR), mean(sum, count, RoundingMode.CEILING), now);
    }
    long remaining = measure(oldest, COUNT) - 1;
    BigDecimal least = BigDecimal.valueOf(measure(oldest, LEAST));
    BigDecimal most = BigDecimal.valueOf(measure(oldest, MOST));
    return recollection(
        mean(sum.add(least), count + 1, RoundingMode.FLOOR)
            .min(mean(times(sum, least, remaining), count + remaining, RoundingMode.FLOOR)),
        mean(sum.add(most), count + 1, RoundingMode.CEILING)
            .max(mean(times(sum, most, remaining), count + remaining, RoundingMode.CEILING)),
        now);
  }

  private static BigDecimal times(BigDecimal sum, BigDecimal value, long count) {
    return sum.add(value.multiply(BigDecimal.valueOf(count)));
  }

  /** In the places of the result: a mean of whole numbers has decimal places, no other has more. */
  private BigDecimal mean(BigDecimal sum, long count, RoundingMode rounding) {
    BigDecimal scaled = unit == Unit.INT ? sum.movePointRight(4) : sum;
    return scaled.divide(BigDecimal.valueOf(count), 0, rounding);
  }

  private Recollection recollection(BigDecimal least, BigDecimal most, long now) {
    BigDecimal bound = BigDecimal.valueOf(Long.MAX_VALUE);
    if (least.abs().max(most.abs()).compareTo(bound) > 0) {
      return Recollection.of(
          new Absent(UnknownCause.OVERFLOWED, "the result is out of range"), until(now));
    }
    Unit of = unit == Unit.DURATION ? Unit.DURATION : Unit.DECIMAL;
    return new Recollection(
        of.value(least.longValueExact()), of.value(most.longValueExact()), until(now));
  }

  @Override
  boolean wouldChange(List<Value> values, long now) {
    return true;
  }
}
