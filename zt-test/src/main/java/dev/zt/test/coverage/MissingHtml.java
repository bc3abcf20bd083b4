package dev.zt.test.coverage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is missing, gathered by the case that would cover it.
 *
 * @param id what the names of the file's anchors begin with
 */
record MissingHtml(String id, StringBuilder out) {

  void write(List<Missing> missing) {
    Map<Optional<Suggestion>, List<Missing>> bySuggestion =
        missing.stream()
            .collect(
                Collectors.groupingBy(
                    each -> Optional.ofNullable(each.suggestion()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    bySuggestion.forEach(this::group);
  }

  private void group(Optional<Suggestion> suggestion, List<Missing> missing) {
    out.append("<div class=\"gap\">\n<ul>\n");
    for (Missing each : missing) {
      int line = each.span().line();
      out.append("<li><a href=\"#").append(id).append("-L").append(line).append("\">line ");
      out.append(line).append("</a> <b>").append(Markup.escape(label(each.rule())));
      out.append("</b> ").append(code(each.what())).append("</li>\n");
    }
    out.append("</ul>\n");
    if (suggestion.isEmpty()) {
      out.append("<p>no small change of a case was found that would show it</p>\n");
    } else {
      out.append("<p>");
      out.append(Markup.escape(suggestion.get().where()));
      out.append(" write</p>\n<pre tabindex=\"0\">");
      out.append(Markup.escape(suggestion.get().text())).append("</pre>\n");
    }
    out.append("</div>\n");
  }

  private static String label(String rule) {
    return rule.substring(rule.lastIndexOf('.') + 1);
  }

  /** What stands between the first and the last back-tick as code. */
  private static String code(String text) {
    int first = text.indexOf('`');
    int last = text.lastIndexOf('`');
    return first >= last
        ? Markup.escape(text)
        : Markup.escape(text.substring(0, first))
            + "<code>"
            + Markup.escape(text.substring(first + 1, last))
            + "</code>"
            + Markup.escape(text.substring(last + 1));
  }
}
