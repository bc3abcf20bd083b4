package dev.zt.engine.behavior;

import dev.zt.policy.Behavior;
import java.util.Objects;

/**
 * How a behavior is remembered.
 *
 * @param number its place among the behaviors that a store has known
 * @param secret what nobody outside of the store knows
 */
record Recipe(Behavior behavior, int number, Limits limits, long secret) {
  private static final boolean SCORES_ANOMALIES = AnomalyTally.isAvailable();

  Recipe {
    Objects.requireNonNull(behavior, "behavior");
    Objects.requireNonNull(limits, "limits");
  }

  Tally tally() {
    long over = behavior.over();
    return switch (behavior.aggregate()) {
      case COUNT -> new CountTally(over);
      case SUM -> new SumTally(over, unit());
      case MAX -> new MaxTally(over);
      case MEAN -> new MeanTally(over, unit());
      case DISTINCT -> new DistinctTally(over, limits.valuesPerKey(), secret);
      case VALUES -> new ValuesTally(over, limits.valuesPerKey());
      case LAST -> new LastTally(over);
      case ZSCORE -> new ScoreTally(over, behavior.measured().isEmpty());
      case ANOMALY ->
          SCORES_ANOMALIES
              ? new AnomalyTally(
                  over, behavior.values().size(), behavior.measured().isEmpty(), secret)
              : new UnavailableTally(over);
    };
  }

  private Unit unit() {
    return Unit.of(behavior.values().get(0).type());
  }
}
