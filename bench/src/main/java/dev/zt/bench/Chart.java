package dev.zt.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Lines over two logarithmic axes, as SVG.
 *
 * @param title stands above
 * @param across what the horizontal axis counts
 * @param up what the vertical axis counts
 */
record Chart(String title, String across, String up, List<Line> lines) {
  private static final double WIDTH = 860;
  private static final double HEIGHT = 480;
  private static final double LEFT = 74;
  private static final double RIGHT = 650;
  private static final double TOP = 46;
  private static final double BOTTOM = 424;
  private static final double LABEL_HEIGHT = 14;
  private static final List<String> COLOURS =
      List.of(
          "#111111", "#0b62d6", "#5aa0f2", "#d1495b", "#e08b1a", "#2a9d4e", "#8e44ad", "#b5389a",
          "#6b7a8f", "#00838f", "#7a5c1e");

  /** A named line through points. */
  record Line(String name, List<Point> points) {}

  /** Both positive. */
  record Point(double x, double y) {}

  private record Label(String name, String colour, double x, double y) {}

  /** The drawing; nothing but a title if there is no line. */
  String svg() {
    List<Point> points = lines.stream().flatMap(line -> line.points().stream()).toList();
    StringBuilder svg = new StringBuilder();
    add(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" font-family=\"sans-serif\""
            + " font-size=\"12\">",
        WIDTH,
        HEIGHT);
    add(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
    add(svg, "<text x=\"%.0f\" y=\"24\" font-size=\"15\">%s</text>", LEFT, escaped(title));
    if (!points.isEmpty()) {
      Axis x = Axis.over(points.stream().mapToDouble(Point::x).toArray(), LEFT, RIGHT);
      Axis y = Axis.over(points.stream().mapToDouble(Point::y).toArray(), BOTTOM, TOP);
      grid(svg, x, y);
      lines(svg, x, y);
    }
    return svg.append("</svg>\n").toString();
  }

  private void grid(StringBuilder svg, Axis x, Axis y) {
    for (int decade = x.low(); decade <= x.high(); decade++) {
      double at = x.at(Math.pow(10, decade));
      add(svg, "<path d=\"M%.1f %.1fV%.1f\" stroke=\"#ddd\"/>", at, TOP, BOTTOM);
      add(
          svg,
          "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
          at,
          BOTTOM + 18,
          power(decade));
    }
    for (int decade = y.low(); decade <= y.high(); decade++) {
      double at = y.at(Math.pow(10, decade));
      add(svg, "<path d=\"M%.1f %.1fH%.1f\" stroke=\"#ddd\"/>", LEFT, at, RIGHT);
      add(
          svg,
          "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%s</text>",
          LEFT - 8,
          at + 4,
          power(decade));
    }
    add(
        svg,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>",
        (LEFT + RIGHT) / 2,
        BOTTOM + 42,
        escaped(across));
    add(
        svg,
        "<text transform=\"translate(18 %.1f) rotate(-90)\" text-anchor=\"middle\">%s</text>",
        (TOP + BOTTOM) / 2,
        escaped(up));
  }

  private void lines(StringBuilder svg, Axis x, Axis y) {
    List<Label> labels = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      String colour = COLOURS.get(i % COLOURS.size());
      StringBuilder path = new StringBuilder();
      for (Point point : line.points()) {
        add(path, "%s%.1f %.1f", path.isEmpty() ? "M" : "L", x.at(point.x()), y.at(point.y()));
        add(
            svg,
            "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>",
            x.at(point.x()),
            y.at(point.y()),
            colour);
      }
      add(svg, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"/>", path, colour);
      Point last = line.points().get(line.points().size() - 1);
      labels.add(new Label(line.name(), colour, x.at(last.x()), y.at(last.y())));
    }
    labels(svg, labels);
  }

  /** Names beside the ends of their lines, pushed apart where they would overlap. */
  private static void labels(StringBuilder svg, List<Label> labels) {
    double free = TOP - LABEL_HEIGHT;
    for (Label label : labels.stream().sorted(Comparator.comparingDouble(Label::y)).toList()) {
      double at = Math.max(free, label.y());
      add(
          svg,
          "<path d=\"M%.1f %.1fL%.1f %.1f\" stroke=\"%s\" stroke-dasharray=\"2 2\"/>",
          label.x(),
          label.y(),
          RIGHT + 14,
          at,
          label.colour());
      add(
          svg,
          "<text x=\"%.1f\" y=\"%.1f\" fill=\"%s\">%s</text>",
          RIGHT + 18,
          at + 4,
          label.colour(),
          escaped(label.name()));
      free = at + LABEL_HEIGHT;
    }
  }

  private static String power(int decade) {
    return decade < 0
        ? String.format(Locale.ROOT, "%." + -decade + "f", Math.pow(10, decade))
        : String.format(Locale.ROOT, "%,.0f", Math.pow(10, decade));
  }

  private static void add(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }

  /** Whole decades between two places. */
  private record Axis(int low, int high, double from, double to) {
    static Axis over(double[] values, double from, double to) {
      double least = Double.MAX_VALUE;
      double most = 0;
      for (double value : values) {
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
      int low = (int) Math.floor(Math.log10(least));
      int high = (int) Math.ceil(Math.log10(most));
      return new Axis(low, Math.max(high, low + 1), from, to);
    }

    double at(double value) {
      return from + (to - from) * (Math.log10(value) - low) / (high - low);
    }
  }
}
