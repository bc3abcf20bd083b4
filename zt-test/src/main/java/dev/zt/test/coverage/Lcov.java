package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import java.util.List;
import java.util.Map;

/**
 * Coverage as an LCOV tracefile, in the format of {@code geninfo(1)}. A rule is a function that is
 * called when it decides; each condition of a rule has two branches, one for deciding the rule
 * alone by being true, one for doing so by being false.
 */
public final class Lcov {
  private final StringBuilder out = new StringBuilder();

  private Lcov() {}

  /** The report as a tracefile. */
  public static String of(CoverageReport report) {
    Lcov lcov = new Lcov();
    FileLines.of(report).forEach(lcov::file);
    return lcov.out.toString();
  }

  private void file(FileLines file) {
    record("TN", "");
    record("SF", file.file());
    functions(file.rules());
    file.lines().forEach(this::branches);
    total("BRF", "BRH", file.branchRatio());
    for (Map.Entry<Integer, FileLines.Line> line : file.lines().entrySet()) {
      record("DA", line.getKey() + "," + line.getValue().hits());
    }
    total("LF", "LH", file.lineRatio());
    out.append("end_of_record\n");
  }

  private void functions(List<RuleCoverage> rules) {
    for (RuleCoverage rule : rules) {
      record("FN", rule.span().line() + "," + rule.id());
    }
    for (RuleCoverage rule : rules) {
      record("FNDA", rule.decided().size() + "," + rule.id());
    }
    int decided = (int) rules.stream().filter(RuleCoverage::isCovered).count();
    total("FNF", "FNH", new Ratio(decided, rules.size()));
  }

  private void branches(int number, FileLines.Line line) {
    for (int block = 0; block < line.conditions().size(); block++) {
      ConditionCoverage condition = line.conditions().get(block);
      branch(number, block, 0, condition, Truth.TRUE);
      branch(number, block, 1, condition, Truth.FALSE);
    }
  }

  private void branch(int line, int block, int branch, ConditionCoverage condition, Truth half) {
    boolean reached = !condition.sightings().isEmpty();
    String taken = reached ? Integer.toString(condition.alone(half).size()) : "-";
    record("BRDA", line + "," + block + "," + branch + "," + taken);
  }

  private void total(String found, String hit, Ratio ratio) {
    record(found, Integer.toString(ratio.total()));
    record(hit, Integer.toString(ratio.covered()));
  }

  private void record(String kind, String text) {
    out.append(kind).append(':').append(text).append('\n');
  }
}
