package dev.zt.test.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.test.CaseReport;
import dev.zt.test.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the page about coverage shows is what comes out. */
class CoveragePageTest {
  private static String block(String page, String kind) {
    String opening = "```" + kind + "\n";
    int start = page.indexOf(opening) + opening.length();
    return page.substring(start, page.indexOf("```", start));
  }

  @Test
  void theReportOfTheExampleIsTheOneOnThePage() throws IOException {
    String page = Files.readString(Path.of("../docs/coverage.md"));
    Compilation compilation = PolicyCompiler.compile("payroll.zt", block(page, "zt"));
    CoverageReport report =
        Coverage.of(
            compilation.orThrow(),
            Suite.prepare(compilation.orThrow(), compilation.tests()).run().cases().stream()
                .map(CaseReport::result)
                .toList());

    assertThat(CoverageText.of(report)).isEqualTo(block(page, "text"));
  }
}
