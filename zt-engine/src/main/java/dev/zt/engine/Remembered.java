package dev.zt.engine;

import dev.zt.engine.behavior.Contribution;
import dev.zt.engine.behavior.JointKey;
import dev.zt.policy.value.Value;
import java.util.List;

/**
 * What is remembered under one key of a behavior.
 *
 * @param behavior its qualified name
 * @param key the values of its keys in the order written
 */
record Remembered(String behavior, List<Value> key) {
  Remembered {
    key = List.copyOf(key);
  }

  static Remembered of(Contribution contribution) {
    return new Remembered(contribution.to().name(), JointKey.parts(contribution.key()));
  }

  /** The behavior alone: a key may hold what is nobody's business. */
  @Override
  public String toString() {
    return behavior;
  }
}
