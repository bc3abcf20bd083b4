package dev.zt.dsl.diagnostic;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the declared name that an author most likely meant. */
public final class Nearest {
  private Nearest() {}

  /**
   * The candidate nearest to what was written: one that differs in case or underscores alone, else
   * the one with the fewest letters inserted, left out, changed or swapped, if they are few enough
   * for a slip. Of equals the first in alphabetical order.
   */
  public static Optional<String> to(String written, Collection<String> candidates) {
    String best = null;
    int bestDistance = Integer.MAX_VALUE;
    for (String candidate : candidates) {
      if (candidate.equals(written)) {
        continue;
      }
      int distance = distance(written, candidate);
      boolean closer =
          distance < bestDistance
              || (distance == bestDistance && best != null && candidate.compareTo(best) < 0);
      if (distance <= cutoff(written, candidate) && closer) {
        best = candidate;
        bestDistance = distance;
      }
    }
    return Optional.ofNullable(best);
  }

  /** The help for a name: {@code did you mean `x`?}, or nothing. */
  public static Optional<String> help(String written, Collection<String> candidates) {
    return to(written, candidates).map(name -> "did you mean `" + name + "`?");
  }

  private static int cutoff(String written, String candidate) {
    int shorter = Math.min(written.length(), candidate.length());
    return Math.min(3, (shorter + 1) / 3);
  }

  private static int distance(String written, String candidate) {
    if (written.equalsIgnoreCase(candidate)) {
      return -2;
    }
    if (bare(written).equals(bare(candidate))) {
      return -1;
    }
    return editDistance(written, candidate);
  }

  private static String bare(String name) {
    return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
  }

  /** Damerau-Levenshtein distance in which a swapped pair is not edited again. */
  private static int editDistance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 3) {
      return Integer.MAX_VALUE;
    }
    int[] beforePrevious = new int[b.length() + 1];
    int[] previous = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int least = Math.min(previous[j - 1] + change, Math.min(previous[j], current[j - 1]) + 1);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          least = Math.min(least, beforePrevious[j - 2] + 1);
        }
        current[j] = least;
      }
      int[] spare = beforePrevious;
      beforePrevious = previous;
      previous = current;
      current = spare;
    }
    return previous[b.length()];
  }
}
