package dev.zt.dsl.format;

import dev.zt.dsl.syntax.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Lays out conditions, values and lists.
 *
 * <p>The author's line breaks before or after {@code and} and {@code or} are kept. What then still
 * is too long is broken at each of them.
 */
final class Expressions {
  private static final Set<String> COMPARING =
      Set.of("==", "!=", "<", "<=", ">", ">=", "in", "contains", "matches", "starts", "ends", "is");

  private final Tokens tokens;
  private final Brackets brackets;

  Expressions(Tokens tokens) {
    this.tokens = tokens;
    this.brackets = new Brackets(tokens, this);
  }

  /** Where {@code and} and {@code or} stand when they begin a line. */
  enum Hang {
    /** To the left of the operands, which are below each other. */
    LEFT,
    /** Below the first operand. */
    BELOW,
    /** To the right of where the first operand begins. */
    RIGHT
  }

  /** A condition or value of a clause or declaration. */
  Doc expression(int from, int to) {
    Doc doc = expression(from, to, Hang.LEFT);
    return tokens.at(from - 1).after().isEmpty() ? doc : new Doc.Nest(2, doc);
  }

  Doc expression(int from, int to, Hang hang) {
    if (tokens.findKeyword("or", from, to) >= 0) {
      return chain("or", from, to, hang);
    }
    if (tokens.findKeyword("and", from, to) >= 0) {
      return chain("and", from, to, hang);
    }
    return operand(from, to);
  }

  private Doc chain(String word, int from, int to, Hang hang) {
    int offset =
        switch (hang) {
          case LEFT -> -word.length() - 1;
          case BELOW -> 0;
          case RIGHT -> 2;
        };
    List<Doc> lines = new ArrayList<>();
    List<Doc> line = new ArrayList<>();
    int operator = tokens.findKeyword(word, from, to);
    line.add(expression(from, operator, Hang.RIGHT));
    while (operator < to) {
      int next = tokens.findKeyword(word, operator + 1, to);
      int end = next < 0 ? to : next;
      if (tokens.at(operator).breakBefore() || tokens.at(operator + 1).breakBefore()) {
        lines.add(new Doc.Group(Doc.of(line)));
        lines.add(new Doc.Nest(offset, Doc.of(new Doc.Break(false), token(operator))));
        line = new ArrayList<>();
      } else {
        line.add(new Doc.Nest(offset, Doc.of(Doc.line(), token(operator))));
      }
      line.add(Doc.blank());
      line.add(expression(operator + 1, end, Hang.RIGHT));
      operator = end;
    }
    lines.add(new Doc.Group(Doc.of(line)));
    return new Doc.Align(Doc.of(lines));
  }

  private Doc operand(int from, int to) {
    int operator = comparing(from, to);
    return operator > from
        ? new Doc.Group(
            Doc.of(words(from, operator), new Doc.Nest(4, Doc.of(Doc.line(), words(operator, to)))))
        : words(from, to);
  }

  /** The operator at which a comparison of plain values may be broken; or -1. */
  private int comparing(int from, int to) {
    int found = -1;
    for (int i = from; i < to; i++) {
      if (tokens.isOpener(i)) {
        return -1;
      }
      if (found < 0 && i > from && isComparing(i)) {
        found = i;
      }
    }
    return found;
  }

  private boolean isComparing(int index) {
    if (tokens.at(index).kind() == Lexeme.Kind.TEXT || tokens.isMember(index)) {
      return false;
    }
    int operator = tokens.is(index, "not") ? index + 1 : index;
    return COMPARING.contains(tokens.text(operator));
  }

  /** Everything in one line, apart from what is in brackets. */
  Doc words(int from, int to) {
    List<Doc> parts = new ArrayList<>();
    for (int i = from; i < to; i = tokens.next(i)) {
      if (i > from && (Spacing.blankBefore(tokens, i) || hasCommentOnItsLine(i))) {
        parts.add(Doc.blank());
      }
      parts.add(tokens.isOpener(i) ? brackets.expressions(i) : token(i));
    }
    return Doc.of(parts);
  }

  /** Whether a comment stands before a token on the same line. */
  boolean hasCommentOnItsLine(int index) {
    return tokens.at(index).before().stream().anyMatch(comment -> !comment.ownLine());
  }

  /** A type: names, angle brackets and question marks without blanks. */
  Doc type(int from, int to) {
    List<Doc> parts = new ArrayList<>();
    for (int i = from; i < to; i++) {
      parts.add(token(i));
    }
    return Doc.of(parts);
  }

  /** What parameters are in: each a name and a type. */
  Doc parameters(int opener) {
    return brackets.parameters(opener);
  }

  /** Elements that are joined by commas; as many on a line as fit, below each other. */
  Doc list(int from, int to) {
    List<Doc> parts = new ArrayList<>();
    int start = from;
    while (start < to) {
      int comma = tokens.find(",", start, to);
      int end = comma < 0 ? to : comma + 1;
      Doc element = words(start, end);
      if (start == from) {
        parts.add(element);
      } else if (staysOnLine(start, end)) {
        parts.add(Doc.of(Doc.blank(), element));
      } else {
        parts.add(new Doc.Group(Doc.of(Doc.line(), element)));
      }
      start = end;
    }
    return new Doc.Align(Doc.of(parts));
  }

  /**
   * An action before a type must not begin a line: one that is called {@code grant} would be read
   * as the effect of a rule there.
   */
  private boolean staysOnLine(int from, int to) {
    return to - from > 1
        && tokens.isWord(from)
        && tokens.isWord(from + 1)
        && !Set.of("role", "group", "segment").contains(tokens.text(from));
  }

  /** A token in the middle of something, with its comments. */
  Doc token(int index) {
    Token token = tokens.at(index);
    if (token.before().isEmpty() && token.after().isEmpty()) {
      return new Doc.Text(token.text());
    }
    return Doc.of(above(index), new Doc.Text(token.text()), after(index));
  }

  /** The comments before a token. */
  Doc above(int index) {
    List<Doc> parts = new ArrayList<>();
    for (Comment comment : tokens.at(index).before()) {
      if (comment.ownLine()) {
        parts.add(new Doc.OwnComment(comment.text()));
      } else {
        parts.add(new Doc.Text(comment.text()));
        parts.add(Doc.blank());
      }
    }
    return Doc.of(parts);
  }

  /** The comments at the end of a token's line. */
  Doc after(int index) {
    return Doc.of(
        tokens.at(index).after().stream()
            .map(comment -> (Doc) new Doc.EndComment(comment.text()))
            .toList());
  }
}
