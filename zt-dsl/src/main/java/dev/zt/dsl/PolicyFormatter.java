package dev.zt.dsl;

import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.diagnostic.Severity;
import dev.zt.dsl.format.Formatter;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.syntax.DeepStack;
import dev.zt.dsl.syntax.Parser;
import dev.zt.dsl.syntax.PolicyFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes policy text in the one layout.
 *
 * <p>The layout changes neither what a file means nor its words, numbers, texts and comments;
 * formatting twice is formatting once. Files are read one by one: a name that is not declared is no
 * reason to leave a file alone, a syntax error is. Thread-safe.
 */
public final class PolicyFormatter {
  private PolicyFormatter() {}

  /** Formats one text under the name of its file. */
  public static Formatting format(String name, String text) {
    return format(new Source(name, text));
  }

  /**
   * Formats files, and all files that end in {@code .zt} below folders, hidden ones aside, without
   * writing any.
   *
   * <p>Links are followed. A file that cannot be read or is not UTF-8, and a folder without policy
   * files, come with that error.
   *
   * @return one for each file, by name
   */
  public static List<Formatting> format(Path first, Path... more) {
    List<Path> paths = new ArrayList<>(List.of(first));
    paths.addAll(List.of(more));
    PolicyFiles files = PolicyFiles.read(paths);
    List<Formatting> all = new ArrayList<>();
    for (Source source : files.sources()) {
      all.add(format(source));
    }
    for (dev.zt.dsl.diagnostic.Diagnostic problem : files.problems()) {
      all.add(new Formatting(problem.file(), "", Optional.empty(), List.of(problem)));
    }
    return all;
  }

  /**
   * Formats files like {@link #format(Path, Path...)} and writes those that change. A file with an
   * error is left alone.
   *
   * @return one for each file, by name
   * @throws IOException when a file cannot be written; those before it are
   */
  public static List<Formatting> formatInPlace(Path first, Path... more) throws IOException {
    List<Formatting> all = format(first, more);
    for (Formatting each : all) {
      if (each.changes()) {
        Files.writeString(Path.of(each.file()), each.text().orElseThrow());
      }
    }
    return all;
  }

  private static Formatting format(Source source) {
    Diagnostics diagnostics = new Diagnostics(List.of(source));
    PolicyFile file = Parser.parse(source, diagnostics);
    String original = (source.hasByteOrderMark() ? "\uFEFF" : "") + source.text();
    List<dev.zt.dsl.diagnostic.Diagnostic> errors =
        diagnostics.sorted().stream().filter(each -> each.severity() == Severity.ERROR).toList();
    Optional<String> text =
        errors.isEmpty()
            ? Optional.of(DeepStack.call(() -> Formatter.format(file)))
            : Optional.empty();
    return new Formatting(source.file(), original, text, errors);
  }
}
