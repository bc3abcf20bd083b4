package dev.zt.test.search;

/** The parts of a case's sentence, as it is written. */
public final class Sentence {
  private static final String WITH = " with ";

  private Sentence() {}

  /** What the sentence lays over, from its first {@code with} on; empty where it has none. */
  public static String with(String sentence) {
    boolean quoted = false;
    for (int i = 0; i < sentence.length(); i++) {
      char c = sentence.charAt(i);
      if (quoted && c == '\\') {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && sentence.startsWith(WITH, i)) {
        return sentence.substring(i + 1);
      }
    }
    return "";
  }
}
