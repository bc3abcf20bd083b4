package dev.zt.test.coverage;

import java.util.Locale;

/**
 * How many of how many.
 *
 * @param covered how many are covered, at most {@code total}
 * @param total how many there are to cover
 */
public record Ratio(int covered, int total) {
  public Ratio {
    if (covered < 0 || covered > total) {
      throw new IllegalArgumentException(covered + " of " + total);
    }
  }

  /** From 0 to 100; 100 where there is nothing to cover. */
  public double percent() {
    return total == 0 ? 100 : 100.0 * covered / total;
  }

  /** Whether a gate of so many percent is passed; nothing is rounded. */
  public boolean isAtLeast(double percent) {
    return total == 0 || 100.0 * covered >= percent * total;
  }

  /** {@code 87.5 % (7 of 8)}; less than all never reads as 100. */
  @Override
  public String toString() {
    return shown() + " % (" + covered + " of " + total + ")";
  }

  /** The percentage with at most one decimal place, rounded down. */
  String shown() {
    double floored = Math.floor(percent() * 10) / 10;
    return floored == Math.rint(floored)
        ? Long.toString((long) floored)
        : String.format(Locale.ROOT, "%.1f", floored);
  }
}
