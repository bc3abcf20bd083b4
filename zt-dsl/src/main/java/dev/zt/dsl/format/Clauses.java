package dev.zt.dsl.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Lays out rules: the label, the effect and each clause on a line of its own. */
final class Clauses {
  private static final Set<String> CLAUSES =
      Set.of("for", "to", "when", "unless", "with", "else", "because");

  private final Tokens tokens;
  private final Expressions expressions;
  private final Lines lines;

  Clauses(Tokens tokens, Expressions expressions, Lines lines) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.lines = lines;
  }

  /** A rule from its label, or {@code shadow}, on a line that is begun already. */
  Doc rule(int from, int to) {
    int effect = tokens.find(":", from, to) + 1;
    List<Integer> starts = clauses(effect + 1, to);
    List<Doc> parts = new ArrayList<>();
    parts.add(lines.words(from, effect));
    parts.add(lines.begin(effect, Lead.NONE));
    int first = starts.isEmpty() ? to : starts.get(0);
    boolean requires = tokens.is(effect, "require");
    int next = 0;
    if (requires) {
      parts.add(
          Doc.of(lines.first(effect), Doc.blank(), expressions.expression(effect + 1, first)));
    } else {
      int end = end(starts, 0, to);
      parts.add(head(effect, first, end));
      next = 1;
    }
    List<Doc> below = new ArrayList<>();
    while (next < starts.size()) {
      int last = joined(starts, next);
      below.add(clause(starts.get(next), last, starts, to));
      next = starts.indexOf(last) + 1;
    }
    parts.add(new Doc.Nest(2, Doc.of(below)));
    return Doc.of(parts);
  }

  /** The effect with the subjects, actions and resources. */
  private Doc head(int effect, int to, int end) {
    return new Doc.Group(
        Doc.of(
            lines.first(effect),
            Doc.blank(),
            expressions.list(effect + 1, to),
            new Doc.Nest(2, Doc.of(lineBefore(to), targets(to, end)))));
  }

  /** {@code to}, actions and resources. */
  Doc targets(int to, int end) {
    return Doc.of(lines.first(to), Doc.blank(), expressions.list(to + 1, end));
  }

  /** A clause that goes on with the line before it if there is room. */
  Doc lineBefore(int clause) {
    return lines.hasBlankAbove(clause) || lines.hasCommentAbove(clause)
        ? lines.begin(clause, Lead.KEPT)
        : Doc.line();
  }

  /** The last of the clauses that share a line with this one. */
  private int joined(List<Integer> starts, int clause) {
    int start = starts.get(clause);
    if (clause + 1 == starts.size()) {
      return start;
    }
    int next = starts.get(clause + 1);
    boolean share =
        (tokens.is(start, "for") && tokens.is(next, "to"))
            || (tokens.is(start, "else")
                && tokens.is(start + 1, "deny")
                && tokens.is(next, "because"));
    return share ? next : start;
  }

  private Doc clause(int start, int last, List<Integer> starts, int to) {
    Doc begin = lines.begin(start, Lead.KEPT);
    int end = end(starts, starts.indexOf(last), to);
    if (start == last) {
      return Doc.of(begin, content(start, end));
    }
    return Doc.of(
        begin, new Doc.Group(Doc.of(content(start, last), lineBefore(last), content(last, end))));
  }

  private Doc content(int start, int end) {
    Doc word = Doc.of(lines.first(start), Doc.blank());
    return switch (tokens.text(start)) {
      case "when", "unless" -> Doc.of(word, expressions.expression(start + 1, end));
      case "else" -> otherwise(start, end);
      default -> Doc.of(word, expressions.list(start + 1, end));
    };
  }

  private Doc otherwise(int start, int end) {
    boolean oneOf = tokens.is(start + 2, "one") && tokens.is(start + 3, "of");
    int calls = Math.min(end, start + (oneOf ? 4 : 2));
    Doc words = lines.words(start, calls);
    return calls == end ? words : Doc.of(words, Doc.blank(), expressions.list(calls, end));
  }

  private static int end(List<Integer> starts, int clause, int to) {
    return clause + 1 < starts.size() ? starts.get(clause + 1) : to;
  }

  private List<Integer> clauses(int from, int to) {
    List<Integer> starts = new ArrayList<>();
    for (int i = from; i < to; i = tokens.next(i)) {
      if (isClause(i)) {
        starts.add(i);
      }
    }
    return starts;
  }

  private boolean isClause(int index) {
    boolean withText =
        tokens.is(index, "with")
            && (tokens.isKeyword(index - 1, "starts") || tokens.isKeyword(index - 1, "ends"));
    return tokens.isWord(index)
        && CLAUSES.contains(tokens.text(index))
        && !tokens.isMember(index)
        && !withText;
  }
}
