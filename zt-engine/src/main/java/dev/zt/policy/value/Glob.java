package dev.zt.policy.value;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A pattern for text: {@code *} is any run of characters, also an empty one, {@code ?} one code
 * point, {@code \} takes the next character as it is; the whole text must match.
 *
 * <p>Matching takes time at most proportional to the product of the two lengths.
 */
public final class Glob {
  private static final int ANY_RUN = -1;
  private static final int ANY_ONE = -2;

  private final int[] tokens;

  private Glob(int[] tokens) {
    this.tokens = tokens;
  }

  /**
   * Reads a pattern.
   *
   * @throws InvalidText when it ends in a lone {@code \}, or holds half a surrogate pair
   */
  public static Glob parse(String text) {
    int[] points = text.codePoints().toArray();
    int[] tokens = new int[points.length];
    int count = 0;
    for (int at = 0; at < points.length; at++) {
      int token = points[at];
      if (token == '\\') {
        if (++at == points.length) {
          throw InvalidText.because(
              Quoted.name(text) + " ends in a `\\` that escapes nothing",
              "a backslash itself is matched by `\\\\`");
        }
        token = points[at];
      } else if (token == '*') {
        token = ANY_RUN;
      } else if (token == '?') {
        token = ANY_ONE;
      }
      if (Character.isBmpCodePoint(points[at]) && Character.isSurrogate((char) points[at])) {
        throw InvalidText.because(Quoted.name(text) + " holds half a surrogate pair");
      }
      boolean repeated = token == ANY_RUN && count > 0 && tokens[count - 1] == ANY_RUN;
      if (!repeated) {
        tokens[count++] = token;
      }
    }
    return new Glob(Arrays.copyOf(tokens, count));
  }

  /** Whether the whole text matches. */
  public boolean matches(String text) {
    int token = 0;
    int at = 0;
    int runToken = -1;
    int runEnd = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      if (token < tokens.length && tokens[token] == ANY_RUN) {
        runToken = token++;
        runEnd = at;
      } else if (token < tokens.length && (tokens[token] == ANY_ONE || tokens[token] == point)) {
        token++;
        at += Character.charCount(point);
      } else if (runToken >= 0) {
        // Only the last run needs to grow: whatever an earlier one could take in, this one can.
        runEnd += Character.charCount(text.codePointAt(runEnd));
        at = runEnd;
        token = runToken + 1;
      } else {
        return false;
      }
    }
    while (token < tokens.length && tokens[token] == ANY_RUN) {
      token++;
    }
    return token == tokens.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Glob that && Arrays.equals(tokens, that.tokens);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(tokens);
  }

  /** The pattern with nothing escaped that need not be, and one {@code *} for a row of them. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(tokens.length);
    for (int token : tokens) {
      if (token == ANY_RUN) {
        out.append('*');
      } else if (token == ANY_ONE) {
        out.append('?');
      } else {
        out.append(token == '*' || token == '?' || token == '\\' ? "\\" : "")
            .appendCodePoint(token);
      }
    }
    return out.toString();
  }
}
