package dev.zt.engine.compile;

import dev.zt.EntityStore;
import dev.zt.UnknownCause;
import dev.zt.engine.facts.Ancestry;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Facts;
import dev.zt.engine.facts.Grants.Tenure;
import dev.zt.engine.facts.Memory;
import dev.zt.engine.facts.Surroundings;
import dev.zt.engine.reference.Staleness;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one request knows, as generated code reads it. A reading that is null is an unknown one. For
 * one thread; reused from decision to decision.
 */
abstract class Slots {
  /** How far a time may be ahead of the clock before it is not believed, in milliseconds. */
  static final long SKEW = 30_000;

  /** Time alone changes nothing. */
  static final long EVER = Long.MAX_VALUE;

  private static final @Nullable Reading[] NOTHING = {};

  /** What is read of a signal that has gone stale; {@link #stale} says since when. */
  private static final Absent STALE = new Absent(UnknownCause.STALE, "");

  /** Until when the truth stands that a timed test or method answered last. */
  long until;

  /** The instant of the decision. */
  long now;

  /** The decision's number among those of this frame, from 1. */
  int serial;

  private @Nullable BoundRequest request;
  private @Nullable Surroundings surroundings;
  private @Nullable Facts facts;
  private @Nullable Reading[] subject = NOTHING;
  private @Nullable Reading[] resource = NOTHING;
  private @Nullable Reading[] action = NOTHING;
  private long[] words = {};
  private int subjectType;
  private int resourceType;

  /** By signal: for which decision it was found out whether it is fresh, what, and until when. */
  private int[] judged = {};

  private boolean[] usable = {};

  /** Of which signal it was found out last how stale it is, and for which decision. */
  private int aged;

  private int agedFor;
  private Absent age = STALE;
  private long[] usableUntil = {};

  void begin(BoundRequest bound, Surroundings around, long instant) {
    request = bound;
    surroundings = around;
    now = instant;
    subject = bound.subjectSlots();
    resource = bound.resourceSlots();
    action = bound.actionSlots();
    words = bound.words();
    subjectType = bound.subjectType();
    resourceType = bound.resourceType();
    if (judged.length < bound.signalCount()) {
      judged = new int[bound.signalCount()];
      usable = new boolean[judged.length];
      usableUntil = new long[judged.length];
    }
  }

  final void forgetFreshness() {
    Arrays.fill(judged, 0);
  }

  /** Whether a decision is under way: a store that is asked by one may ask for another. */
  final boolean isBusy() {
    return request != null;
  }

  void end() {
    request = null;
    surroundings = null;
    facts = null;
  }

  final BoundRequest request() {
    return Objects.requireNonNull(request, "no decision is under way");
  }

  /** What is known beyond the slots; made when something first needs it. */
  final Facts facts() {
    Facts known = facts;
    if (known == null) {
      known = request().facts(surroundings());
      facts = known;
    }
    return known;
  }

  /** What is remembered of what happened. */
  final Memory memory() {
    return surroundings().memory();
  }

  /** Whether the subject holds a grant of an elevation for the resource. */
  final Tenure tenure(String elevation) {
    return surroundings().grants().tenure(elevation, subject(), resource(), now);
  }

  private Surroundings surroundings() {
    return Objects.requireNonNull(surroundings, "no decision is under way");
  }

  // ---- called by generated code ----

  final Value.Ref subject() {
    return request().subject();
  }

  final Value.Ref resource() {
    return request().resource();
  }

  final @Nullable Reading subject(EntityField field) {
    if (subjectType == field.type()) {
      Reading reading = subject[field.slot()];
      if (reading != null) {
        return reading;
      }
    }
    return own(subject(), subject, field);
  }

  final @Nullable Reading resource(EntityField field) {
    if (resourceType == field.type()) {
      Reading reading = resource[field.slot()];
      if (reading != null) {
        return reading;
      }
    }
    return own(resource(), resource, field);
  }

  private @Nullable Reading own(Value.Ref entity, @Nullable Reading[] given, EntityField field) {
    int slot = field.slotIn(entity.type());
    if (slot < 0) {
      return null;
    }
    Reading reading = given[slot];
    if (reading != null) {
      return reading;
    }
    return hasNoStore() ? Absent.MISSING : facts().entityField(entity, slot);
  }

  private boolean hasNoStore() {
    return surroundings != null && surroundings.entities() == EntityStore.EMPTY;
  }

  final int subjectIs(int type) {
    return subjectType == type ? Frame.TRUE : Frame.FALSE;
  }

  final int resourceIs(int type) {
    return resourceType == type ? Frame.TRUE : Frame.FALSE;
  }

