package dev.zt.engine.facts;

import dev.zt.EntityStore;
import dev.zt.Request;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that was read under a layout: what policies ask of it, answered, and what it says
 * itself, in slots that are filled when somebody asks for them. Its arrays are never written to
 * again, and belong to it. Immutable as far as can be seen, and thread-safe.
 */
public final class BoundRequest extends Claim {
  /** The slot of the roles of every entity. */
  public static final int ROLES = EntityShape.ROLES;

  /** The slot of the groups of every entity. */
  public static final int GROUPS = EntityShape.GROUPS;

  /** What was asked; of an event, as if it had been. */
  private final Request asked;

  private final Action action;
  private final int subjectType;
  private final int resourceType;
  private final int actionNumber;
  private final long[] answers;

  /** Null where it says nothing of an entity in a second place, and of no other. */
  private final @Nullable Said said;

  /** What is read when somebody asks for it. */
  private @Nullable BoundEntity subject;

  private @Nullable BoundEntity resource;
  private volatile @Nullable SignalFacts signals;
  private volatile @Nullable Membership membership;

  /** Of threads that race one forgets what the other settled. */
  private @Nullable Settled settled;

  /** All of it is found out before, so that the JIT sees a plain new object. */
  BoundRequest(
      Layout layout,
      Request asked,
      Action action,
      int subjectType,
      int resourceType,
      @Nullable Said said,
      long[] answers) {
    super(layout);
    this.asked = asked;
    this.action = action;
    this.subjectType = subjectType;
    this.resourceType = resourceType;
    this.actionNumber = action.number();
    this.said = said;
    this.answers = answers;
  }

  /** What happened, to this subject. */
  BoundRequest(
      Layout layout, Request asked, Action none, BoundEntity subject, Said said, long[] answers) {
    this(layout, asked, none, subject.shape().number(), subject.shape().number(), said, answers);
    this.subject = subject;
    this.resource = subject;
  }

  private Membership membership() {
    Membership known = membership;
    if (known == null) {
      Described more = saidOfSubject();
      known =
          more == null
              ? boundSubject().membership(layout())
              : new Membership(layout(), more.slots());
      membership = known;
    }
    return known;
  }

  /** What is known of this request where these surroundings answer for what it does not say. */
  public Facts facts(Surroundings surroundings) {
    return new Facts(this, surroundings);
  }

  /**
   * The field in a slot of an entity of a declared type, as this request gives it, else an
   * unchanging store; null where neither does.
   */
  public @Nullable Reading field(Value.Ref entity, int slot, Surroundings surroundings) {
    Reading said = given(entity, slot);
    if (said != null || !(surroundings.entities() instanceof EntitySnapshot snapshot)) {
      return said;
    }
    EntityShape shape = layout().entity(entity.type());
    BoundEntity stored = shape == null ? null : layout().find(snapshot, shape, entity);
    return stored == null ? null : stored.reading(slot);
  }

  private @Nullable Reading given(Value.Ref entity, int slot) {
    if (entity.equals(subject())) {
      return ofSubject(slot);
    }
    if (entity.equals(resource())) {
      return ofResource(slot);
    }
    Described further = said == null ? null : said.described().get(entity);
    return further == null ? null : further.slots()[slot];
  }

  /**
   * What an entity is a transitive member of, where these surroundings cannot come to answer
   * otherwise; null where they can.
   */
  public @Nullable Ancestry ancestry(Value.Ref entity, Surroundings surroundings) {
    EntityStore store = surroundings.entities();
    if (!Settled.isPossible(store)) {
      return null;
    }
    Ancestry kept = said == null ? kept(entity, store) : null;
    return kept == null ? facts(surroundings).ancestry(entity) : kept;
  }

  /** What is kept with one of its entities, unless what it says of the other changes it. */
  private @Nullable Ancestry kept(Value.Ref entity, EntityStore store) {
    boolean asks = entity.equals(subject());
    if (!asks && !entity.equals(resource())) {
      return null;
    }
    Ancestry kept = (asks ? boundSubject() : boundResource()).ancestry(layout(), store);
    Value.Ref other = asks ? resource() : subject();
    return kept.ancestors().contains(other) ? null : kept;
  }

  /**
   * What a test that hangs on this request and its surroundings' entities alone came to before;
   * {@link Question#UNKNOWN} where that is not known.
   *
   * @param test its number, from 0 to 63, among those of the code that decides this request
   */
  public int settled(int test, Surroundings surroundings) {
    Settled known = settled;
    return known == null || known.store() != surroundings.entities()
        ? Question.UNKNOWN
        : known.answer(test);
  }

