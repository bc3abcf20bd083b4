package dev.zt.engine.compile;

import dev.zt.engine.facts.Ancestry;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a request itself says, as shortcuts read it. A reading that is null is not there: it may be
 * unknown, or lie with a store.
 *
 * <p>What changes with time is one number, a <em>standing</em>: until when it is true, or the
 * complement of until when it is false.
 */
final class Standing {
  /** Neither true nor false, or nothing that can be said in a standing. */
  static final long NEITHER = 0;

  private Standing() {}

  static @Nullable Reading subject(BoundRequest request, EntityField field) {
    if (request.subjectType() == field.type()) {
      return request.ofSubject(field.slot());
    }
    int slot = field.slotIn(request.subject().type());
    return slot < 0 ? null : request.ofSubject(slot);
  }

  static @Nullable Reading resource(BoundRequest request, EntityField field) {
    if (request.resourceType() == field.type()) {
      return request.ofResource(field.slot());
    }
    int slot = field.slotIn(request.resource().type());
    return slot < 0 ? null : request.ofResource(slot);
  }

  /** A field of an entity that another field names, as far as that is known without waiting. */
  static @Nullable Reading further(
      BoundRequest request,
      Surroundings surroundings,
      @Nullable Reading entity,
      EntityField field) {
    if (!(entity instanceof Value.Ref reference)) {
      return null;
    }
    int slot = field.slotIn(reference.type());
    return slot < 0 ? null : request.field(reference, slot, surroundings);
  }

  static @Nullable Reading signal(BoundRequest request, int number, int slot) {
    return request.ofSignal(number, slot);
  }

  static @Nullable Reading action(BoundRequest request, int slot) {
    return request.actionSlots()[slot];
  }

  /** Whether the subject has one of these roles. */
  static int role(BoundRequest request, NameSet names) {
    return Tests.hasOne(request.ofSubject(BoundRequest.ROLES), names);
  }

  /** Whether the subject is in one of these groups. */
  static int group(BoundRequest request, NameSet names) {
    return Tests.hasOne(request.ofSubject(BoundRequest.GROUPS), names);
  }

  /** What a test came to before with this request and store, or {@link Frame#UNKNOWN}. */
  static int settled(BoundRequest request, Surroundings surroundings, int test) {
    return request.settled(test, surroundings);
  }

  /** Keeps what a test comes to for the next time. */
  static int settle(int truth, BoundRequest request, Surroundings surroundings, int test) {
    if (truth != Frame.UNKNOWN) {
      request.settle(test, truth, surroundings);
    }
    return truth;
  }

  /** Whether one entity is the other, or a transitive member of it. */
  static int in(
      @Nullable Reading member,
      @Nullable Reading container,
      BoundRequest request,
      Surroundings surroundings) {
    if (!(member instanceof Value.Ref a && container instanceof Value.Ref b)) {
      return Frame.UNKNOWN;
    }
    if (a.equals(b)) {
      return Frame.TRUE;
    }
    Ancestry ancestry = request.ancestry(a, surroundings);
    if (ancestry == null) {
      return Frame.UNKNOWN;
    }
    if (ancestry.ancestors().contains(b)) {
      return Frame.TRUE;
    }
    return ancestry.gaps().isEmpty() ? Frame.FALSE : Frame.UNKNOWN;
  }

  /** Whether an entity is in one of a set. */
  static int inAny(
      @Nullable Reading member,
      @Nullable Reading containers,
      BoundRequest request,
      Surroundings surroundings) {
    if (!(containers instanceof Value.SetOf given)) {
      return Frame.UNKNOWN;
    }
    int truth = Frame.FALSE;
    for (Value container : given.elements()) {
      int in = in(member, container, request, surroundings);
      if (in == Frame.TRUE) {
        return Frame.TRUE;
      }
      truth = in == Frame.UNKNOWN ? Frame.UNKNOWN : truth;
    }
    return truth;
  }

  // ---- with the clock ----

  /**
   * Of a signal's fields, that they can be used: until when, or the complement where they are
   * stale.
   */
  static long usable(FreshSignal signal, BoundRequest request, long now) {
    if (!request.observed(signal.number())) {
      return Slots.EVER;
    }
    if (!(request.ofSignal(signal.number(), signal.asOf()) instanceof Value.Time asOf)) {
      return ~Slots.EVER;
    }
    return usable(asOf.epochMillis(), signal.fresh(), now);
  }

  private static long usable(long asOf, long fresh, long now) {
    if (asOf - now > Slots.SKEW) {
      return of(false, asOf - Slots.SKEW);
    }
    return now - asOf <= fresh ? of(true, asOf + fresh + 1) : ~Slots.EVER;
  }

  /** A time in epoch milliseconds; 0 where it is not known. */
  static long time(@Nullable Reading time) {
    return time instanceof Value.Time given ? given.epochMillis() : 0;
  }

  /** {@code age of time op limit}, of a time that is not ahead of the clock. */
  static long age(long at, long limit, int signs, long now) {
    return at <= now ? since(at, limit, signs, now) : NEITHER;
  }

  /** {@code now - time op limit}. */
  static long since(long at, long limit, int signs, long now) {
    long age = now - at;
    return at == 0 || ((now ^ at) & (now ^ age)) < 0 ? NEITHER : of(age, limit, 1, signs, now);
  }

  /** {@code time - now op limit}. */
  static long before(long at, long limit, int signs, long now) {
    long left = at - now;
    return at == 0 || ((at ^ now) & (at ^ left)) < 0 ? NEITHER : of(left, limit, -1, signs, now);
  }

  /** {@code now op time}. */
  static long clock(@Nullable Reading time, int signs, long now) {
    return time instanceof Value.Time given ? of(now, given.epochMillis(), 1, signs, now) : NEITHER;
  }

  /** {@code now} in a schedule. */
  static long within(Hours hours, long now) {
    Hours.Stretch stretch = hours.at(now);
    return of(stretch.inside(), stretch.end());
  }

  private static long of(long a, long b, int slope, int signs, long now) {
    boolean holds = Tests.holds(signs, a, b);
    return of(holds, Running.flip(a, b, slope, now, signs, holds, now));
  }

  private static long of(boolean holds, long end) {
    if (end <= 0) {
      return NEITHER;
    }
    return holds ? end : ~end;
  }
}
