package dev.zt.engine.behavior;

import dev.zt.policy.Behavior;

/** How a behavior is remembered. Immutable and thread-safe. */
public final class Recipe {
  private static final boolean SCORES_ANOMALIES = AnomalyTally.isAvailable();

  private final Behavior behavior;
  private final int number;
  private final Limits limits;
  private final long secret;

  /**
   * @param number its place among the behaviors that a store has known
   * @param secret what nobody outside of the store knows
   */
  Recipe(Behavior behavior, int number, Limits limits, long secret) {
    this.behavior = behavior;
    this.number = number;
    this.limits = limits;
    this.secret = secret;
  }

  int number() {
    return number;
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

  /** The qualified name of the behavior. */
  public String name() {
    return behavior.name();
  }
}
