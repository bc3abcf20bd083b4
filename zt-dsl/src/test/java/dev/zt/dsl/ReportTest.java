package dev.zt.dsl;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How errors look to a person. */
class ReportTest {
  private static final String HEAD = "module t entity User { } entity Doc { actions read }\n";

  @Test
  void theMistakeIsUnderlinedAndTheHelpStandsBesideIt() {
    assertThat(report("p: permit User read Doc\n"))
        .isEqualTo(
            """
            a.zt:2:16: error ZT1001: expected `to` before the actions, found `read`
              |
            2 | p: permit User read Doc
              |                ^^^^ write `to read`
            """);
  }

  @Test
  void whereThereIsNoTextNoneIsShown(@TempDir Path folder) {
    assertThat(PolicyCompiler.compile(folder).report())
        .endsWith(":1:1: error ZT9005: there is no policy file in this folder\n");
  }

  @Test
  void tabsAreKeptSoThatTheUnderlineFollowsThem() {
    assertThat(report("p:\tpermit\tUser\tread Doc\n"))
        .isEqualTo(
            """
            a.zt:2:16: error ZT1001: expected `to` before the actions, found `read`
              |
            2 | p:\tpermit\tUser\tread Doc
              |   \t      \t    \t^^^^ write `to read`
            """);
  }

  @Test
  void wideCharactersTakeTwoColumnsAndCombiningOnesNone() {
    assertThat(report("p: permit role \"日本🙂e\u0301\" read Doc\n"))
        .isEqualTo(
            """
            a.zt:2:24: error ZT1001: expected `to` before the actions, found `read`
              |
            2 | p: permit role "日本🙂e\u0301" read Doc
              |                          ^^^^ write `to read`
            """);
  }

  @Test
  void aWideCharacterIsUnderlinedInItsWholeWidth() {
    assertThat(report("let x = 日\n")).contains("\n  |         ^^ a name has");
  }

  @Test
  void aLineEndsBeforeItsCarriageReturn() {
    assertThat(report("p: permit User\r\n  read Doc\r\n"))
        .isEqualTo(
            """
            a.zt:3:3: error ZT1001: expected `to` before the actions, found `read`
              |
            3 |   read Doc
              |   ^^^^ write `to read`
            """);
  }

  @Test
  void ofALongLineTheMistakeAndWhatStandsAroundItAreShown() {
    String blanks = " ".repeat(300);
    String report = report("p: permit User" + blanks + "read Doc" + blanks + "// the end\n");

    assertThat(report.lines().skip(2).findFirst().orElseThrow())
        .hasSizeLessThan(180)
        .startsWith("2 | …")
        .contains(" read Doc ")
        .endsWith("…");
    assertThat(report.lines().toList().get(3).indexOf('^'))
        .isEqualTo(report.lines().toList().get(2).indexOf("read"));
  }

  @Test
  void aControlCharacterIsNotSentToTheTerminal() {
    String report = report("p: permit User \u001B[31mread Doc // \u202E\n");

    assertThat(report).doesNotContain("\u001B").doesNotContain("\u202E").contains("\uFFFD[31m");
  }

  @Test
  void errorsOfSeveralFilesStandOneAfterTheOther() {
    String report =
        PolicyCompiler.compile(Map.of("a.zt", "module a\nfoo\n", "b.zt", "module b\n\n\nbar baz\n"))
            .report();

    assertThat(report)
        .isEqualTo(
            """
            a.zt:2:1: error ZT1011: no declaration begins with `foo`
              |
            2 | foo
              | ^^^ a rule begins with its label, as in `my_rule: permit …`

            b.zt:4:1: error ZT1011: no declaration begins with `bar`
              |
            4 | bar baz
              | ^^^ a rule begins with its label, as in `my_rule: permit …`
            """);
  }

  private static String report(String text) {
    return PolicyCompiler.compile("a.zt", HEAD + text).report();
  }
}
