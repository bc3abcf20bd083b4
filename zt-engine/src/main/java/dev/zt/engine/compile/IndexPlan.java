package dev.zt.engine.compile;

import java.util.List;

/** An index that there might be. */
abstract sealed class IndexPlan permits KeyPlan, IntervalPlan {
  private List<Traits> rules;
  private double spared;

  /**
   * A plan.
   *
   * @param rules those that would be in it
   */
  IndexPlan(List<Traits> rules) {
    this.rules = rules;
    this.spared = -1;
  }

  List<Traits> rules() {
    return rules;
  }

  /** Leaves out what has found another place. */
  void omitPlaced() {
    List<Traits> left = rules.stream().filter(rule -> !rule.isPlaced()).toList();
    if (left.size() < rules.size()) {
      rules = left;
      spared = -1;
    }
  }

  /** How many of its rules a request need not look at. */
  double spared() {
    if (spared < 0) {
      spared = rules.size() - lookedAt();
    }
    return spared;
  }

  /** How many of its rules a request must look at. */
  abstract double lookedAt();

  /** The place of its rules. */
  abstract Place place(Arrangement arrangement);
}
