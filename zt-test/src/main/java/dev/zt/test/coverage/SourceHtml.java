package dev.zt.test.coverage;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A policy file, line by line, with what is marked in it. */
final class SourceHtml {
  private final String id;
  private final String text;
  private final Highlight.Ink[] inks;
  private final List<Mark> marks;
  private final StringBuilder out = new StringBuilder();
  private int next;
  private int line;

  private SourceHtml(String id, String text, List<Mark> marks) {
    this.id = id;
    this.text = text;
    this.inks = Highlight.of(text);
    this.marks = marks;
  }

  /**
   * The file as a list of lines.
   *
   * @param id what the names of its anchors begin with
   */
  static String of(String id, String text, List<Mark> marks) {
    SourceHtml html = new SourceHtml(id, text, marks);
    html.write();
    return html.out.toString();
  }

  private void write() {
    out.append("<ol class=\"source\">\n");
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      line(start, end);
      start = end + 1;
    }
    out.append("</ol>\n");
  }

  private void line(int start, int end) {
    line++;
    Mark.State worst = worst(start, end);
    out.append("<li id=\"").append(id).append("-L").append(line).append('"');
    if (worst != null) {
      out.append(" class=\"").append(worst.css()).append('"');
    }
    out.append("><code>");
    int at = start;
    while (next < marks.size() && marks.get(next).start() < end) {
      Mark mark = marks.get(next);
      plain(at, Math.max(at, mark.start()));
      int stop = Math.min(end, mark.end());
      mark(mark, Math.max(at, mark.start()), stop);
      at = stop;
      if (mark.end() > end) {
        break;
      }
      next++;
    }
    plain(at, end);
    out.append("</code></li>\n");
  }

  private Mark.@Nullable State worst(int start, int end) {
    return marks.stream()
        .filter(mark -> mark.start() < end && mark.end() > start)
        .map(Mark::state)
        .reduce(Mark.State::worse)
        .orElse(null);
  }

  /** A mark or what of it stands on this line; only its beginning says something. */
  private void mark(Mark mark, int start, int end) {
    boolean begins = start == mark.start();
    String tip = id + "-t" + next;
    out.append("<span class=\"mark ").append(mark.state().css()).append('"');
    if (begins) {
      out.append(" tabindex=\"0\" aria-describedby=\"").append(tip).append('"');
      out.append(" aria-label=\"");
      out.append(Markup.escape(mark.name() + ", " + mark.state().text())).append('"');
    }
    out.append('>');
    plain(start, end);
    if (begins) {
      out.append("<span class=\"tip\" role=\"tooltip\" id=\"").append(tip).append("\">");
      out.append(mark.tip()).append("</span>");
    }
    out.append("</span>");
  }

  private void plain(int start, int end) {
    int at = start;
    while (at < end) {
      int stop = at + 1;
      while (stop < end && inks[stop] == inks[at]) {
        stop++;
      }
      String piece = Markup.escape(text.substring(at, stop).replace("\r", ""));
      if (inks[at] == Highlight.Ink.PLAIN) {
        out.append(piece);
      } else {
        out.append("<span class=\"").append(inks[at].name().toLowerCase(Locale.ROOT));
        out.append("\">").append(piece).append("</span>");
      }
      at = stop;
    }
  }
}
