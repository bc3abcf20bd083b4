package dev.zt.engine.behavior;

import dev.zt.policy.value.Value;
import java.util.List;

/** How many different values there are. */
final class DistinctTally extends ValuesTally {
  DistinctTally(long over, int most) {
    super(over, most);
  }

  @Override
  Value result(List<Value> values) {
    return new Value.Int(values.size());
  }
}