  /**
   * Keeps what such a test has come to, if the entities never change.
   *
   * @param answer {@link Question#YES} or {@link Question#NO}
   */
  public void settle(int test, int answer, Surroundings surroundings) {
    EntityStore store = surroundings.entities();
    if (Settled.isPossible(store)) {
      settled = Settled.with(settled, store, test, answer);
    }
  }

  /** Who asks; the type is the qualified name of a declared one. */
  public Value.Ref subject() {
    BoundEntity known = subject;
    return known == null ? layout().reference(subjectType, asked.subject()) : known.reference();
  }

  /** Whether it is known who asks: always of a request, not always of an event. */
  public boolean hasSubject() {
    return subjectType >= 0;
  }

  /** What is asked for; the type is the qualified name of a declared one. */
  public Value.Ref resource() {
    BoundEntity known = resource;
    return known == null ? layout().reference(resourceType, asked.resource()) : known.reference();
  }

  /** The declared name of the action. */
  public String action() {
    return action.name();
  }

  /** The number of the subject's type. */
  public int subjectType() {
    return subjectType;
  }

  /** The number of the resource's type. */
  public int resourceType() {
    return resourceType;
  }

  /** The number of the action among those of the resource's type, in order of name. */
  public int actionNumber() {
    return actionNumber;
  }

  /** What the request says of the subject by slot; null where it says nothing. */
  public @Nullable Reading[] subjectSlots() {
    Described more = saidOfSubject();
    return more == null ? boundSubject().slots() : more.slots();
  }

  /** What the request says of the subject in a slot; null where it says nothing. */
  public @Nullable Reading ofSubject(int slot) {
    Described more = saidOfSubject();
    return more == null ? boundSubject().reading(slot) : more.slots()[slot];
  }

  /** The numbers of the subject's roles that are asked for; null where they are not given. */
  public int @Nullable [] roles() {
    return membership().roles();
  }

  /** The numbers of the subject's groups that are asked for; null where they are not given. */
  public int @Nullable [] groups() {
    return membership().groups();
  }

  /** The answers to what policies ask, where {@link Answers} says; not to be written to. */
  public long[] words() {
    return answers;
  }

  /** What the request says of the resource by slot; null where it says nothing. */
  public @Nullable Reading[] resourceSlots() {
    Described more = saidOfResource();
    return more == null ? boundResource().slots() : more.slots();
  }

  /** What the request says of the resource in a slot; null where it says nothing. */
  public @Nullable Reading ofResource(int slot) {
    Described more = saidOfResource();
    return more == null ? boundResource().reading(slot) : more.slots()[slot];
  }

  /** The fields of the action by slot. */
  public @Nullable Reading[] actionSlots() {
    return action.slots();
  }

  /** The signal of that number by slot; null for one that is not given. */
  public @Nullable Reading @Nullable [] signalSlots(int signal) {
    Observation observation = signals().of(signal);
    return observation == null ? null : observation.slots();
  }

  /** What the request says of a signal in a slot; null where it says nothing. */
  public @Nullable Reading ofSignal(int signal, int slot) {
    return signals().given(signal, slot);
  }

  /** How many signals are declared. */
  public int signalCount() {
    return layout().signals();
  }

  /** Whether the request carries an observation of the signal of that number. */
  public boolean observed(int signal) {
    return signals().observed(signal);
  }

  /** The entities whose parents the request itself gives. */
  Set<Value.Ref> givesParents() {
    Set<Value.Ref> given = new HashSet<>();
    addIfParentsGiven(given, subject(), boundSubject().shape(), subjectSlots());
    addIfParentsGiven(given, resource(), boundResource().shape(), resourceSlots());
    described()
        .forEach((entity, more) -> addIfParentsGiven(given, entity, more.shape(), more.slots()));
    return given;
  }

  private static void addIfParentsGiven(
      Set<Value.Ref> given, Value.Ref entity, EntityShape shape, @Nullable Reading[] slots) {
    if (shape.hasParents() && slots[EntityShape.PARENTS] != null) {
      given.add(entity);
    }
  }

  BoundEntity boundSubject() {
    BoundEntity known = subject;
    if (known == null) {
      known = layout().declared(asked.subject());
      subject = known;
    }
    return known;
  }

  BoundEntity boundResource() {
    BoundEntity known = resource;
    if (known == null) {
      known = layout().declared(asked.resource());
      resource = known;
    }
    return known;
  }

  SignalFacts signals() {
    SignalFacts known = signals;
    if (known == null) {
      known = layout().signals(asked.signals());
      signals = known;
    }
    return known;
  }

  private @Nullable Described saidOfSubject() {
    return said == null ? null : said.subject();
  }

  private @Nullable Described saidOfResource() {
    return said == null ? null : said.resource();
  }

  /** What the request says of the entities that it says more of than once, or further. */
  Map<Value.Ref, Described> described() {
    return said == null ? Map.of() : said.described();
  }
}
