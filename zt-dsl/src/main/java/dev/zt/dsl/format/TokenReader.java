package dev.zt.dsl.format;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Lexeme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the tokens of a file and gives each comment to one of them. */
final class TokenReader {
  private final Source source;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Lexeme> comments = new ArrayList<>();
  private int end;

  private TokenReader(Source source) {
    this.source = source;
  }

  /** The tokens, with the end of the file as the last. */
  static List<Token> read(Source source) {
    TokenReader reader = new TokenReader(source);
    for (Lexeme lexeme : Lexeme.of(source)) {
      if (lexeme.kind().isComment()) {
        reader.comments.add(lexeme);
      } else {
        reader.add(lexeme);
      }
    }
    int length = source.text().length();
    reader.add(new Lexeme(Lexeme.Kind.SIGN, "", new Span(length, length)));
    return reader.tokens;
  }

  private void add(Lexeme lexeme) {
    List<List<Lexeme>> lines = commentLines();
    List<Comment> before = new ArrayList<>();
    int at = end;
    boolean broken = false;
    for (int i = 0; i < lines.size(); i++) {
      Span span = span(lines.get(i));
      int breaksAbove = lineBreaks(at, span.start());
      int next =
          i + 1 < lines.size() ? lines.get(i + 1).get(0).span().start() : lexeme.span().start();
      boolean ends = lineBreaks(span.end(), next) > 0 || next == source.text().length();
      boolean begins = breaksAbove > 0 || tokens.isEmpty();
      broken |= breaksAbove > 0;
      Comment comment = new Comment(text(lines.get(i)), ends, breaksAbove > 1);
      if (ends && !begins) {
        addAfterLast(comment);
      } else {
        before.add(comment);
      }
      at = span.end();
    }
    int breaks = lineBreaks(at, lexeme.span().start());
    boolean blank = breaks > 1 || (!before.isEmpty() && isInlineAfterBlank(before));
    tokens.add(
        new Token(
            lexeme.kind(),
            lexeme.text(),
            lexeme.span().start(),
            before,
            List.of(),
            broken || breaks > 0,
            blank));
    comments.clear();
    end = lexeme.span().end();
  }

  private static boolean isInlineAfterBlank(List<Comment> before) {
    Comment last = before.get(before.size() - 1);
    return !last.ownLine() && last.blankBefore();
  }

  private void addAfterLast(Comment comment) {
    Token last = tokens.remove(tokens.size() - 1);
    tokens.add(last.withComments(last.before(), List.of(comment)));
  }

  /** The comments since the last token; those that share a line are together. */
  private List<List<Lexeme>> commentLines() {
    List<List<Lexeme>> lines = new ArrayList<>();
    int last = -1;
    for (Lexeme comment : comments) {
      if (last < 0 || lineBreaks(last, comment.span().start()) > 0) {
        lines.add(new ArrayList<>());
      }
      lines.get(lines.size() - 1).add(comment);
      last = comment.span().end();
    }
    return lines;
  }

  private static Span span(List<Lexeme> line) {
    return line.get(0).span().to(line.get(line.size() - 1).span());
  }

  private static String text(List<Lexeme> line) {
    return line.stream()
        .map(comment -> comment.text().lines().map(String::stripTrailing))
        .map(lines -> lines.collect(Collectors.joining("\n")))
        .collect(Collectors.joining(" "));
  }

  private int lineBreaks(int start, int stop) {
    int breaks = 0;
    String text = source.text();
    for (int i = start; i < stop; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !text.startsWith("\n", i + 1))) {
        breaks++;
      }
    }
    return breaks;
  }
}
