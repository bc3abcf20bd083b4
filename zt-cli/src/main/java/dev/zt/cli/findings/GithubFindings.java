package dev.zt.cli.findings;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.Diagnostic;
import java.util.stream.Collectors;

/** Findings as workflow commands of GitHub Actions, one a line. */
final class GithubFindings {
  private GithubFindings() {}

  static String write(Compilation compilation) {
    return compilation.diagnostics().stream()
        .map(found -> line(found) + "\n")
        .collect(Collectors.joining());
  }

  private static String line(Diagnostic found) {
    Stretch stretch = Stretch.of(found);
    boolean oneLine = stretch.line() == stretch.endLine();
    return "::"
        + (found.isError() ? "error" : "warning")
        + " file="
        + property(FileNames.relative(found.file()))
        + ",line="
        + stretch.line()
        + ",endLine="
        + stretch.endLine()
        + (oneLine ? ",col=" + stretch.column() + ",endColumn=" + lastColumn(stretch) : "")
        + ",title="
        + property(found.code())
        + "::"
        + data(found.help() == null ? found.message() : found.message() + "\n" + found.help());
  }

  private static int lastColumn(Stretch stretch) {
    return Math.max(stretch.column(), stretch.endColumn() - 1);
  }

  /** The escapes of a command's message. */
  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /** The escapes of a command's property. */
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
