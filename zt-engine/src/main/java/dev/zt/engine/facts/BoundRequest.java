package dev.zt.engine.facts;

import dev.zt.EntityStore;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A request that was read under a layout: what it says itself, in slots. Its arrays are never
 * written to again, and belong to it. Immutable and thread-safe.
 */
public final class BoundRequest extends Claim {
  /** The slot of the roles of every entity. */
  public static final int ROLES = EntityShape.ROLES;

  /** The slot of the groups of every entity. */
  public static final int GROUPS = EntityShape.GROUPS;

  private final Layout layout;
  private final BoundEntity subject;
  private final BoundEntity resource;
  private final String action;
  private final int subjectType;
  private final int resourceType;
  private final int actionNumber;
  private final @Nullable Reading[] actionSlots;
  private final SignalFacts signals;
  private final Map<Value.Ref, Described> described;

  /** What is said of the subject in several places; null where that is one. */
  private final @Nullable Described subjectSaid;

  private final @Nullable Described resourceSaid;
  private final long[] answers;
  private volatile @Nullable Membership membership;

  /** Of threads that race one forgets what the other settled. */
  private @Nullable Settled settled;

  BoundRequest(
      Layout layout,
      BoundEntity subject,
      EntityShape.Action action,
      BoundEntity resource,
      @Nullable Reading[] actionSlots,
      SignalFacts signals,
      List<BoundEntity> further) {
    super(layout);
    this.layout = layout;
    this.subject = subject;
    this.resource = resource;
    this.action = action.name();
    this.subjectType = subject.shape().number();
    this.resourceType = resource.shape().number();
    this.actionNumber = action.number();
    this.actionSlots = actionSlots;
    this.signals = signals;
    this.described = Described.of(subject, resource, further);
    this.subjectSaid = described.isEmpty() ? null : described.get(subject.reference());
    this.resourceSaid = described.isEmpty() ? null : described.get(resource.reference());
    this.answers = answers();
  }

  private long[] answers() {
    Answers places = layout.answers();
    long[] words = new long[places.words()];
    layout.answer(signals, actionSlots, words);
    add(subject, subjectSaid, places.subject(), words);
    add(resource, resourceSaid, places.resource(), words);
    if (subjectSaid == null) {
      subject.answerNames(layout, places.roles(), words);
    } else {
      membership().answer(words, places.roles());
    }
    layout.answerPairs(this, words);
    return words;
  }

  private void add(BoundEntity entity, @Nullable Described said, int from, long[] words) {
    long[] own =
        said == null ? entity.answers() : entity.shape().inquiry().answersOfGiven(said.slots());
    System.arraycopy(own, 0, words, from, 2 * layout.answers().entityWords());
  }

  private Membership membership() {
    Membership known = membership;
    if (known == null) {
      known =
          subjectSaid == null
              ? subject.membership(layout)
              : new Membership(layout, subjectSaid.slots());
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
    EntityShape shape = layout.entity(entity.type());
    BoundEntity stored = shape == null ? null : layout.find(snapshot, shape, entity);
    return stored == null ? null : stored.reading(slot);
  }

  private @Nullable Reading given(Value.Ref entity, int slot) {
    if (entity.equals(subject.reference())) {
      return ofSubject(slot);
    }
    if (entity.equals(resource.reference())) {
      return ofResource(slot);
    }
    Described further = described.get(entity);
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
    Ancestry kept = described.isEmpty() ? kept(entity, store) : null;
    return kept == null ? facts(surroundings).ancestry(entity) : kept;
  }

  /** What is kept with one of its entities, unless what it says of the other changes it. */
  private @Nullable Ancestry kept(Value.Ref entity, EntityStore store) {
    boolean asks = entity.equals(subject.reference());
    if (!asks && !entity.equals(resource.reference())) {
      return null;
    }
    Ancestry kept = (asks ? subject : resource).ancestry(layout, store);
    BoundEntity other = asks ? resource : subject;
    return kept.ancestors().contains(other.reference()) ? null : kept;
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
    return subject.reference();
  }

  /** Whether it is known who asks: always of a request, not always of an event. */
  public boolean hasSubject() {
    return !subject.reference().type().isEmpty();
  }

  /** What is asked for; the type is the qualified name of a declared one. */
  public Value.Ref resource() {
    return resource.reference();
  }

  /** The declared name of the action. */
  public String action() {
    return action;
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
    return subjectSaid == null ? subject.slots() : subjectSaid.slots();
  }

  /** What the request says of the subject in a slot; null where it says nothing. */
  public @Nullable Reading ofSubject(int slot) {
    return subjectSaid == null ? subject.reading(slot) : subjectSaid.slots()[slot];
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
    return resourceSaid == null ? resource.slots() : resourceSaid.slots();
  }

  /** What the request says of the resource in a slot; null where it says nothing. */
  public @Nullable Reading ofResource(int slot) {
    return resourceSaid == null ? resource.reading(slot) : resourceSaid.slots()[slot];
  }

  /** The fields of the action by slot. */
  public @Nullable Reading[] actionSlots() {
    return actionSlots;
  }

  /** The signal of that number by slot; null for one that is not given. */
  public @Nullable Reading @Nullable [] signalSlots(int signal) {
    Observation observation = signals.of(signal);
    return observation == null ? null : observation.slots();
  }

  /** What the request says of a signal in a slot; null where it says nothing. */
  public @Nullable Reading ofSignal(int signal, int slot) {
    return signals.given(signal, slot);
  }

  /** How many signals are declared. */
  public int signalCount() {
    return layout.signals();
  }

  /** Whether the request carries an observation of the signal of that number. */
  public boolean observed(int signal) {
    return signals.observed(signal);
  }

  /** The entities whose parents the request itself gives. */
  Set<Value.Ref> givesParents() {
    Set<Value.Ref> given = new HashSet<>();
    addIfParentsGiven(given, subject.reference(), subject.shape(), subjectSlots());
    addIfParentsGiven(given, resource.reference(), resource.shape(), resourceSlots());
    described.forEach(
        (entity, said) -> addIfParentsGiven(given, entity, said.shape(), said.slots()));
    return given;
  }

  private static void addIfParentsGiven(
      Set<Value.Ref> given, Value.Ref entity, EntityShape shape, @Nullable Reading[] slots) {
    if (shape.hasParents() && slots[EntityShape.PARENTS] != null) {
      given.add(entity);
    }
  }

  Layout layout() {
    return layout;
  }

  BoundEntity boundSubject() {
    return subject;
  }

  BoundEntity boundResource() {
    return resource;
  }

  SignalFacts signals() {
    return signals;
  }

  /** What the request says of the entities that it says more of than once, or further. */
  Map<Value.Ref, Described> described() {
    return described;
  }
}
