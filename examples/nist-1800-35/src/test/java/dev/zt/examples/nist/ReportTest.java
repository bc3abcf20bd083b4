package dev.zt.examples.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The policies against the published rows; skipped where there are none. */
final class ReportTest {
  /** Written anew by {@code -Dnist.accept=true}. */
  private static final Path GOLDEN = Path.of("report.txt");

  private static final Map<String, Integer> ROWS =
      Map.ofEntries(
          Map.entry("A-1", 39),
          Map.entry("A-2", 30),
          Map.entry("A-3", 10),
          Map.entry("B-1", 96),
          Map.entry("B-2", 48),
          Map.entry("B-3", 75),
          Map.entry("B-7", 36),
          Map.entry("C-1", 16),
          Map.entry("C-2", 16),
          Map.entry("C-6", 16),
          Map.entry("E-1", 4),
          Map.entry("F-1", 12),
          Map.entry("F-2", 12),
          Map.entry("F-5", 12),
          Map.entry("G-1", 20),
          Map.entry("G-2", 18),
          Map.entry("G-3", 18),
          Map.entry("H-1", 20),
          Map.entry("H-3", 24));

  private static final Map<String, Integer> ON_PURPOSE = Map.of("B-3", 8, "B-7", 18);

  private static Report report;

  @BeforeAll
  static void decideAllRows() {
    Optional<Rows> rows = Rows.find();
    if (rows.isEmpty()) {
      System.out.println("nist-1800-35: SKIPPED, " + Rows.ABSENT);
    }
    assumeTrue(rows.isPresent(), Rows.ABSENT);
    report = new Report(rows.get());
    System.out.println("nist-1800-35: " + Tally.of(report.results()));
  }

  @Test
  void everyRowPassesOrDiffersForAReason() {
    assertThat(report.results())
        .isNotEmpty()
        .filteredOn(Result.Different.class::isInstance)
        .allSatisfy(row -> assertThat(((Result.Different) row).reason()).isPresent());
  }

  @Test
  void everyRowOfAScenarioWithAPolicyIsMapped() {
    assertThat(report.results())
        .filteredOn(row -> Scenario.of(row.row().scenario()).isPresent())
        .noneMatch(Result.NotMappable.class::isInstance);
  }

  @Test
  void theCountsOfEachScenario() throws IOException {
    assumeSameRowsAsGolden();

    assertThat(report.tallies())
        .hasSize(19)
        .allSatisfy(
            (scenario, tally) -> {
              int onPurpose = ON_PURPOSE.getOrDefault(scenario, 0);
              assertThat(tally.rows()).as(scenario).isEqualTo(ROWS.get(scenario));
              assertThat(tally.mapped()).as(scenario).isEqualTo(tally.rows());
              assertThat(tally.onPurpose()).as(scenario).isEqualTo(onPurpose);
              assertThat(tally.passed()).as(scenario).isEqualTo(tally.rows() - onPurpose);
            });
  }

  @Test
  void theReportIsTheGoldenOne() throws IOException {
    if (Boolean.getBoolean("nist.accept")) {
      Files.writeString(GOLDEN, report.text());
    }
    assumeSameRowsAsGolden();

    assertThat(report.text()).isEqualTo(Files.readString(GOLDEN));
  }

  /**
   * Counts and golden report are about certain rows; with others only what holds of all is held.
   */
  private static void assumeSameRowsAsGolden() throws IOException {
    String rows = report.text().lines().toList().get(1);
    assumeTrue(
        Files.readAllLines(GOLDEN).get(1).equals(rows),
        "SKIPPED: the golden report is about other rows than " + rows);
  }
}
