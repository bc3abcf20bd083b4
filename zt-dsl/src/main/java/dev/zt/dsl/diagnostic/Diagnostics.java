package dev.zt.dsl.diagnostic;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is wrong with one policy set.
 *
 * <p>Not thread-safe.
 */
public final class Diagnostics {
  /** The number of errors of one set that are listed. */
  public static final int MOST_ERRORS = 100;

  private static final int MOST_KEPT = 10_000;

  private final Map<Source, Integer> ranks = new HashMap<>();
  private final Set<Diagnostic> kept = new LinkedHashSet<>();
  private int errors;

  /** A collector for the given files, which are listed in this order. */
  public Diagnostics(List<Source> files) {
    for (Source file : files) {
      ranks.putIfAbsent(file, ranks.size());
    }
  }

  /** Adds one; one that is already there is dropped. */
  public void add(Diagnostic diagnostic) {
    if (kept.size() < MOST_KEPT
        && kept.add(diagnostic)
        && diagnostic.severity() == Severity.ERROR) {
      errors++;
    }
  }

  /** Adds one without help. */
  public void add(Code code, Source source, Span span, String message) {
    add(new Diagnostic(code, source, span, message, null));
  }

  /** Adds one. */
  public void add(Code code, Source source, Span span, String message, @Nullable String help) {
    add(new Diagnostic(code, source, span, message, help));
  }

  /** Whether nothing is wrong. */
  public boolean isEmpty() {
    return kept.isEmpty();
  }

  /** Whether there is an error among them. */
  public boolean hasErrors() {
    return errors > 0;
  }

  /** Whether further errors would not be listed, so that a stage may as well stop. */
  public boolean isFull() {
    return errors > MOST_ERRORS;
  }

  /**
   * All of them by file, in the order in which the files were given and others after those by name,
   * then by place. After {@link #MOST_ERRORS} errors a last one says that there are more.
   */
  public List<Diagnostic> sorted() {
    List<Diagnostic> all = new ArrayList<>(kept);
    all.sort(
        Comparator.comparingInt((Diagnostic d) -> rank(d.source()))
            .thenComparing(d -> d.source().file())
            .thenComparingInt(d -> d.span().start())
            .thenComparingInt(d -> d.span().end())
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message));
    List<Diagnostic> listed = new ArrayList<>(all.size());
    int listedErrors = 0;
    for (Diagnostic diagnostic : all) {
      if (diagnostic.severity() == Severity.ERROR && ++listedErrors > MOST_ERRORS) {
        listed.add(tooMany(diagnostic));
        break;
      }
      listed.add(diagnostic);
    }
    return List.copyOf(listed);
  }

  private static Diagnostic tooMany(Diagnostic firstUnlisted) {
    return new Diagnostic(
        Code.TOO_MANY_ERRORS,
        firstUnlisted.source(),
        firstUnlisted.span(),
        "too many errors; only the first " + MOST_ERRORS + " are listed",
        null);
  }

  private int rank(Source source) {
    return ranks.getOrDefault(source, ranks.size());
  }
}
