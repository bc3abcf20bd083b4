package dev.zt.dsl.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceSpanTest {
  @Test
  void lineColumnAndLengthInCodePointsLeadBackToTheText() {
    Source source = new Source("wide.zt", "a\r\n\t\uD83D\uDE00x == \"\uD83D\uDE00\"\rlast");
    Span span = new Span(source.text().indexOf('x'), source.text().indexOf("\rlast"));

    Span found =
        source.span(source.line(span.start()), source.column(span.start()), source.length(span));

    assertThat(found).isEqualTo(span);
    assertThat(source.text(found)).isEqualTo("x == \"\uD83D\uDE00\"");
  }

  @Test
  void aPlaceBetweenTwoCharactersHasNoLength() {
    Source source = new Source("a.zt", "one\ntwo");

    assertThat(source.span(2, 4, 0)).isEqualTo(new Span(7, 7));
  }
}
