package dev.zt.engine.behavior;

import com.google.common.math.LongMath;
import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.math.BigInteger;
import java.util.List;

/**
 * The sum of numbers. What is positive and what is negative is summed up apart, so that of a bucket
 * that frays the rest is known to lie between the two.
 */
final class SumTally extends BucketTally {
  private static final int POSITIVE = 0;
  private static final int NEGATIVE = 1;
  private static final BigInteger LEAST = BigInteger.valueOf(Long.MIN_VALUE);
  private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

  private final Unit unit;

  SumTally(long over, Unit unit) {
    super(over);
    this.unit = unit;
  }

  @Override
  int measures() {
    return 2;
  }

  @Override
  void add(List<Value> values, long at) {
    long value = Unit.count(values.get(0));
    int bucket = bucket(at);
    int side = value > 0 ? POSITIVE : NEGATIVE;
    long sum = LongMath.saturatedAdd(measure(bucket, side), value);
    setMeasure(bucket, side, sum);
    if (sum == Long.MAX_VALUE || sum == Long.MIN_VALUE) {
      spoil(new Gap(end(at), Gap.Kind.OUT_OF_RANGE));
    }
  }

  @Override
  Recollection read(List<Value> present, long now) {
    BigInteger least = BigInteger.ZERO;
    BigInteger most = BigInteger.ZERO;
    int fraying = frays(now) ? oldest(now) : -1;
    for (int bucket = oldest(now); bucket < size(); bucket++) {
      BigInteger positive = BigInteger.valueOf(measure(bucket, POSITIVE));
      BigInteger negative = BigInteger.valueOf(measure(bucket, NEGATIVE));
      BigInteger sum = positive.add(negative);
      least = least.add(bucket == fraying ? negative : sum);
      most = most.add(bucket == fraying ? positive : sum);
    }
    if (least.compareTo(LEAST) < 0 || most.compareTo(MOST) > 0) {
      return new Gap(until(now), Gap.Kind.OUT_OF_RANGE).recollection();
    }
    return new Recollection(
        unit.value(least.longValueExact()), unit.value(most.longValueExact()), until(now));
  }

  @Override
  boolean wouldChange(List<Value> values, long now) {
    return Unit.count(values.get(0)) != 0;
  }
}
