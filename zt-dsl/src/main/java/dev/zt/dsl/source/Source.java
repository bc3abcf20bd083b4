package dev.zt.dsl.source;

import java.util.Arrays;

/**
 * The text of one policy file, and where its lines are.
 *
 * <p>A line ends at {@code \n}, {@code \r\n} or {@code \r}. Lines and columns count from 1; a
 * column counts code points, whatever their width on a screen. A byte order mark at the start is no
 * part of the text. Immutable; equality is identity, since two files may hold the same text.
 */
public final class Source {
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final String file;
  private final String text;
  private final boolean marked;
  private final int[] lineStarts;
  private final int[] pairs;

  /**
   * A source.
   *
   * @param file the name to show to the author
   * @param text the whole text
   */
  public Source(String file, String text) {
    this.file = file;
    this.marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
    this.text = marked ? text.substring(1) : text;
    this.lineStarts = lineStarts(this.text);
    this.pairs = pairs(this.text);
  }

  private static int[] lineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends = c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  /** Where the second halves of surrogate pairs stand, so that columns need no counting. */
  private static int[] pairs(String text) {
    int[] pairs = {};
    int count = 0;
    for (int i = 1; i < text.length(); i++) {
      if (Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i))) {
        if (count == pairs.length) {
          pairs = Arrays.copyOf(pairs, 2 * count + 1);
        }
        pairs[count++] = i;
      }
    }
    return Arrays.copyOf(pairs, count);
  }

  private int pairsBefore(int offset) {
    int found = Arrays.binarySearch(pairs, offset);
    return found >= 0 ? found : -found - 1;
  }

  private int codePoints(int start, int end) {
    return end - start - (pairsBefore(end) - pairsBefore(start));
  }

  /** The name that the author sees. */
  public String file() {
    return file;
  }

  /** The whole text, without a byte order mark. */
  public String text() {
    return text;
  }

  /** Whether a byte order mark stood before the text. */
  public boolean hasByteOrderMark() {
    return marked;
  }

  /** The bytes of the text in UTF-8; a lone surrogate counts as two. */
  public long utf8Length() {
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        length++;
      } else if (c < 0x800 || Character.isSurrogate(c)) {
        length += 2;
      } else {
        length += 3;
      }
    }
    return length;
  }

  /** The text that a span covers. */
  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  /** The number of lines; text that ends with a line break has an empty last line. */
  public int lineCount() {
    return lineStarts.length;
  }

  /** The line of an offset, from 1. */
  public int line(int offset) {
    int found = Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found + 1 : -found - 1;
  }

  /** The column of an offset in its line, from 1, in code points. */
  public int column(int offset) {
    return codePoints(lineStart(line(offset)), offset) + 1;
  }

  /** The number of code points that a span covers. */
  public int length(Span span) {
    return codePoints(span.start(), span.end());
  }

  /** The stretch that begins at that line and column and holds that many code points. */
  public Span span(int line, int column, int length) {
    int start = text.offsetByCodePoints(lineStart(line), column - 1);
    return new Span(start, text.offsetByCodePoints(start, length));
  }

  /** The offset at which a line begins. */
  public int lineStart(int line) {
    return lineStarts[line - 1];
  }

  /** The text of a line without its line break. */
  public String lineText(int line) {
    int start = lineStart(line);
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return file;
  }
}
