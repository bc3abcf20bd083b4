package dev.zt.dsl.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SourceTest {
  @Test
  void aLineEndsAtAnyOfTheThreeLineBreaks() {
    Source source = new Source("a.zt", "a\nb\r\nc\rd");

    assertThat(lines(source)).containsExactly("a", "b", "c", "d");
    assertThat(IntStream.range(0, 8).map(source::line)).containsExactly(1, 1, 2, 2, 2, 3, 3, 4);
  }

  @Test
  void textThatEndsWithALineBreakHasAnEmptyLastLine() {
    assertThat(lines(new Source("a.zt", "a\r\n"))).containsExactly("a", "");
    assertThat(lines(new Source("a.zt", "a\r"))).containsExactly("a", "");
    assertThat(lines(new Source("a.zt", ""))).containsExactly("");
  }

  @Test
  void emptyLinesCount() {
    assertThat(lines(new Source("a.zt", "\n\r\n\r\rx"))).containsExactly("", "", "", "", "x");
  }

  @Test
  void aColumnCountsCodePoints() {
    Source source = new Source("a.zt", "x\ty\n🙂日e\u0301z");

    assertThat(source.column(2)).isEqualTo(3);
    assertThat(source.column(source.text().indexOf('z'))).isEqualTo(5);
    assertThat(source.length(new Span(4, source.text().length()))).isEqualTo(5);
  }

  @Test
  void theColumnOfTheEndOfALineIsOneMoreThanItsLength() {
    assertThat(new Source("a.zt", "ab\ncd").column(2)).isEqualTo(3);
    assertThat(new Source("a.zt", "ab").column(2)).isEqualTo(3);
    assertThat(new Source("a.zt", "").column(0)).isEqualTo(1);
  }

  @Test
  void aByteOrderMarkAtTheStartAloneIsNoText() {
    assertThat(new Source("a.zt", "\uFEFFa\uFEFF").text()).isEqualTo("a\uFEFF");
  }

  @Test
  void aSpanBeginsBeforeItEnds() {
    assertThatThrownBy(() -> new Span(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Span(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new Span(3, 5).to(new Span(1, 2))).isEqualTo(new Span(1, 5));
  }

  @Property
  void theSpanOfALineColumnAndLengthIsTheOneTheyWereMadeOf(@ForAll("texts") String text) {
    Source source = new Source("a.zt", text);
    int start = source.text().length() / 3;
    int end = source.text().length() / 2;
    if (splitsACodePoint(source.text(), start) || splitsACodePoint(source.text(), end)) {
      return;
    }
    Span span = new Span(start, end);

    assertThat(source.span(source.line(start), source.column(start), source.length(span)))
        .isEqualTo(span);
  }

  @Property
  void theLinesAndTheirBreaksAreTheText(@ForAll("texts") String text) {
    Source source = new Source("a.zt", text);
    StringBuilder whole = new StringBuilder();
    for (int line = 1; line <= source.lineCount(); line++) {
      int end = line < source.lineCount() ? source.lineStart(line + 1) : source.text().length();
      assertThat(source.line(source.lineStart(line))).isEqualTo(line);
      assertThat(source.text().substring(source.lineStart(line), end))
          .startsWith(source.lineText(line));
      whole.append(source.text(), source.lineStart(line), end);
    }

    assertThat(whole).hasToString(source.text());
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "\n", "\r", "\r\n", "\t", "🙂", "日", "e\u0301", " ", "\uFEFF")
        .list()
        .ofMaxSize(40)
        .map(parts -> String.join("", parts));
  }

  private static boolean splitsACodePoint(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isHighSurrogate(text.charAt(at - 1))
        && Character.isLowSurrogate(text.charAt(at));
  }

  private static List<String> lines(Source source) {
    return IntStream.rangeClosed(1, source.lineCount()).mapToObj(source::lineText).toList();
  }
}
