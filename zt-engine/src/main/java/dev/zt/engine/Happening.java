package dev.zt.engine;

import dev.zt.EntityStore;
import dev.zt.Event;
import dev.zt.engine.behavior.Attempt;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;
import dev.zt.engine.reference.Trace;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, a request or an event, as what is remembered of it is read. What takes
 * longer than reading a reference is made when something first needs it. For one thread.
 */
final class Happening {
  private final Enforcement enforcement;
  private final Surroundings surroundings;
  private final Attempt attempt;
  private final long now;
  private final @Nullable Event event;
  private final Value.@Nullable Ref subject;
  private @Nullable BoundRequest request;
  private @Nullable Trace trace;

  private Happening(
      Enforcement enforcement,
      Surroundings surroundings,
      Attempt attempt,
      long now,
      @Nullable Event event,
      Value.@Nullable Ref subject,
      @Nullable BoundRequest request) {
    this.enforcement = enforcement;
    this.surroundings = surroundings;
    this.attempt = attempt;
    this.now = now;
    this.event = event;
    this.subject = subject;
    this.request = request;
  }

  /** A request that was decided. */
  static Happening of(
      BoundRequest request,
      Enforcement enforcement,
      Surroundings surroundings,
      Attempt attempt,
      long now) {
    return new Happening(enforcement, surroundings, attempt, now, null, request.subject(), request);
  }

  /** Something that was observed. */
  static Happening of(
      Event event, Enforcement enforcement, Surroundings surroundings, Attempt attempt, long now) {
    Value.Ref subject =
        event.subject() == null ? null : enforcement.layout().reference(event.subject());
    return new Happening(enforcement, surroundings, attempt, now, event, subject, null);
  }

  /** Whom it is about; null when that is not known. */
  Value.@Nullable Ref subject() {
    return subject;
  }

  /** What it says itself. */
  BoundRequest request() {
    BoundRequest known = request;
    if (known == null) {
      if (event == null) {
        throw new IllegalStateException("neither a request nor an event");
      }
      known = enforcement.layout().bind(event);
      request = known;
    }
    return known;
  }

  /** Whether nobody knows more of an entity than it says itself. */
  boolean saysAll() {
    return surroundings.entities() == EntityStore.EMPTY;
  }

  /** What expressions come to by the reference, of which some may ask what is remembered. */
  Trace trace() {
    Trace known = trace;
    if (known == null) {
      known = enforcement.reference().trace(request().facts(surroundings.with(attempt)), now);
      trace = known;
    }
    return known;
  }
}
