package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;

/** The outcome that a case of a test expects. */
public sealed interface Expectation {
  /** The whole text. */
  Span span();

  /**
   * An outcome, with the challenges or obligations that are named.
   *
   * @param oneOf whether it says {@code challenge one of}
   * @param calls empty when none are named
   */
  record Stated(Outcome outcome, boolean oneOf, List<Call> calls, Span span)
      implements Expectation {
    public Stated {
      calls = List.copyOf(calls);
    }
  }

  /** What a variable of the test's table says: {@code outcome}, {@code row.outcome}. */
  record FromTable(QualifiedName value) implements Expectation {
    @Override
    public Span span() {
      return value.span();
    }
  }

  /** The four outcomes by the words of a rule. */
  enum Outcome {
    /** {@code permit}. */
    PERMIT,
    /** {@code restrict}. */
    RESTRICT,
    /** {@code challenge}. */
    CHALLENGE,
    /** {@code deny}. */
    DENY
  }
}
