package dev.zt.examples.nist;

import dev.zt.Decision;
import dev.zt.Outcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides the requests of rows and compares the decisions with the published outcomes. */
final class Comparison {
  private final RequestMapping mapping;
  private final List<KnownDifference> known;
  private final Map<String, Optional<Scenario>> scenarios = new HashMap<>();

  /** A comparison of rows that stand in these tables. */
  Comparison(List<Row> tables, List<KnownDifference> known) {
    this.mapping = new RequestMapping(tables);
    this.known = List.copyOf(known);
  }

  /** What becomes of each row, in order. */
  List<Result> results(List<Row> rows) {
    return rows.stream().map(this::result).toList();
  }

  /** What becomes of a row. */
  Result result(Row row) {
    Optional<Scenario> scenario = scenarios.computeIfAbsent(row.scenario(), Scenario::of);
    if (scenario.isEmpty()) {
      return new Result.NotMappable(row, "there is no policy for scenario " + row.scenario());
    }
    try {
      return compared(row, scenario.get());
    } catch (UnmappableRow e) {
      return new Result.NotMappable(row, e.reason());
    }
  }

  private Result compared(Row row, Scenario scenario) {
    int asked = 0;
    List<Answer> different = new ArrayList<>();
    for (Question question : mapping.questions(row)) {
      String column = question.party().outcome();
      Expectation expectation = Expectation.of(row, column);
      Optional<Outcome> expected = expectation.of(question.request());
      if (expected.isEmpty()) {
        continue;
      }
      asked++;
      Decision decision = scenario.decide(question);
      if (!expectation.isMetBy(question.request(), decision)) {
        String published = row.cell(column + "_text").orElse(column);
        different.add(new Answer(question, expected.get(), published, decision));
      }
    }
    if (asked == 0) {
      return new Result.NotMappable(row, "it publishes no outcome");
    }
    return different.isEmpty()
        ? new Result.Passed(row, asked)
        : new Result.Different(row, asked, different, reason(row, different));
  }

  private Optional<String> reason(Row row, List<Answer> different) {
    return known.stream()
        .filter(difference -> different.stream().allMatch(a -> difference.explains(row, a)))
        .map(KnownDifference::reason)
        .findFirst();
  }
}
