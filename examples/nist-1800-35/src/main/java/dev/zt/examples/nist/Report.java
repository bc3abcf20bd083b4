package dev.zt.examples.nist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Prints how the policies decide the rows of NIST SP 1800-35, Volume D. */
public final class Report {
  private static final String COLUMNS = "%-9s%6s%10s%8s%8s%12s%11s%14s  %s%n";

  private final Rows rows;
  private final List<Result> results;

  /** A report of these rows under the policies of this module. */
  Report(Rows rows) {
    this.rows = rows;
    this.results = new Comparison(rows.all(), KnownDifference.all()).results(rows.all());
  }

  /** Prints the report, or that there is nothing to report on. */
  public static void main(String[] args) {
    System.out.print(Rows.find().map(rows -> new Report(rows).text()).orElse(Rows.ABSENT + "\n"));
  }

  /** What became of each row, in the order of the rows. */
  List<Result> results() {
    return results;
  }

  /** The counts of each scenario. */
  Map<String, Tally> tallies() {
    Map<String, Tally> tallies = new TreeMap<>();
    results.stream()
        .collect(Collectors.groupingBy(result -> result.row().scenario()))
        .forEach((scenario, of) -> tallies.put(scenario, Tally.of(of)));
    return tallies;
  }

  /** The whole report. */
  String text() {
    StringBuilder text = new StringBuilder();
    text.append("NIST SP 1800-35, Volume D: demonstrations and decisions\n");
    text.append("rows: SHA-256 ").append(rows.digest()).append("\n\n");
    table(text);
    differences(text, "Different on purpose", Result.Different::reason);
    differences(
        text,
        "Different",
        result ->
            result.reason().isPresent()
                ? Optional.empty()
                : Optional.of("The table and the policy disagree, and nobody has said why."));
    notMappable(text);
    return text.toString();
  }

  private void table(StringBuilder text) {
    text.append(
        COLUMNS.formatted(
            "scenario",
            "rows",
            "requests",
            "mapped",
            "passed",
            "on purpose",
            "different",
            "not mappable",
            "title"));
    Map<String, String> titles = new TreeMap<>();
    results.forEach(result -> titles.putIfAbsent(result.row().scenario(), result.row().title()));
    tallies()
        .forEach(
            (scenario, tally) -> line(text, scenario, tally, titles.getOrDefault(scenario, "")));
    line(text, "all", Tally.of(results), "");
  }

  private static void line(StringBuilder text, String scenario, Tally tally, String title) {
    text.append(
        COLUMNS
            .formatted(
                scenario,
                tally.rows(),
                tally.requests(),
                tally.mapped(),
                tally.passed(),
                tally.onPurpose(),
                tally.different(),
                tally.notMappable(),
                title)
            .stripTrailing());
    text.append('\n');
  }

  /** The rows that differ, below the reason that they have in common. */
  private void differences(StringBuilder text, String heading, Heading of) {
    Map<String, List<Result.Different>> byReason = new TreeMap<>();
    for (Result result : results) {
      if (result instanceof Result.Different different) {
        of.of(different)
            .ifPresent(
                reason -> byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(different));
      }
    }
    heading(text, heading, byReason.isEmpty());
    byReason.forEach(
        (reason, differing) -> {
          text.append("- ").append(reason).append('\n');
          for (Result.Different row : differing) {
            row.answers().forEach(a -> text.append("    %-10s %s%n".formatted(row.row().id(), a)));
          }
        });
  }

  private void notMappable(StringBuilder text) {
    Map<String, List<String>> byReason = new TreeMap<>();
    for (Result result : results) {
      if (result instanceof Result.NotMappable row) {
        byReason.computeIfAbsent(row.reason(), r -> new ArrayList<>()).add(row.row().id());
      }
    }
    heading(text, "Not mappable", byReason.isEmpty());
    byReason.forEach(
        (reason, ids) ->
            text.append("- ")
                .append(reason)
                .append(": ")
                .append(String.join(", ", ids))
                .append('\n'));
  }

  private static void heading(StringBuilder text, String heading, boolean none) {
    text.append('\n').append(heading).append(none ? ": none\n" : "\n");
  }

  /** Under which reason a row is listed; empty when it is not. */
  private interface Heading {
    Optional<String> of(Result.Different row);
  }
}
