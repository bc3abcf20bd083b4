package dev.zt.dsl.format;

import dev.zt.dsl.syntax.PolicyFile;
import java.util.List;

/**
 * Writes a policy file in the one layout.
 *
 * <p>Words, literals and comments stay what they are and, imports aside, where they are; blanks and
 * line breaks are decided here. Thread-safe.
 */
public final class Formatter {
  private Formatter() {}

  /**
   * The file in its layout: lines end with a line feed, the last one too.
   *
   * @param file a file that was read without an error
   */
  public static String format(PolicyFile file) {
    List<Token> tokens = TokenReader.read(file.source());
    List<Token> normal = Separators.apply(file, OnWords.apply(file, tokens));
    return Printer.print(FileLayout.of(file, new Tokens(normal)));
  }
}