  /** Whether the subject has one of these roles, which that bit of a word says. */
  final int role(int word, int bit, NameSet names) {
    return subject[BoundRequest.ROLES] instanceof Value.SetOf
        ? (int) (words[word] >>> bit) & 1
        : role(names);
  }

  final int role(NameSet names) {
    return Tests.hasOne(name(BoundRequest.ROLES), names);
  }

  /** Whether the subject is in this group, which that bit of a word says. */
  final int group(int word, int bit, NameSet names) {
    return subject[BoundRequest.GROUPS] instanceof Value.SetOf
        ? (int) (words[word] >>> bit) & 1
        : group(names);
  }

  final int group(NameSet names) {
    return Tests.hasOne(name(BoundRequest.GROUPS), names);
  }

  /** The roles of the subject, as they are given. */
  final @Nullable Reading roles() {
    return name(BoundRequest.ROLES);
  }

  /** The groups of the subject. */
  final @Nullable Reading groups() {
    return name(BoundRequest.GROUPS);
  }

  private @Nullable Reading name(int slot) {
    Reading given = subject[slot];
    return given != null || hasNoStore() ? given : facts().entityField(subject(), slot);
  }

  /** A field of what something is: of an entity or of a record. */
  final @Nullable Reading field(@Nullable Reading target, EntityField field) {
    if (target instanceof Value.Ref entity) {
      int slot = field.slotIn(entity.type());
      return slot < 0 ? null : facts().entityField(entity, slot);
    }
    return target instanceof Value.Fields parts ? parts.field(field.name()) : null;
  }

  /** Whether one entity is the other, or a transitive member of it. */
  final int in(@Nullable Reading member, @Nullable Reading container) {
    return member instanceof Value.Ref a && container instanceof Value.Ref b
        ? lineage(a, b)
        : Frame.UNKNOWN;
  }

  private int lineage(Value.Ref member, Value.Ref container) {
    if (member.equals(container)) {
      return Frame.TRUE;
    }
    Ancestry kept = surroundings == null ? null : request().ancestry(member, surroundings);
    Ancestry ancestry = kept == null ? facts().ancestry(member) : kept;
    if (ancestry.ancestors().contains(container)) {
      return Frame.TRUE;
    }
    return ancestry.gaps().isEmpty() ? Frame.FALSE : Frame.UNKNOWN;
  }

  /** Whether an entity is in one of a set; nothing is in an empty one, whatever it is. */
  final int inAny(@Nullable Reading member, @Nullable Reading containers) {
    if (!(containers instanceof Value.SetOf given)) {
      return Frame.UNKNOWN;
    }
    int truth = Frame.FALSE;
    for (Value container : given.elements()) {
      int in = in(member, container);
      if (in == Frame.TRUE) {
        return Frame.TRUE;
      }
      truth = in == Frame.UNKNOWN ? Frame.UNKNOWN : truth;
    }
    return truth;
  }

  final @Nullable Reading action(int slot) {
    return action[slot];
  }

  final @Nullable Reading signal(int number, int slot) {
    return request().ofSignal(number, slot);
  }

  /** A field of a signal that goes stale. */
  final @Nullable Reading signal(FreshSignal signal, int slot) {
    @Nullable Reading[] observation = request().signalSlots(signal.number());
    if (observation == null) {
      return null;
    }
    judge(signal, observation);
    return usable[signal.number()] ? observation[slot] : STALE;
  }

  /** Until when the fields of a signal that goes stale are what they are. */
  final long usableUntil(FreshSignal signal) {
    @Nullable Reading[] observation = request().signalSlots(signal.number());
    if (observation == null) {
      return EVER;
    }
    judge(signal, observation);
    return usableUntil[signal.number()];
  }

  private void judge(FreshSignal signal, @Nullable Reading[] observation) {
    int number = signal.number();
    if (judged[number] == serial) {
      return;
    }
    judged[number] = serial;
    usable[number] = true;
    usableUntil[number] = EVER;
    if (request().observed(number)) {
      usable[number] = false;
      if (observation[signal.asOf()] instanceof Value.Time asOf) {
        observed(signal, asOf.epochMillis());
      }
    }
  }

  /** Why a signal that was observed cannot be used any more, or not yet. */
  final Absent stale(FreshSignal signal) {
    if (aged != signal.number() || agedFor != serial) {
      aged = signal.number();
      agedFor = serial;
      age = Staleness.of(request().ofSignal(signal.number(), signal.asOf()), now);
    }
    return age;
  }

  private void observed(FreshSignal signal, long asOf) {
    int number = signal.number();
    if (asOf - now > SKEW) {
      usableUntil[number] = asOf - SKEW;
    } else if (now - asOf <= signal.fresh()) {
      usable[number] = true;
      usableUntil[number] = asOf + signal.fresh() + 1;
    }
  }
}
