package dev.zt.dsl.format;

import dev.zt.dsl.source.Width;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Lays out what is in brackets: on one line, or each element on a line of its own. A list or record
 * that the author begins on a new line stays so; short elements share their lines.
 */
final class Brackets {
  /** The columns of a value up to which it shares its line with others. */
  private static final int SHORT_VALUE = 24;

  /** The columns of a name with its value up to which it shares its line with others. */
  private static final int SHORT_PROPERTY = 48;

  /** The columns of a text that fits on no line of its own. */
  private static final int LONG_TEXT = 90;

  private final Tokens tokens;
  private final Expressions expressions;

  Brackets(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** Values, arguments, or a condition. */
  Doc expressions(int opener) {
    int closer = tokens.closer(opener);
    if (tokens.is(opener, "(") && tokens.isKeyword(opener - 1, "for")) {
      return Doc.of(
          expressions.token(opener),
          expressions.words(opener + 1, closer),
          gap(closer),
          expressions.token(closer));
    }
    if (tokens.is(opener, "(") && holdsOneCondition(opener, closer)) {
      return Doc.of(
          expressions.token(opener),
          element(opener + 1, closer),
          gap(closer),
          expressions.token(closer));
    }
    return rows(opener, closer).orElseGet(() -> elements(opener, closer, this::element));
  }

  /** A table: the rows with their cells below each other, if it is one. */
  private Optional<Doc> rows(int opener, int closer) {
    if (!tokens.is(opener, "[") || !tokens.is(opener + 1, "(")) {
      return Optional.empty();
    }
    List<Row> rows = new ArrayList<>();
    for (int i = opener + 1; i < closer; i = end(i, closer) + 1) {
      boolean row = tokens.is(i, "(") && tokens.closer(i) + 1 == end(i, closer);
      if (!row) {
        return Optional.empty();
      }
      rows.add(row(i, closer));
    }
    int cells = rows.get(0).cells().size();
    boolean alike = rows.stream().allMatch(row -> row.cells().size() == cells && row.isFlat());
    if (!alike) {
      return Optional.of(
          elements(opener, closer, rows.stream().map(row -> row.doc(List.of())).toList()));
    }
    List<Integer> widths = new ArrayList<>();
    for (int i = 0; i + 1 < cells; i++) {
      int cell = i;
      widths.add(rows.stream().mapToInt(row -> row.width(cell)).max().orElse(0));
    }
    Doc aligned = broken(opener, closer, rows.stream().map(row -> row.doc(widths)).toList());
    Doc plain = elements(opener, closer, rows.stream().map(row -> row.doc(List.of())).toList());
    return Optional.of(
        tokens.at(opener + 1).breakBefore() ? aligned : new Doc.Choice(plain, aligned));
  }

  private Row row(int opener, int closerOfTable) {
    int closer = tokens.closer(opener);
    boolean last = closer + 1 == closerOfTable;
    Doc end =
        last
            ? Doc.of(gap(closer), expressions.token(closer))
            : Doc.of(
                gap(closer),
                expressions.token(closer),
                gap(closer + 1),
                expressions.token(closer + 1));
    return new Row(expressions.token(opener), separated(opener, closer, this::element), end);
  }

  private int end(int from, int closer) {
    int comma = tokens.find(",", from, closer);
    return comma < 0 ? closer : comma;
  }

  /** Names with types. */
  Doc parameters(int opener) {
    return elements(opener, tokens.closer(opener), this::parameter);
  }

  /**
   * Parentheses around a condition, a quantifier, or an only argument that would have no more room
   * on a line of its own.
   */
  private boolean holdsOneCondition(int opener, int closer) {
    int first = opener + 1;
    if (first == closer || tokens.find(",", first, closer) >= 0) {
      return false;
    }
    boolean list = tokens.isOpener(first) && tokens.next(first) == closer;
    boolean text = first + 1 == closer && Width.of(tokens.text(first)) > LONG_TEXT;
    boolean quantifier = tokens.is(first + 1, "in") && tokens.find(":", first + 2, closer) >= 0;
    return list || text || quantifier || !Spacing.isCalled(tokens, opener - 1);
  }

  private Doc elements(int opener, int closer, BiFunction<Integer, Integer, Doc> layout) {
    return elements(opener, closer, separated(opener, closer, layout));
  }

  private Doc elements(int opener, int closer, List<Doc> elements) {
    boolean braces = tokens.is(opener, "{");
    if (opener + 1 == closer && tokens.at(closer).before().isEmpty()) {
      Doc between = braces ? Doc.blank() : Doc.of();
      return Doc.of(expressions.token(opener), between, expressions.token(closer));
    }
    Doc edge = new Doc.Line(braces ? 1 : 0);
    boolean expanded = !tokens.is(opener, "(") && tokens.at(opener + 1).breakBefore();
    boolean shared = !tokens.is(opener, "(") && areShort(opener, closer, elements);
    List<Doc> parts = new ArrayList<>();
    parts.add(expanded ? new Doc.Break(false) : edge);
    Doc separator = Doc.of();
    for (Doc element : elements) {
      Doc next = Doc.of(separator, element);
      parts.add(shared ? new Doc.Group(next) : next);
      separator = Doc.line();
    }
    return new Doc.Group(enclosed(opener, closer, parts, edge));
  }

  /** Each element on a line of its own. */
  private Doc broken(int opener, int closer, List<Doc> elements) {
    List<Doc> parts = new ArrayList<>();
    for (Doc element : elements) {
      parts.add(new Doc.Break(false));
      parts.add(element);
    }
    return enclosed(opener, closer, parts, new Doc.Break(false));
  }

  private Doc enclosed(int opener, int closer, List<Doc> parts, Doc edge) {
    return Doc.of(
        expressions.token(opener),
        new Doc.Nest(2, Doc.of(Doc.of(parts), beforeCloser(closer))),
        edge,
        new Doc.Text(tokens.text(closer)),
        expressions.after(closer));
  }

  /** The last comments; one on the line of the last element stays there. */
  private Doc beforeCloser(int closer) {
    List<Doc> parts = new ArrayList<>();
    boolean lineEnds = tokens.isOpener(closer - 1) || !tokens.at(closer - 1).after().isEmpty();
    for (Comment comment : tokens.at(closer).before()) {
      parts.add(
          comment.ownLine() || lineEnds || !parts.isEmpty()
              ? new Doc.OwnComment(comment.text())
              : new Doc.IfFlat(
                  Doc.of(Doc.blank(), new Doc.Text(comment.text())),
                  new Doc.EndComment(comment.text())));
    }
    return Doc.of(parts);
  }

  /** What stands between a comma or bracket and what it follows. */
  private Doc gap(int index) {
    return expressions.hasCommentOnItsLine(index) ? Doc.blank() : Doc.of();
  }

  /** The elements, each with its comma. */
  private List<Doc> separated(int opener, int closer, BiFunction<Integer, Integer, Doc> layout) {
    List<Doc> elements = new ArrayList<>();
    int start = opener + 1;
    while (start < closer) {
      int comma = tokens.find(",", start, closer);
      int end = comma < 0 ? closer : comma;
      Doc element = layout.apply(start, end);
      elements.add(comma < 0 ? element : Doc.of(element, gap(comma), expressions.token(comma)));
      start = end + 1;
    }
    return elements;
  }

  private boolean areShort(int opener, int closer, List<Doc> elements) {
    int most = tokens.is(opener, "[") ? SHORT_VALUE : SHORT_PROPERTY;
    int start = opener + 1;
    for (Doc element : elements) {
      int end = end(start, closer);
      boolean fewWords = end - start <= most;
      if (!fewWords || Flat.text(element).filter(text -> Width.of(text) <= most).isEmpty()) {
        return false;
      }
      start = end + 1;
    }
    return true;
  }

  /** A value, perhaps with a name or a variable before it. */
  private Doc element(int from, int to) {
    int colon = tokens.find(":", from, to);
    if (colon < 0) {
      return expressions.expression(from, to, Expressions.Hang.BELOW);
    }
    return Doc.of(
        expressions.words(from, colon + 1),
        Doc.blank(),
        expressions.expression(colon + 1, to, Expressions.Hang.BELOW));
  }

  private Doc parameter(int from, int to) {
    int colon = tokens.find(":", from, to);
    return Doc.of(expressions.words(from, colon + 1), Doc.blank(), expressions.type(colon + 1, to));
  }
}
