package dev.zt.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Corpus;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.fuzz.Mutator;
import dev.zt.dsl.source.Source;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.junit.jupiter.api.Test;

/** Reading item by item accepts what the grammar of a whole file accepts, and nothing else. */
class ItemReaderTest {
  /** As deep as the parser's own. */
  private static final long DEEP = 16L << 20;

  private static final int FILES = Integer.getInteger("zt.fuzz", 2_000);

  @Test
  void itAcceptsWhatTheGrammarAccepts() throws Exception {
    FutureTask<Void> comparison =
        new FutureTask<>(
            () -> {
              compare();
              return null;
            });
    new Thread(null, comparison, "deep", DEEP).start();
    comparison.get();
  }

  private static void compare() throws IOException {
    long seed = Long.getLong("zt.fuzz.seed", System.nanoTime());
    System.out.println(FILES + " mutated files, -Dzt.fuzz.seed=" + seed);
    Mutator mutator = new Mutator(Corpus.files(), seed);
    int accepted = 0;

    for (int i = 0; i < FILES; i++) {
      Source source = new Source("a.zt", mutator.next());
      if (!Nesting.check(new TokenList(source, Lexing.tokens(source)), reporter(source))) {
        continue;
      }
      boolean byGrammar = acceptedByGrammar(source);
      assertThat(acceptedByItems(source))
          .as("seed " + seed + ", file " + i + ":\n" + source.text())
          .isEqualTo(byGrammar);
      accepted += byGrammar ? 1 : 0;
    }

    assertThat(accepted).isBetween(FILES / 100, FILES - FILES / 100);
  }

  private static boolean acceptedByGrammar(Source source) {
    ZtParser parser = new ZtParser(stream(source));
    parser.removeErrorListeners();
    parser.file();
    return parser.getNumberOfSyntaxErrors() == 0;
  }

  private static boolean acceptedByItems(Source source) {
    CommonTokenStream stream = stream(source);
    stream.fill();
    List<CommonToken> tokens = stream.getTokens().stream().map(CommonToken.class::cast).toList();
    ItemReader reader =
        new ItemReader(
            reporter(source), new TokenList(source, tokens), stream, new Suppression(source));
    reader.read();
    return reader.complete();
  }

  private static CommonTokenStream stream(Source source) {
    List<CommonToken> tokens = Lexing.byGrammar(source);
    TokenReview review = new TokenReview(reporter(source), new Suppression(source));
    review.review(tokens);
    review.reviewWords(new TokenList(source, tokens));
    return new CommonTokenStream(new ListTokenSource(tokens));
  }

  private static Reporter reporter(Source source) {
    return new Reporter(source, new Diagnostics(List.of(source)));
  }
}
