package dev.zt.dsl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a caller of the compiler is told. */
class CompilationTest {
  private static final String SCHEMA =
      "module t\nentity User { level: int  name: string }\nentity Doc { actions read }\n";

  private static String report(String policies) {
    return PolicyCompiler.compile("t.zt", SCHEMA + policies).report();
  }

  @Test
  void anErrorIsShownWithItsLineAndWhatToChange() {
    assertThat(report("p: permit User to read Doc\n  when subject.levle > 3\n"))
        .isEqualTo(
            """
            t.zt:5:16: error ZT2103: `User` has no field `levle`
              |
            5 |   when subject.levle > 3
              |                ^^^^^ did you mean `level`?
            """);
  }

  @Test
  void anErrorWithoutHelpEndsWithTheUnderline() {
    assertThat(report("p: permit User to read Doc when subject.level"))
        .isEqualTo(
            """
            t.zt:4:33: error ZT2203: a condition is expected here, not an int
              |
            4 | p: permit User to read Doc when subject.level
              |                                 ^^^^^^^^^^^^^
            """);
  }

  @Test
  void severalErrorsAreShownInOrderOfFileAndPlace() {
    Compilation compilation =
        PolicyCompiler.compile(
            Map.of("b.zt", "module b\nlet x = y\nlet a = z\n", "a.zt", "module a\nlet x = y\n"));

    assertThat(compilation.errors())
        .extracting(each -> each.file() + ":" + each.line() + ":" + each.column())
        .containsExactly("a.zt:2:9", "b.zt:2:9", "b.zt:3:9");
  }

  @Test
  void theUnderlineStandsBelowItsTextAfterTabsAndWideCharacters() {
    assertThat(report("p:\tpermit User to read Doc when subject.name == \"漢字\" and foo"))
        .isEqualTo(
            "t.zt:4:58: error ZT2101: `foo` is not declared\n"
                + "  |\n"
                + "4 | p:\tpermit User to read Doc when subject.name == \"漢字\" and foo\n"
                + "  |   \t"
                + " ".repeat(56)
                + "^^^\n");
  }

  @Test
  void columnsCountCodePointsAndLinesEndInAnyWay() {
    Diagnostic error =
        PolicyCompiler.compile(
                "t.zt",
                SCHEMA.replace("\n", "\r\n")
                    + "p: permit User to read Doc when subject.name == \"\uD83D\uDE00\" and foo")
            .errors()
            .get(0);

    assertThat(error.line()).isEqualTo(4);
    assertThat(error.column()).isEqualTo(57);
    assertThat(error.length()).isEqualTo(3);
    assertThat(error.underlined()).isEqualTo("foo");
  }

  @Test
  void ofALongLineThePartAroundTheMistakeIsShown() {
    String report =
        report(
            "p: permit User to read Doc when "
                + "subject.level > 3 or ".repeat(500)
                + "foo"
                + " or subject.level > 4".repeat(500));

    assertThat(report.lines().skip(2).findFirst().orElseThrow())
        .hasSizeLessThan(200)
        .startsWith("4 | …")
        .contains(" or foo or ")
        .endsWith("…");
    assertThat(report.lines().skip(3).findFirst().orElseThrow()).endsWith("^^^");
  }

  @Test
  void whatATerminalWouldActOnIsReplaced() {
    assertThat(report("p: permit User to read Doc when foo // \u202E\u001B[2J"))
        .doesNotContain("\u202E", "\u001B")
        .contains("foo // \uFFFD");
  }

  @Test
  void theExceptionShowsEveryErrorAndNoWarning() {
    Compilation compilation = PolicyCompiler.compile("t.zt", SCHEMA + "let a = foo\nlet b = bar\n");

    assertThatThrownBy(compilation::orThrow)
        .isInstanceOfSatisfying(
            PolicyException.class, thrown -> assertThat(thrown.errors()).hasSize(2))
        .hasMessageContaining("`foo` is not declared")
        .hasMessageContaining("`bar` is not declared");
    assertThat(compilation.policies()).isEmpty();
  }

  @Test
  void warningsDoNotKeepASetFromBeingUsed() {
    Compilation compilation =
        PolicyCompiler.compile("t.zt", SCHEMA + "let unused = 3\np: permit User to read Doc\n");

    assertThat(compilation.policies()).isPresent();
    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings())
        .extracting(Diagnostic::message)
        .containsExactly("nothing uses `unused`");
  }

  @Test
  void noTextAtAllIsASetThatPermitsNothing() {
    assertThat(PolicyCompiler.compile(Map.of()).orThrow().rules()).isEmpty();
  }
}
