package dev.zt.test.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.PolicyCompiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the page about mutation shows is what comes out. */
class MutationPageTest {
  private static String block(String page, String kind) {
    String opening = "```" + kind + "\n";
    int start = page.indexOf(opening) + opening.length();
    return page.substring(start, page.indexOf("```", start));
  }

  @Test
  void theReportOfTheExampleIsTheOneOnThePage() throws IOException {
    String page = Files.readString(Path.of("../docs/mutation.md"));
    MutationReport report =
        MutationRun.of(PolicyCompiler.compile("payroll.zt", block(page, "zt"))).run();
    assertThat(report.toString()).isEqualTo(block(page, "text"));
  }

  @Test
  void everyKindIsOnThePage() throws IOException {
    String page = Files.readString(Path.of("../docs/mutation.md"));
    assertThat(MutationKind.values()).allMatch(kind -> page.contains("\n| " + kind + " | "));
  }
}
