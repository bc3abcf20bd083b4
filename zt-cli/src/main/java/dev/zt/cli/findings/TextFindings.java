package dev.zt.cli.findings;

import dev.zt.cli.terminal.Palette;
import dev.zt.dsl.Compilation;
import dev.zt.dsl.Diagnostic;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The compiler's report and a line that sums it up. */
final class TextFindings {
  private static final Pattern HEADLINE =
      Pattern.compile("(?<place>.*:\\d+:\\d+: )(?<kind>error|warning)(?<rest> ZT\\d{4}: .*)");
  private static final Pattern UNDERLINE =
      Pattern.compile("(?<margin> +\\| \\s*)(?<carets>\\^+)(?<help>.*)");

  private final Palette palette;

  TextFindings(Palette palette) {
    this.palette = palette;
  }

  String write(Compilation compilation) {
    List<Diagnostic> found = compilation.diagnostics();
    String report = compilation.report().lines().map(this::paint).collect(Collectors.joining("\n"));
    return (found.isEmpty() ? "" : report + "\n\n")
        + summary(compilation)
        + "\n"
        + SeveralSets.hint(compilation).map(hint -> palette.faint(hint) + "\n").orElse("");
  }

  private String paint(String line) {
    Matcher headline = HEADLINE.matcher(line);
    if (headline.matches()) {
      String kind = headline.group("kind");
      return palette.strong(headline.group("place"))
          + (kind.equals("error") ? palette.bad(kind) : palette.warning(kind))
          + palette.strong(headline.group("rest"));
    }
    Matcher underline = UNDERLINE.matcher(line);
    return underline.matches()
        ? underline.group("margin")
            + palette.warning(underline.group("carets"))
            + underline.group("help")
        : line;
  }

  private String summary(Compilation compilation) {
    int errors = compilation.errors().size();
    int warnings = compilation.warnings().size();
    if (errors + warnings == 0) {
      int rules = compilation.orThrow().rules().size();
      return palette.good("nothing is wrong") + palette.faint(" with " + count(rules, "rule"));
    }
    String failed = errors == 0 ? "" : palette.bad(count(errors, "error"));
    String odd = warnings == 0 ? "" : palette.warning(count(warnings, "warning"));
    return failed + (failed.isEmpty() || odd.isEmpty() ? "" : ", ") + odd;
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
