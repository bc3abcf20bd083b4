package dev.zt.dsl.format;

import java.util.ArrayList;
import java.util.List;

/** Lays out what begins a line. */
final class Lines {
  private final Tokens tokens;
  private final Expressions expressions;

  Lines(Tokens tokens, Expressions expressions) {
    this.tokens = tokens;
    this.expressions = expressions;
  }

  /** The line break before a token, with the comments and blank lines above it. */
  Doc begin(int index, Lead lead) {
    return begin(index, 0, lead);
  }

  /** The same without the first of the comments above it. */
  Doc begin(int index, int first, Lead lead) {
    List<Comment> comments = commentsAbove(index);
    Token token = tokens.at(index);
    boolean decided = first == comments.size() && lead != Lead.KEPT;
    boolean below = decided ? lead == Lead.ALWAYS : token.blankBefore();
    return Doc.of(comments(index, first, comments.size(), lead), new Doc.Break(below));
  }

  /** The comments at the end of the file. */
  Doc end() {
    int end = tokens.size() - 1;
    return comments(end, 0, commentsAbove(end).size(), Lead.KEPT);
  }

  /** Some of the comments above a token, each after a line break. */
  Doc comments(int index, int first, int end, Lead lead) {
    List<Doc> parts = new ArrayList<>();
    boolean forced = lead == Lead.ALWAYS && !hasBlankAbove(index);
    boolean kept = lead != Lead.NONE;
    for (Comment comment : commentsAbove(index).subList(first, end)) {
      parts.add(new Doc.Break(forced || (kept && comment.blankBefore())));
      parts.add(new Doc.OwnComment(comment.text()));
      kept = true;
      forced = false;
    }
    return Doc.of(parts);
  }

  /** How many of the comments above a token have a blank line between them and it. */
  int commentsApart(int index) {
    List<Comment> comments = commentsAbove(index);
    if (tokens.at(index).blankBefore()) {
      return comments.size();
    }
    int apart = comments.size() - 1;
    while (apart > 0 && !comments.get(apart).blankBefore()) {
      apart--;
    }
    return Math.max(apart, 0);
  }

  private List<Comment> commentsAbove(int index) {
    return tokens.at(index).before().stream().filter(Comment::ownLine).toList();
  }

  /** What stands on the line of a token before it. */
  private Doc inline(int index) {
    List<Doc> parts = new ArrayList<>();
    for (Comment comment : tokens.at(index).before()) {
      if (!comment.ownLine()) {
        parts.add(new Doc.Text(comment.text()));
        parts.add(Doc.blank());
      }
    }
    return Doc.of(parts);
  }

  /** The first token of a line that is begun already. */
  Doc first(int index) {
    return Doc.of(inline(index), new Doc.Text(tokens.text(index)), expressions.after(index));
  }

  /** Words of a line that is begun already. */
  Doc words(int from, int to) {
    if (tokens.isOpener(from) || to == from + 1) {
      return first(from);
    }
    boolean blank =
        Spacing.blankBefore(tokens, from + 1) || expressions.hasCommentOnItsLine(from + 1);
    return Doc.of(first(from), blank ? Doc.blank() : Doc.of(), expressions.words(from + 1, to));
  }

  /** Whether a blank line stands anywhere between a token and the one before it. */
  boolean hasBlankAbove(int index) {
    Token token = tokens.at(index);
    return token.blankBefore() || token.before().stream().anyMatch(Comment::blankBefore);
  }

  /** Whether a comment has a line of its own above a token. */
  boolean hasCommentAbove(int index) {
    return !commentsAbove(index).isEmpty();
  }

  /** Annotations, each on a line of its own, of something that then begins a line itself. */
  Doc annotations(int from, int to, Lead lead) {
    List<Doc> parts = new ArrayList<>();
    Lead next = lead;
    for (int i = from; i < to; ) {
      int end = tokens.closer(i + 2) + 1;
      parts.add(begin(i, next));
      parts.add(words(i, end));
      next = Lead.NONE;
      i = end;
    }
    return Doc.of(parts);
  }
}
