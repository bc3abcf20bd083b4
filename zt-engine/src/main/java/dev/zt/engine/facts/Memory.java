package dev.zt.engine.facts;

import dev.zt.UnknownCause;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.List;

/** What is remembered of what happened, as a decision asks for it. Thread-safe; never throws. */
@FunctionalInterface
public interface Memory {
  /** Nothing is remembered, and nobody knows what happened. */
  Memory NONE =
      (behavior, key, present, now) ->
          Recollection.of(new Absent(UnknownCause.FAILED, "no behavior store"), Long.MAX_VALUE);

  /**
   * What a behavior has come to.
   *
   * @param behavior its qualified name
   * @param key the values of its keys in the order written
   * @param present the values of what is measured against the remembered; empty where the
   *     remembered is asked for as it is
   * @param now the instant of the decision in epoch milliseconds
   */
  Recollection recall(String behavior, List<Value> key, List<Value> present, long now);

  /** The same for a behavior that has one key and against which nothing is measured. */
  default Recollection recall(String behavior, Value key, long now) {
    return recall(behavior, List.of(key), List.of(), now);
  }

  /**
   * What a behavior has come to: a value, or two between which it lies.
   *
   * @param least the value, or the lower end of the interval
   * @param most the value, or the upper end; equal to {@code least} where it is exact or unknown
   * @param until epoch milliseconds before which passing time alone does not change it; {@link
   *     Long#MAX_VALUE} for ever
   */
  record Recollection(Reading least, Reading most, long until) {
    /** An exact value, or the reason why there is none. */
    public static Recollection of(Reading reading, long until) {
      return new Recollection(reading, reading, until);
    }
  }
}
