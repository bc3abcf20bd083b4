package dev.zt.engine.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The last thing that is written in a line: the number of its record and a hash, {@code 17:9f86…},
 * before the brackets and quotes that close it. The hash is the SHA-256 of the hash of the record
 * before and of the line with zeros in place of its own.
 *
 * @param number the number of the record, from 1
 * @param at where the hash begins in the line
 * @param hash the hash as it is written, in lower-case hexadecimal
 */
record Seal(long number, int at, String hash) {
  static final int LENGTH = 64;

  /** What stands in a line before it is sealed, and before the first record. */
  static final String NONE = "0".repeat(LENGTH);

  private static final int MOST_DIGITS = 18;

  /** Seals a line: writes the hash over the zeros that stand there. */
  static String seal(MessageDigest digest, String previous, byte[] line, int at) {
    String hash = hash(digest, previous, line, at);
    byte[] text = hash.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(text, 0, line, at, LENGTH);
    return hash;
  }

  /** The seal of a line, with or without its line break; null when it has none. */
  static @Nullable Seal of(byte[] line) {
    int end = line.length;
    while (end > 0 && isClosing(line[end - 1])) {
      end--;
    }
    int at = end - LENGTH;
    if (at < 2 || line[at - 1] != ':') {
      return null;
    }
    for (int i = at; i < end; i++) {
      if (Character.digit(line[i], 16) < 0 || Character.isUpperCase(line[i])) {
        return null;
      }
    }
    int from = at - 1;
    while (from > 0 && line[from - 1] >= '0' && line[from - 1] <= '9') {
      from--;
    }
    int digits = at - 1 - from;
    if (digits == 0 || digits > MOST_DIGITS) {
      return null;
    }
    long number = Long.parseLong(text(line, from, at - 1));
    return new Seal(number, at, text(line, at, end));
  }

  /** Whether the line is what was sealed after that hash. */
  boolean fits(MessageDigest digest, String previous, byte[] line) {
    return hash.equals(hash(digest, previous, line, at));
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static String hash(MessageDigest digest, String previous, byte[] line, int at) {
    digest.update(previous.getBytes(StandardCharsets.ISO_8859_1));
    digest.update(line, 0, at);
    digest.update(NONE.getBytes(StandardCharsets.ISO_8859_1));
    digest.update(line, at + LENGTH, line.length - at - LENGTH);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String text(byte[] line, int from, int to) {
    return new String(Arrays.copyOfRange(line, from, to), StandardCharsets.ISO_8859_1);
  }

  private static boolean isClosing(byte character) {
    return character == '"' || character == '}' || character == '\n';
  }
}
