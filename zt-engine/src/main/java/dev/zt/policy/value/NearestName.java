package dev.zt.policy.value;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The one name of a list that a misspelling most plausibly stands for. */
public final class NearestName {
  private static final int LONGEST = 64;

  private NearestName() {}

  /**
   * The name at the least edit distance (insert, delete, replace, swap neighbours; case ignored),
   * or null when that is more than a quarter of the length, or two names are equally near.
   */
  public static @Nullable String of(String written, Collection<String> names) {
    if (written.length() > LONGEST) {
      return null;
    }
    String wanted = written.toLowerCase(Locale.ROOT);
    int least = Math.max(1, wanted.length() / 4) + 1;
    String nearest = null;
    for (String name : names) {
      int distance = distance(wanted, name.toLowerCase(Locale.ROOT));
      if (distance < least) {
        least = distance;
        nearest = name;
      } else if (distance == least) {
        nearest = null;
      }
    }
    return nearest;
  }

  private static int distance(String left, String right) {
    int[] beforeLast = new int[right.length() + 1];
    int[] last = new int[right.length() + 1];
    Arrays.setAll(last, i -> i);
    for (int i = 1; i <= left.length(); i++) {
      int[] row = new int[right.length() + 1];
      row[0] = i;
      for (int j = 1; j <= right.length(); j++) {
        boolean same = left.charAt(i - 1) == right.charAt(j - 1);
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1
            && j > 1
            && left.charAt(i - 1) == right.charAt(j - 2)
            && left.charAt(i - 2) == right.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
      }
      beforeLast = last;
      last = row;
    }
    return last[right.length()];
  }
}
