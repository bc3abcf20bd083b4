package dev.zt.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is remembered of what happened.
 *
 * @param name the qualified name
 * @param aggregate how the remembered is summed up
 * @param values what is aggregated; empty for a count, several for an anomaly score
 * @param source what is remembered
 * @param where which of it counts, or null for all
 * @param keys by what it is kept apart
 * @param over the length of the sliding window in milliseconds
 * @param type the type of the result
 */
public record Behavior(
    String name,
    Aggregate aggregate,
    List<Expr> values,
    Source source,
    @Nullable Expr where,
    List<Expr> keys,
    long over,
    Type type,
    SourceSpan span) {
  public Behavior {
    values = List.copyOf(values);
    keys = List.copyOf(keys);
  }

  /**
   * What of a request is measured against the remembered: for a score of actions the request at
   * hand, for anything else nothing.
   */
  public List<Expr> measured() {
    boolean score = aggregate == Aggregate.ZSCORE || aggregate == Aggregate.ANOMALY;
    return score && source instanceof Source.Decisions ? values : List.of();
  }

  /** The canonical text: that of two behaviors is the same when they remember the same. */
  public String text() {
    return CanonicalText.of(this);
  }

  /** How the remembered is summed up. */
  public enum Aggregate {
    COUNT,
    SUM,
    MAX,
    MEAN,
    DISTINCT,
    VALUES,
    LAST,
    ZSCORE,
    ANOMALY
  }

  /** Which decisions count. */
  public enum Decided {
    /** Those that gave access, under obligations or not. */
    PERMITTED,
    /** Those that did not. */
    DENIED,
    /** All of them. */
    ATTEMPTED
  }

  /** What is remembered. */
  public sealed interface Source {
    /** Decisions on requests in a scope that says nothing of subjects. */
    record Decisions(Decided decided, Scope scope) implements Source {}

    /** Events of a declared name. */
    record Events(String event) implements Source {}
  }
}
