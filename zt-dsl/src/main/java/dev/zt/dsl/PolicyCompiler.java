package dev.zt.dsl;

import dev.zt.dsl.check.Checked;
import dev.zt.dsl.check.Checker;
import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.suite.TestSuite;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.DeepStack;
import dev.zt.dsl.syntax.Parser;
import dev.zt.dsl.syntax.PolicyFile;
import dev.zt.dsl.syntax.Rule;
import dev.zt.dsl.table.TableFiles;
import dev.zt.dsl.table.TableReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Compiles policy text.
 *
 * <p>Whatever the text is, there is a {@link Compilation} that says all that is wrong with it; no
 * text makes the compiler throw. The order and the names of files have no influence on the set. A
 * set has at most 64 MiB of text and 200,000 rules, a file at most 1 MiB. Thread-safe.
 */
public final class PolicyCompiler {
  private static final long MOST_BYTES = 64L << 20;
  private static final int MOST_RULES = 200_000;
  private static final Span NOWHERE = new Span(0, 0);

  private PolicyCompiler() {}

  /**
   * Compiles files, and all files that end in {@code .zt} below folders, hidden ones aside.
   *
   * <p>Links are followed. A file that cannot be read or is not UTF-8, and a folder without policy
   * files, are errors of the set.
   */
  public static Compilation compile(Path first, Path... more) {
    List<Path> paths = new ArrayList<>(List.of(first));
    paths.addAll(List.of(more));
    PolicyFiles files = PolicyFiles.read(paths);
    return compile(files.sources(), files.problems(), files);
  }

  /**
   * Compiles texts by the names of their files. Names that end in {@code .csv} or {@code .json} are
   * those of files with the rows of tests.
   */
  public static Compilation compile(Map<String, String> textsByName) {
    List<Source> sources = new ArrayList<>();
    new TreeMap<>(textsByName)
        .forEach(
            (name, text) -> {
              if (!TableReader.reads(name)) {
                sources.add(new Source(name, text));
              }
            });
    return compile(sources, List.of(), new TablesByName(textsByName));
  }

  /** Compiles one text under the name of its file. */
  public static Compilation compile(String name, String text) {
    return compile(Map.of(name, text));
  }

  private static Compilation compile(
      List<Source> sources, List<dev.zt.dsl.diagnostic.Diagnostic> problems, TableFiles tables) {
    PolicyFile prelude = Prelude.file();
    List<Source> all = new ArrayList<>(sources);
    all.add(prelude.source());
    Diagnostics diagnostics = new Diagnostics(all);
    for (dev.zt.dsl.diagnostic.Diagnostic problem : problems) {
      diagnostics.add(problem);
    }
    if (isTooLarge(sources, diagnostics)) {
      return new Compilation(
          texts(sources), Optional.empty(), TestSuite.EMPTY, diagnostics::sorted);
    }
    List<PolicyFile> files = new ArrayList<>();
    for (Source source : sources) {
      files.add(Parser.parse(source, diagnostics));
    }
    Map<String, String> texts = texts(sources);
    TableFiles recorded = recorded(tables, texts);
    Optional<Checked> checked =
        hasTooManyRules(files, diagnostics)
            ? Optional.empty()
            : DeepStack.call(() -> Checker.check(prelude, files, recorded, diagnostics));
    return new Compilation(
        texts,
        checked.isEmpty() ? Optional.empty() : Optional.of(checked.get().policies()),
        checked.isEmpty() ? TestSuite.EMPTY : checked.get().tests(),
        () -> found(checked, diagnostics));
  }

  private static List<dev.zt.dsl.diagnostic.Diagnostic> found(
      Optional<Checked> checked, Diagnostics diagnostics) {
    return DeepStack.call(
        () -> {
          checked.map(Checked::lint).ifPresent(Runnable::run);
          return diagnostics.sorted();
        });
  }

  /** The same files, each kept among the texts when it was found. */
  private static TableFiles recorded(TableFiles tables, Map<String, String> texts) {
    return (policy, name) -> {
      TableFiles.Found found = tables.find(policy, name);
      if (found instanceof TableFiles.Found.Text text) {
        texts.put(text.source().file(), text.source().text());
      }
      return found;
    };
  }

  private static Map<String, String> texts(List<Source> sources) {
    Map<String, String> texts = new TreeMap<>();
    for (Source source : sources) {
      texts.put(source.file(), source.text());
    }
    return texts;
  }

  private static boolean isTooLarge(List<Source> sources, Diagnostics diagnostics) {
    long size = 0;
    for (Source source : sources) {
      size += source.utf8Length();
      if (size > MOST_BYTES) {
        diagnostics.add(
            Code.SET_TOO_LARGE, source, NOWHERE, "the files are larger than 64 MiB together");
        return true;
      }
    }
    return false;
  }

  private static boolean hasTooManyRules(List<PolicyFile> files, Diagnostics diagnostics) {
    int rules = 0;
    for (PolicyFile file : files) {
      for (Declaration each : file.declarations()) {
        if (each instanceof Rule rule && ++rules > MOST_RULES) {
          diagnostics.add(
              Code.TOO_MANY_RULES,
              file.source(),
              rule.head().label().span(),
              "the set has more than " + MOST_RULES + " rules");
          return true;
        }
      }
    }
    return false;
  }
}
