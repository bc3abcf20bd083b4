package dev.zt.dsl.format;

import dev.zt.dsl.source.Width;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a formatted file as they come to be.
 *
 * <p>Comments at the ends of lines are put under each other when all lines are there.
 */
final class Page {
  private final List<PageLine> lines = new ArrayList<>();
  private final StringBuilder line = new StringBuilder();
  private @Nullable String endComment;
  private int column;
  private int indent;
  private int blanks;
  private boolean lineEnds;

  /** The column at which text would be written. */
  int column(int indentOfText) {
    if (lineEnds) {
      return indentOfText;
    }
    return isFresh() ? indent : column + blanks;
  }

  /** Whether the line ends here, whatever comes. */
  boolean lineEnds() {
    return lineEnds;
  }

  void text(String text, int indentOfText) {
    if (lineEnds) {
      newLine(indentOfText, false);
    }
    int start = column(indentOfText);
    line.append(" ".repeat(isFresh() ? indent : blanks));
    blanks = 0;
    String[] parts = text.split("\n", -1);
    line.append(parts[0]);
    column = start + Width.of(parts[0]);
    boolean starred = isStarred(parts);
    for (int i = 1; i < parts.length; i++) {
      lines.add(new PageLine(line.toString(), null));
      line.setLength(0);
      line.append(starred ? " ".repeat(start + 1) + parts[i].strip() : parts[i]);
      column = Width.of(line.toString());
    }
  }

  /** A comment whose lines all begin with an asterisk moves as a whole. */
  private static boolean isStarred(String[] parts) {
    for (int i = 1; i < parts.length; i++) {
      if (!parts[i].strip().startsWith("*")) {
        return false;
      }
    }
    return true;
  }

  void blanks(int count) {
    if (!isFresh()) {
      blanks = count;
    }
  }

  void newLine(int indentOfLine, boolean blankLine) {
    if (!isFresh()) {
      lines.add(new PageLine(line.toString(), endComment));
      line.setLength(0);
      endComment = null;
    }
    if (blankLine && !lines.isEmpty() && !lines.get(lines.size() - 1).isBlank()) {
      lines.add(PageLine.BLANK);
    }
    indent = Math.max(0, indentOfLine);
    column = indent;
    blanks = 0;
    lineEnds = false;
  }

  void endComment(String comment) {
    if (comment.indexOf('\n') < 0) {
      endComment = comment;
    } else {
      blanks = 1;
      text(comment, indent);
    }
    lineEnds = true;
  }

  void ownComment(String comment, int indentOfComment) {
    newLine(indentOfComment, false);
    text(comment, indentOfComment);
    lineEnds = true;
  }

  private boolean isFresh() {
    return line.length() == 0;
  }

  /** All lines, each with a line feed. */
  String finish() {
    newLine(0, false);
    return CommentColumns.join(lines);
  }
}
