package dev.zt.test.coverage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Coverage as one HTML page: the policies with each rule and condition coloured, and on pointing at
 * one, or on reaching it with the keyboard, the cases that touched it. The page needs nothing
 * beside itself and runs no script.
 */
public final class CoverageHtml {
  private static final List<Mark.State> LEGEND =
      List.of(Mark.State.COVERED, Mark.State.PARTLY, Mark.State.MISSING, Mark.State.IMPOSSIBLE);

  private final CoverageReport report;
  private final Map<String, String> sources;
  private final StringBuilder out = new StringBuilder();

  private CoverageHtml(CoverageReport report, Map<String, String> sources) {
    this.report = report;
    this.sources = sources;
  }

  /**
   * The page.
   *
   * @param sources the texts of the policy files by name; one that is not there is left out
   */
  public static String of(CoverageReport report, Map<String, String> sources) {
    CoverageHtml html = new CoverageHtml(report, sources);
    html.write();
    return html.out.toString();
  }

  private void write() {
    List<FileLines> files =
        FileLines.of(report).stream().filter(each -> sources.containsKey(each.file())).toList();
    out.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    out.append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
    out.append("<meta name=\"color-scheme\" content=\"light dark\">\n");
    out.append("<title>Policy coverage</title>\n<style>\n").append(style());
    out.append("</style>\n</head>\n<body>\n");
    header();
    contents(files);
    out.append("<main>\n");
    for (int i = 0; i < files.size(); i++) {
      file("f" + i, files.get(i));
    }
    out.append("</main>\n</body>\n</html>\n");
  }

  // ---- the top of the page ----

  private void header() {
    out.append("<header>\n<h1>Policy coverage</h1>\n<p>").append(report.rules().size());
    out.append(" rules, ").append(report.cases()).append(" cases</p>\n<ul class=\"totals\">\n");
    total("Rules", "decided in some case", report.ruleRatio());
    total("Outcomes", "of what rules can come to", report.outcomeRatio());
    total("Conditions", "decide alone, both ways", report.conditionRatio());
    total("Unknown", "conditions seen unknown", report.unknownRatio());
    out.append("</ul>\n<ul class=\"legend\">\n");
    for (Mark.State state : LEGEND) {
      out.append("<li><span class=\"mark ").append(state.css()).append("\">");
      out.append(state.text()).append("</span></li>\n");
    }
    out.append("</ul>\n</header>\n");
  }

  private void total(String name, String meaning, Ratio ratio) {
    out.append("<li class=\"").append(css(ratio)).append("\"><span>").append(name);
    out.append("</span><strong>").append(ratio.shown()).append("<small>&#8239;%</small>");
    out.append("</strong><span class=\"bar\"><span style=\"width:").append(ratio.shown());
    out.append("%\"></span></span><span>").append(ratio.covered()).append(" of ");
    out.append(ratio.total()).append("</span><em>").append(meaning).append("</em></li>\n");
  }

  private static String css(Ratio ratio) {
    if (ratio.covered() == ratio.total()) {
      return Mark.State.COVERED.css();
    }
    return (ratio.isAtLeast(50) ? Mark.State.PARTLY : Mark.State.MISSING).css();
  }

  private void contents(List<FileLines> files) {
    out.append("<nav aria-label=\"Files\">\n<table>\n<thead><tr><th>File</th><th>Rules</th>");
    out.append("<th>Branches</th><th>Missing</th></tr></thead>\n<tbody>\n");
    for (int i = 0; i < files.size(); i++) {
      FileLines file = files.get(i);
      int decided = (int) file.rules().stream().filter(RuleCoverage::isCovered).count();
      out.append("<tr><td><a href=\"#f").append(i).append("\">");
      out.append(Markup.escape(file.file())).append("</a></td>");
      cell(new Ratio(decided, file.rules().size()));
      cell(file.branchRatio());
      out.append("<td>").append(missing(file.file()).size()).append("</td></tr>\n");
    }
    out.append("</tbody>\n</table>\n</nav>\n");
  }

  private void cell(Ratio ratio) {
    if (ratio.total() == 0) {
      out.append("<td>–</td>");
      return;
    }
    out.append("<td class=\"").append(css(ratio)).append("\">").append(ratio.shown());
    out.append("&#8239;%</td>");
  }

  // ---- one file ----

  private void file(String id, FileLines file) {
    String name = file.file();
    String text = Objects.requireNonNull(sources.get(name));
    List<Missing> missing = missing(name);
    out.append("<section id=\"").append(id).append("\">\n<h2>").append(Markup.escape(name));
    String source = SourceHtml.of(id, text, Marks.of(name, text, report));
    if (missing.isEmpty()) {
      out.append("</h2>\n").append(source).append("</section>\n");
      return;
    }
    out.append("</h2>\n<div class=\"columns\">\n").append(source);
    out.append("<aside>\n<h3>What is missing</h3>\n");
    new MissingHtml(id, out).write(missing);
    out.append("</aside>\n</div>\n</section>\n");
  }

  private List<Missing> missing(String file) {
    List<Missing> found = new ArrayList<>(report.missing());
    found.removeIf(each -> !each.span().file().equals(file));
    return found;
  }

  private static String style() {
    try (InputStream in = CoverageHtml.class.getResourceAsStream("coverage.css")) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
