package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What services that know lines and branches are told of one policy file.
 *
 * @param rules the rules that stand in the file
 * @param lines by number the lines on which a rule begins or a condition stands
 */
record FileLines(String file, List<RuleCoverage> rules, SortedMap<Integer, Line> lines) {
  /**
   * A line.
   *
   * @param hits in how many cases a rule that begins there decided, or a condition that stands
   *     there was looked at
   * @param conditions the conditions that stand there, each once for every rule it comes into
   */
  record Line(int hits, List<ConditionCoverage> conditions) {
    Line {
      conditions = List.copyOf(conditions);
    }

    Line hit(int more) {
      return new Line(Math.max(hits, more), conditions);
    }

    Line with(ConditionCoverage condition) {
      List<ConditionCoverage> all = new ArrayList<>(conditions);
      all.add(condition);
      return new Line(Math.max(hits, condition.sightings().size()), all);
    }

    /** Halves of pairs that were seen, of all that there are. */
    Ratio branches() {
      int seen = 0;
      for (ConditionCoverage condition : conditions) {
        seen += condition.alone(Truth.TRUE).isEmpty() ? 0 : 1;
        seen += condition.alone(Truth.FALSE).isEmpty() ? 0 : 1;
      }
      return new Ratio(seen, 2 * conditions.size());
    }
  }

  /** The files that hold rules, or conditions of rules elsewhere, in order of name. */
  static List<FileLines> of(CoverageReport report) {
    SortedMap<String, FileLines> files = new TreeMap<>();
    for (RuleCoverage rule : report.rules()) {
      FileLines home = in(files, rule.span().file());
      home.rules.add(rule);
      home.lines.merge(
          rule.span().line(),
          new Line(rule.decided().size(), List.of()),
          (old, added) -> old.hit(added.hits()));
      for (ConditionCoverage condition : rule.conditions()) {
        if (condition.possible()) {
          Line blank = new Line(0, List.of());
          in(files, condition.span().file())
              .lines
              .merge(
                  condition.span().line(),
                  blank.with(condition),
                  (old, added) -> old.with(condition));
        }
      }
    }
    return List.copyOf(files.values());
  }

  private static FileLines in(SortedMap<String, FileLines> files, String file) {
    return files.computeIfAbsent(
        file, absent -> new FileLines(file, new ArrayList<>(), new TreeMap<>()));
  }

  /** Lines that were hit, of those that are listed. */
  Ratio lineRatio() {
    return new Ratio(
        (int) lines.values().stream().filter(line -> line.hits() > 0).count(), lines.size());
  }

  /** Branches that were taken, of those that there are. */
  Ratio branchRatio() {
    return sum(lines.values().stream().map(Line::branches).toList());
  }

  static Ratio sum(List<Ratio> ratios) {
    return new Ratio(
        ratios.stream().mapToInt(Ratio::covered).sum(),
        ratios.stream().mapToInt(Ratio::total).sum());
  }
}
