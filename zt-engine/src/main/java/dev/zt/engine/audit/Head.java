package dev.zt.engine.audit;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How far a chain has come.
 *
 * @param number the number of the last record; 0 before the first
 * @param hash its hash
 */
record Head(long number, String hash) {
  static final Head START = new Head(0, Seal.NONE);

  private static final Pattern CONTINUES = Pattern.compile("continues (\\d{1,18}):([0-9a-f]{64})");

  /** What the first line of a file says. */
  String text() {
    return "continues " + number + ":" + hash;
  }

  /** What the first line of a file says that it continues; null when it says nothing. */
  static @Nullable Head read(byte[] line) {
    Matcher said = CONTINUES.matcher(new String(line, StandardCharsets.ISO_8859_1));
    return said.find() ? new Head(Long.parseLong(said.group(1)), said.group(2)) : null;
  }
}
