package dev.zt.engine.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a name in Java meets a declared one: {@code diskEncrypted} is {@code disk_encrypted}, {@code
 * HEALTHY} is {@code healthy}. Case and underscores do not count, unless they are all that tells
 * two declared names apart.
 */
final class JavaName {
  private JavaName() {}

  /** What is left of a name when case and underscores do not count. */
  static String bare(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }

  /**
   * The same by what is left of the names, without those of which nothing then tells them apart.
   */
  static <T> Map<String, T> byBare(Map<String, T> byName) {
    Map<String, T> byBare = new HashMap<>();
    Set<String> ambiguous = new HashSet<>();
    for (Map.Entry<String, T> each : byName.entrySet()) {
      String bare = bare(each.getKey());
      if (byBare.putIfAbsent(bare, each.getValue()) != null) {
        ambiguous.add(bare);
      }
    }
    byBare.keySet().removeAll(ambiguous);
    return Map.copyOf(byBare);
  }
}
