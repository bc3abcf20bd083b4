package dev.zt.test.search;

import dev.zt.dsl.suite.Precedent;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.SourceSpan;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to happen before a case, under what the case gives.
 *
 * @param kind an event, or a check that counts
 * @param name the event, or the action that is asked for
 * @param with what is laid over what the case gives
 * @param ago how long before the case, in milliseconds
 */
public record Step(Kind kind, String name, List<Change> with, long ago) {
  private static final SourceSpan NOWHERE = new SourceSpan("", 1, 1, 0);

  public Step {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
    with = List.copyOf(with);
  }

  /** What may happen. */
  public enum Kind {
    /** {@code event login_failed}. */
    EVENT,
    /** {@code do read}. */
    CHECK
  }

  /** What is given when it happens. */
  Situation given(Situation asked) {
    Situation given = asked;
    for (Change change : with) {
      given = change.applyTo(given);
    }
    Instant now = asked.now();
    Instant then = now == null ? null : now.minusMillis(ago);
    return new Situation(
        then,
        given.subject(),
        kind == Kind.CHECK ? name : given.action(),
        given.resource(),
        given.actionFields(),
        given.signals(),
        given.entities());
  }

  /** The same as a test holds it. */
  Precedent before(Situation asked) {
    Situation given = given(asked);
    @Nullable Instant now = given.now();
    return kind == Kind.CHECK
        ? new Precedent.Done(given, NOWHERE)
        : new Precedent.Observed(
            name,
            now,
            given.subject(),
            given.resource(),
            given.signals(),
            given.entities(),
            NOWHERE);
  }
}
