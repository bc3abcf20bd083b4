package dev.zt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path docs;

  @Test
  void aTableShowsTheMedianOfTheForksAndTheRatioToHandWrittenCode() throws Exception {
    page("core", "before\n<!-- measured: core -->\nold\n<!-- end -->\nafter\n");

    write(
        fork("core", 12, "hand-written", 1, 10, 20, 30),
        fork("core", 12, "hand-written", 2, 40, 50, 60),
        fork("core", 12, "hand-written", 3, 20, 30, 40),
        fork("core", 12, "zt-prepared", 1, 45, 45, 45));

    assertThat(Files.readString(docs.resolve("performance.md")))
        .startsWith("before\n")
        .endsWith("<!-- end -->\nafter\n")
        .contains("| hand-written | 30 | 20 – 50 | 8.0 | 1.00 × |")
        .contains("| zt, prepared | 45 | 45 – 45 | 8.0 | 1.50 × |")
        .contains("`bench/run quick`")
        .doesNotContain("old");
  }

  @Test
  void severalSizesAreColumnsAndAPicture() throws Exception {
    page("grants", "<!-- measured: grants -->\n<!-- end -->\n");

    write(
        fork("grants", 1000, "hand-written", 1, 40),
        fork("grants", 10, "hand-written", 1, 20),
        fork("grants", 10, "jcasbin", 1, 2000),
        new Measurement(new Trial("grants", 1000, "jcasbin"), 1, 1, List.of(), 0, "too slow"));

    assertThat(Files.readString(docs.resolve("performance.md")))
        .contains("| number of rules | 10 | 1,000 |")
        .contains("| jCasbin | 2,000 (100.00 ×) | not ready in 60 s |");
    assertThat(Files.readString(docs.resolve("performance/grants.svg")))
        .contains(">jCasbin</text>", ">1,000</text>");
  }

  @Test
  void aPointOfAChartLiesWhereItsLogarithmDoes() {
    Chart chart =
        new Chart(
            "t",
            "x",
            "y",
            List.of(
                new Chart.Line(
                    "a & b", List.of(new Chart.Point(10, 100), new Chart.Point(1000, 10)))));

    assertThat(chart.svg()).contains("<path d=\"M74.0 46.0L650.0 424.0\"", ">a &amp; b</text>");
  }

  private void page(String name, String text) throws Exception {
    assertThat(text).contains(name);
    Files.writeString(docs.resolve("performance.md"), text);
  }

  private void write(Measurement... measurements) throws Exception {
    Report.write(
        List.of(measurements),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        "bench/run quick",
        docs);
  }

  private static Measurement fork(
      String workload, int size, String contender, int fork, double... nanos) {
    return new Measurement(
        new Trial(workload, size, contender),
        1,
        fork,
        Arrays.stream(nanos).boxed().toList(),
        8,
        null);
  }
}
