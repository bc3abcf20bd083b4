package dev.zt.dsl.check.lint;

import dev.zt.policy.value.Glob;

/**
 * The text before the first wildcard of a pattern.
 *
 * @param whole whether the pattern has no wildcard
 * @param anyRest whether the rest of the pattern matches whatever follows
 */
record PatternStart(String text, boolean whole, boolean anyRest) {
  static PatternStart of(Glob pattern) {
    String written = pattern.toString();
    StringBuilder start = new StringBuilder();
    int i = 0;
    while (i < written.length() && written.charAt(i) != '*' && written.charAt(i) != '?') {
      if (written.charAt(i) == '\\') {
        i++;
      }
      start.append(written.charAt(i));
      i++;
    }
    String rest = written.substring(i);
    return new PatternStart(
        start.toString(), rest.isEmpty(), !rest.isEmpty() && rest.chars().allMatch(c -> c == '*'));
  }
}
