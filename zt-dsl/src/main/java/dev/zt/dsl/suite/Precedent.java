package dev.zt.dsl.suite;

import dev.zt.policy.SourceSpan;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that happens before a case, and that a policy may remember. */
public sealed interface Precedent {
  /** Where it stands. */
  SourceSpan span();

  /** {@code do read}: a check that counts. */
  record Done(Situation situation, SourceSpan span) implements Precedent {
    public Done {
      Objects.requireNonNull(situation, "situation");
      Objects.requireNonNull(span, "span");
    }
  }

  /**
   * {@code event login_failed}: something that the application reports.
   *
   * @param event the event's name
   * @param now the instant on the clock, or null when the test gives none
   * @param subject whom it is about, or null when the test gives none
   * @param resource what it is about, or null when the test gives none
   * @param signals the signals that are given, each once, in order of name
   * @param entities further entities that the others refer to
   */
  record Observed(
      String event,
      @Nullable Instant now,
      @Nullable GivenEntity subject,
      @Nullable GivenEntity resource,
      List<GivenSignal> signals,
      List<GivenEntity> entities,
      SourceSpan span)
      implements Precedent {
    public Observed {
      Objects.requireNonNull(event, "event");
      signals = List.copyOf(signals);
      entities = List.copyOf(entities);
      Objects.requireNonNull(span, "span");
    }
  }
}
