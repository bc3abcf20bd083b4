package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Coverage as XML by the document type {@code coverage-04} of Cobertura. A file is a class, a rule
 * is a method that is run when it decides; each condition of a rule is one with the two branches of
 * a pair.
 */
public final class Cobertura {
  private static final String TYPE = "http://cobertura.sourceforge.net/xml/coverage-04.dtd";

  private final StringBuilder out = new StringBuilder();

  private Cobertura() {}

  /**
   * The report as XML.
   *
   * @param root the folder that the names of the policy files begin in, for readers that look for
   *     them
   * @param at when the tests were run
   */
  public static String of(CoverageReport report, String root, Instant at) {
    Cobertura cobertura = new Cobertura();
    cobertura.coverage(FileLines.of(report), root, at);
    return cobertura.out.toString();
  }

  private void coverage(List<FileLines> files, String root, Instant at) {
    Ratio lines = FileLines.sum(files.stream().map(FileLines::lineRatio).toList());
    Ratio branches = FileLines.sum(files.stream().map(FileLines::branchRatio).toList());
    out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.append("<!DOCTYPE coverage SYSTEM \"").append(TYPE).append("\">\n");
    out.append("<coverage").append(rates(lines, branches));
    out.append(attribute("lines-covered", lines.covered()));
    out.append(attribute("lines-valid", lines.total()));
    out.append(attribute("branches-covered", branches.covered()));
    out.append(attribute("branches-valid", branches.total()));
    out.append(attribute("version", "zt"));
    out.append(attribute("timestamp", Long.toString(at.toEpochMilli()))).append(">\n");
    out.append("  <sources>\n    <source>").append(Markup.escape(root));
    out.append("</source>\n  </sources>\n  <packages>\n");
    out.append("    <package").append(attribute("name", "policies"));
    out.append(rates(lines, branches)).append(">\n      <classes>\n");
    files.forEach(this::file);
    out.append("      </classes>\n    </package>\n  </packages>\n</coverage>\n");
  }

  private void file(FileLines file) {
    out.append("        <class").append(attribute("name", file.file()));
    out.append(attribute("filename", file.file()));
    out.append(rates(file.lineRatio(), file.branchRatio())).append(">\n          <methods>\n");
    file.rules().forEach(this::rule);
    out.append("          </methods>\n          <lines>\n");
    file.lines().forEach(this::line);
    out.append("          </lines>\n        </class>\n");
  }

  private void rule(RuleCoverage rule) {
    List<ConditionCoverage> counted =
        rule.conditions().stream().filter(ConditionCoverage::possible).toList();
    Ratio decided = new Ratio(rule.isCovered() ? 1 : 0, 1);
    Ratio branches = new FileLines.Line(0, counted).branches();
    out.append("            <method").append(attribute("name", rule.id()));
    out.append(attribute("signature", rule.kind().name().toLowerCase(Locale.ROOT)));
    out.append(rates(decided, branches)).append("><lines><line");
    out.append(attribute("number", rule.span().line()));
    out.append(attribute("hits", rule.decided().size())).append("/></lines></method>\n");
  }

  private void line(int number, FileLines.Line line) {
    out.append("            <line").append(attribute("number", number));
    out.append(attribute("hits", line.hits()));
    if (line.conditions().isEmpty()) {
      out.append(attribute("branch", "false")).append("/>\n");
      return;
    }
    Ratio branches = line.branches();
    String count = " (" + branches.covered() + "/" + branches.total() + ")";
    out.append(attribute("branch", "true"));
    out.append(attribute("condition-coverage", (long) branches.percent() + "%" + count));
    out.append("><conditions>");
    for (int i = 0; i < line.conditions().size(); i++) {
      int seen = 0;
      for (Truth half : List.of(Truth.TRUE, Truth.FALSE)) {
        seen += line.conditions().get(i).alone(half).isEmpty() ? 0 : 1;
      }
      out.append("<condition").append(attribute("number", i)).append(attribute("type", "jump"));
      out.append(attribute("coverage", seen * 50 + "%")).append("/>");
    }
    out.append("</conditions></line>\n");
  }

  private static String rates(Ratio lines, Ratio branches) {
    return attribute("line-rate", rate(lines))
        + attribute("branch-rate", rate(branches))
        + attribute("complexity", "0");
  }

  private static String rate(Ratio ratio) {
    return String.format(Locale.ROOT, "%.4f", ratio.percent() / 100);
  }

  private static String attribute(String name, int value) {
    return attribute(name, Integer.toString(value));
  }

  private static String attribute(String name, String value) {
    return " " + name + "=\"" + Markup.escape(value) + "\"";
  }
}
