package dev.zt.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.source.Source;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;
import org.antlr.v4.runtime.CommonToken;

/** A text that is plain has the tokens that the grammar of the lexer finds in it. */
class PlainLexingProperties {
  @Property(tries = 5_000)
  void aPlainTextIsSplitAsTheGrammarSplitsIt(@ForAll("texts") String text) {
    List<CommonToken> plain = PlainLexing.tokens(text);

    Statistics.label("plain")
        .collect(plain != null)
        .coverage(coverage -> coverage.check(true).percentage(share -> share > 20));
    if (plain != null) {
      assertThat(plain)
          .extracting(PlainLexingProperties::shown)
          .isEqualTo(
              Lexing.byGrammar(new Source("a.zt", text)).stream()
                  .map(PlainLexingProperties::shown)
                  .toList());
    }
  }

  private static String shown(CommonToken token) {
    return token.getTokenIndex()
        + " "
        + ZtParser.VOCABULARY.getSymbolicName(token.getType())
        + " "
        + token.getStartIndex()
        + "-"
        + token.getStopIndex()
        + " "
        + token.getChannel();
  }

  /** Parts of tokens next to each other, most of them plain ones. */
  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> plain =
        Arbitraries.of(
            "permit",
            "when",
            "record",
            "a",
            "Z",
            "x_1",
            "0",
            "12",
            "_",
            ".",
            "/",
            "//",
            "///",
            "\"",
            "\\",
            "=",
            ">",
            "<",
            "!=",
            "==",
            "+",
            "-",
            "*",
            ",",
            ":",
            "?",
            "@",
            "(",
            ")",
            "[",
            "]",
            "{",
            "}",
            " ",
            "\t",
            "\n",
            "\r",
            "\"text\"",
            "\"\\\"\"",
            "\"é😀\"",
            "// é\n",
            "10.5km/h",
            "1.2.3");
    Arbitrary<String> odd =
        Arbitraries.of(
            "é", "😀", "²", "\u0301", "\u203F", "…", "!", "&", "'", ";", "“", "\u0000", "/*", "*/",
            "#", "≤", "/=");
    return Arbitraries.frequencyOf(Tuple.of(40, plain), Tuple.of(1, odd))
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }
}
