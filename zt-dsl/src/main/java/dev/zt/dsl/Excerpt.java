package dev.zt.dsl;

import dev.zt.dsl.diagnostic.Diagnostic;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Width;

/**
 * Shows a diagnostic with the line it is about and the text to change underlined.
 *
 * <p>Of a long line the part around that text is shown. Characters that a terminal would act on or
 * not show are replaced, so that the underline stands where it should and a line cannot pretend to
 * be another one. Where there is no text, as of a folder, its place is all that is shown.
 */
final class Excerpt {
  private static final int BEFORE = 80;
  private static final int AFTER = 60;
  private static final int MOST = 120;
  private static final int REPLACEMENT = 0xFFFD;

  private final StringBuilder line = new StringBuilder();
  private final StringBuilder underline = new StringBuilder();

  private Excerpt() {}

  static String of(Diagnostic diagnostic) {
    return new Excerpt().write(diagnostic);
  }

  private String write(Diagnostic diagnostic) {
    Source source = diagnostic.source();
    String help = diagnostic.help();
    if (source.text().isEmpty()) {
      return headline(diagnostic) + (help == null ? "" : "  " + help + "\n");
    }
    int number = diagnostic.line();
    draw(source, number, diagnostic);
    String margin = " ".repeat(Integer.toString(number).length());
    return headline(diagnostic)
        + margin
        + " |\n"
        + number
        + " | "
        + line
        + "\n"
        + margin
        + " | "
        + underline
        + (help == null ? "" : " " + help)
        + "\n";
  }

  private static String headline(Diagnostic diagnostic) {
    return diagnostic.file()
        + ":"
        + diagnostic.line()
        + ":"
        + diagnostic.column()
        + ": "
        + diagnostic.severity().word()
        + " "
        + diagnostic.code().id()
        + ": "
        + diagnostic.message()
        + "\n";
  }

  /** Writes the line and, below it, blanks and carets of the same width. */
  private void draw(Source source, int number, Diagnostic diagnostic) {
    String text = source.lineText(number);
    int start = diagnostic.span().start() - source.lineStart(number);
    int end = Math.min(text.length(), diagnostic.span().end() - source.lineStart(number));
    int from = Math.max(0, start - BEFORE);
    int to = Math.min(text.length(), Math.max(Math.min(end, start + MOST), start) + AFTER);
    if (from > 0) {
      append('…', ' ');
    }
    for (int at = from; at < to; ) {
      int point = text.codePointAt(at);
      append(point, at >= start && at < end ? '^' : ' ');
      at += Character.charCount(point);
    }
    if (to < text.length()) {
      append('…', ' ');
    }
    String carets = underline.toString().stripTrailing();
    underline.setLength(0);
    underline.append(carets.indexOf('^') >= 0 ? carets : blanks(text, from, start) + "^");
  }

  private String blanks(String text, int from, int start) {
    Excerpt before = new Excerpt();
    if (from > 0) {
      before.append('…', ' ');
    }
    text.substring(from, Math.min(start, text.length()))
        .codePoints()
        .forEach(point -> before.append(point, ' '));
    return before.underline.toString();
  }

  private void append(int point, char below) {
    if (point == '\t') {
      line.append('\t');
      underline.append(below == '^' ? "^" : "\t");
    } else if (isUnseen(point)) {
      line.appendCodePoint(REPLACEMENT);
      underline.append(below);
    } else {
      line.appendCodePoint(point);
      underline.append(String.valueOf(below).repeat(Width.of(point)));
    }
  }

  private static boolean isUnseen(int point) {
    int type = Character.getType(point);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
