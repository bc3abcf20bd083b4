package dev.zt.dsl.format;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.syntax.Lexeme;
import java.util.List;
import java.util.Random;

/** Puts blanks, line breaks and comments between the words of a policy file. */
public final class Noise {
  private static final List<String> QUIET = List.of(" ", " ", " ", " ", "  ", "\t", "\n", "\r\n");
  private static final List<String> LOUD =
      List.of(
          "\n\n",
          "\n\n\n",
          "\r",
          " // c\n",
          "\n// 日本 c\n",
          "\n\n// c\n\n",
          "\n/// d\n",
          " /// d\n",
          " /* b */ ",
          "\n/* b */ ",
          " /* b */\n",
          "\n/* b\n * c\n */\n",
          " /* b\n    c */ ",
          " /* b */ // c\n",
          "\n/* b */ /* c */\n");

  private final Random random;
  private final int loudness;

  /**
   * Noise.
   *
   * @param loudness how many of 100 places get a comment or a blank line
   */
  public Noise(Random random, int loudness) {
    this.random = random;
    this.loudness = loudness;
  }

  /** The same words in another layout, with more comments. */
  public String in(String text) {
    StringBuilder noisy = new StringBuilder();
    for (Lexeme lexeme : Lexeme.of(new Source("file.zt", text))) {
      noisy.append(pick()).append(lexeme.text());
      if (lexeme.kind() == Lexeme.Kind.LINE_COMMENT || lexeme.kind() == Lexeme.Kind.DOC_COMMENT) {
        noisy.append('\n');
      }
    }
    return noisy.append(pick()).toString();
  }

  private String pick() {
    if (random.nextInt(100) >= loudness) {
      return QUIET.get(random.nextInt(QUIET.size()));
    }
    String comment = LOUD.get(random.nextInt(LOUD.size()));
    return random.nextInt(3) > 0 ? comment : comment + pick();
  }
}
