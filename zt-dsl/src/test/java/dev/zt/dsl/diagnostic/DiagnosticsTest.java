package dev.zt.dsl.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticsTest {
  private final Source first = new Source("z.zt", "x".repeat(1_000));
  private final Source second = new Source("a.zt", "x".repeat(1_000));
  private final Diagnostics diagnostics = new Diagnostics(List.of(first, second));

  @Test
  void theyComeByFileAsGivenAndThenByPlace() {
    error(second, 1);
    error(first, 7);
    warning(first, 3);
    error(first, 5);

    assertThat(places()).containsExactly("z.zt:4", "z.zt:6", "z.zt:8", "a.zt:2");
  }

  @Test
  void theSameIsSaidOnce() {
    error(first, 5);
    error(first, 5);

    assertThat(places()).hasSize(1);
  }

  @Test
  void afterAHundredErrorsInOrderOneSaysThatThereAreMore() {
    for (int i = 300; i > 0; i--) {
      error(first, i);
    }

    List<Diagnostic> sorted = diagnostics.sorted();

    assertThat(diagnostics.isFull()).isTrue();
    assertThat(sorted).hasSize(101);
    assertThat(sorted.get(99).column()).isEqualTo(101);
    assertThat(sorted.get(100).code()).isEqualTo(Code.TOO_MANY_ERRORS);
    assertThat(sorted.get(100).column()).isEqualTo(102);
  }

  @Test
  void aHundredErrorsAreNotTooMany() {
    for (int i = 0; i < 100; i++) {
      error(first, i);
    }

    assertThat(diagnostics.isFull()).isFalse();
    assertThat(diagnostics.sorted()).hasSize(100).noneMatch(d -> d.code() == Code.TOO_MANY_ERRORS);
  }

  @Test
  void warningsAreNoErrors() {
    warning(first, 1);
    assertThat(diagnostics.hasErrors()).isFalse();

    error(first, 1);
    assertThat(diagnostics.hasErrors()).isTrue();
  }

  @Test
  void aLongMessageIsCutInTheMiddle() {
    diagnostics.add(Code.UNEXPECTED, first, new Span(0, 1), "a" + "b".repeat(5_000) + "c");

    assertThat(diagnostics.sorted().get(0).message())
        .hasSizeLessThan(500)
        .startsWith("ab")
        .contains("b…b")
        .endsWith("bc");
  }

  @Test
  void noTwoCodesHaveOneNumber() {
    assertThat(List.of(Code.values())).extracting(Code::id).doesNotHaveDuplicates();
  }

  private void error(Source source, int at) {
    diagnostics.add(Code.UNEXPECTED, source, new Span(at, at + 1), "wrong");
  }

  private void warning(Source source, int at) {
    diagnostics.add(Code.DANGLING_DOC, source, new Span(at, at + 1), "doubtful");
  }

  private List<String> places() {
    return diagnostics.sorted().stream().map(d -> d.file() + ":" + d.column()).toList();
  }
}
