package dev.zt.engine.behavior;

import dev.zt.UnknownCause;
import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Value;
import java.io.DataInput;
import java.io.DataOutput;
import java.util.List;

/** A score that nothing here can compute. */
final class UnavailableTally extends Tally {
  private static final Recollection ABSENT =
      Recollection.of(
          new Absent(UnknownCause.FAILED, "no library for scores of anomaly is on the class path"),
          Long.MAX_VALUE);

  UnavailableTally(long over) {
    super(over);
  }

  @Override
  void add(List<Value> values, long at) {}

  @Override
  Recollection read(List<Value> present, long now) {
    return ABSENT;
  }

  @Override
  void write(DataOutput out) {}

  @Override
  void read(DataInput in) {}

  @Override
  boolean wouldChange(List<Value> values, long now) {
    return false;
  }
}
