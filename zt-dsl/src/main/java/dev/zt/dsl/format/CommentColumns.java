package dev.zt.dsl.format;

import dev.zt.dsl.source.Width;
import java.util.List;

/**
 * Puts the comments at the ends of lines under each other: in the usual column, or two blanks after
 * the longest line with a comment where one is longer. Lines up to a blank line belong together.
 */
final class CommentColumns {
  /** The column of most comments on the pages about the language, from 0. */
  private static final int USUAL = 48;

  private static final int LEAST_GAP = 2;

  private CommentColumns() {}

  static String join(List<PageLine> lines) {
    StringBuilder text = new StringBuilder();
    int start = 0;
    while (start < lines.size()) {
      int end = start + 1;
      while (end < lines.size() && !lines.get(end).isBlank()) {
        end++;
      }
      append(lines.subList(start, end), text);
      start = end;
    }
    return text.toString();
  }

  private static void append(List<PageLine> block, StringBuilder text) {
    int column = column(block);
    for (PageLine line : block) {
      text.append(line.code());
      if (line.comment() != null) {
        text.append(" ".repeat(column - Width.of(line.code()))).append(line.comment());
      }
      text.append('\n');
    }
  }

  private static int column(List<PageLine> block) {
    int code = 0;
    int comment = 0;
    for (PageLine line : block) {
      if (line.comment() != null) {
        code = Math.max(code, Width.of(line.code()) + LEAST_GAP);
        comment = Math.max(comment, Width.of(line.comment()));
      }
    }
    return code <= USUAL && USUAL + comment <= Printer.WIDTH ? USUAL : code;
  }
}
