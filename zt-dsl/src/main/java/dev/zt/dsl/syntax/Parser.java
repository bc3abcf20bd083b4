package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;

/**
 * Reads the text of a policy file.
 *
 * <p>Whatever the text is, there is a tree: what could not be read is reported and left out of it.
 * Thread-safe; each file is read by a thread of its own, whose stack is deep enough for the deepest
 * nesting that is allowed.
 */
public final class Parser {
  /** The bytes that a file may have in UTF-8: 1 MiB. */
  public static final int MOST_BYTES = 1 << 20;

  private Parser() {}

  /** The tree of a file; what is wrong with it goes to the diagnostics. */
  public static PolicyFile parse(Source source, Diagnostics diagnostics) {
    Reporter reporter = new Reporter(source, diagnostics);
    if (source.utf8Length() > MOST_BYTES) {
      reporter.report(
          Code.FILE_TOO_LARGE,
          new Span(0, 0),
          "this file is larger than 1 MiB",
          "split it; several files may share a module");
      return nothing(source);
    }
    return DeepStack.call(() -> read(reporter));
  }

  private static PolicyFile nothing(Source source) {
    return new PolicyFile(source, null, List.of(), List.of(), Set.of(), false);
  }

  private static PolicyFile read(Reporter reporter) {
    Source source = reporter.source();
    Suppression suppression = new Suppression(source);
    List<CommonToken> all = Lexing.tokens(source);
    TokenReview review = new TokenReview(reporter, suppression);
    review.review(all);
    new TextReview(reporter).review(all);
    review.reviewWords(new TokenList(source, all));
    TokenList tokens = new TokenList(source, all);
    if (!Nesting.check(tokens, reporter)) {
      return nothing(source);
    }
    Brackets.check(tokens, reporter, suppression);
    CommonTokenStream stream = new CommonTokenStream(new ListTokenSource(all));
    ItemReader items = new ItemReader(reporter, tokens, stream, suppression);
    items.read();
    return new FileBuilder(reporter, stream).file(items);
  }
}
