package dev.zt.engine.behavior;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.util.List;

/** How often something happened. */
final class CountTally extends BucketTally {
  CountTally(long over) {
    super(over);
  }

  @Override
  int measures() {
    return 1;
  }

  @Override
  void add(List<Value> values, long at) {
    int bucket = bucket(at);
    setMeasure(bucket, 0, measure(bucket, 0) + 1);
  }

  @Override
  Recollection read(List<Value> present, long now) {
    int oldest = oldest(now);
    long count = 0;
    for (int bucket = oldest; bucket < size(); bucket++) {
      count += measure(bucket, 0);
    }
    Value most = new Value.Int(count);
    if (!frays(now)) {
      return Recollection.of(most, until(now));
    }
    long least = count - measure(oldest, 0) + 1;
    return new Recollection(new Value.Int(least), new Value.Int(count - 1), until(now));
  }

  @Override
  boolean wouldChange(List<Value> values, long now) {
    return true;
  }
}
