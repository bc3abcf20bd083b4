package dev.zt.engine.facts;

import dev.zt.Bound;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.EntityStore;
import dev.zt.Event;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.UnknownCause;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.NearestName;
import dev.zt.policy.value.Quoted;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where everything that a policy set declares has its place: a slot for each field of each entity
 * type, of each signal and of the action. Names are looked up here, when a request is bound, so
 * that nothing looks them up when it is judged.
 *
 * <p>Immutable and thread-safe. No request makes {@link #bind} throw.
 */
public final class Layout {
  private final Intake intake;
  private final Map<String, EntityShape> entities = new HashMap<>();
  private final EntityShape[] entityByNumber;
  private final ByName<EntityShape> entityByOutsideName;
  private final Set<String> outsideNames;
  private final ByName<SignalShape> signalByName;
  private final Set<String> signalNames;
  private final SignalShape[] signals;
  private final ActionShape action;
  private final EntityShape nobody;

  private final NameBits roles;
  private final NameBits groups;
  private final Set<String> events;
  private final Questions questions;
  private final Answers answers;
  private final RequestAnswers requestAnswers;

  private Layout(Schema schema, EntityShape.Asked asked, Intake intake) {
    this.intake = intake;
    this.events = schema.events().keySet();
    this.questions = asked.questions();
    this.roles = asked.roles();
    this.groups = asked.groups();
    this.answers =
        new Answers(
            questions.contextWords(),
            questions.times(),
            questions.entityWords(),
            roles.words(),
            groups.words(),
            questions.pairWords());
    Map<String, String> typeByOutsideName = new HashMap<>();
    for (Schema.Entity type : schema.entities().values()) {
      typeByOutsideName.put(type.outside(), type.name());
    }
    Readers readers = new Readers(schema, Map.copyOf(typeByOutsideName), intake);
    Shape actionShape =
        new Shape.Builder("action", intake)
            .fixed("name")
            .fields(schema.actionFields().values(), readers)
            .build();
    action = new ActionShape(actionShape, questions.aboutContext("action", actionShape));
    entityByNumber = new EntityShape[schema.entities().size()];
    Map<String, EntityShape> byOutsideName = new LinkedHashMap<>();
    for (Schema.Entity type : schema.entities().values()) {
      EntityShape shape = new EntityShape(entities.size(), type, action, readers, asked, intake);
      entityByNumber[entities.size()] = shape;
      entities.put(type.name(), shape);
      byOutsideName.put(type.outside(), shape);
    }
    entityByOutsideName = new ByName<>(byOutsideName);
    outsideNames = byOutsideName.keySet();
    signals = new SignalShape[schema.signals().size()];
    Map<String, SignalShape> byName = new LinkedHashMap<>();
    for (Schema.Signal type : schema.signals().values()) {
      int number = byName.size();
      Shape shape =
          new Shape.Builder("signal " + type.name(), intake).fields(type.fields(), readers).build();
      Inquiry inquiry = questions.aboutContext(type.name(), shape);
      RecordAnswers records =
          new RecordAnswers(
              shape,
              new RecordAnswers.Asked(
                  inquiry, inquiry, questions.keptOf(type.name(), shape), List.of()),
              asked.records());
      signals[number] = new SignalShape(number, shape, inquiry, records);
      byName.put(type.name(), signals[number]);
    }
    signalByName = new ByName<>(byName);
    signalNames = byName.keySet();
    nobody = EntityShape.nobody(action, readers, intake);
    requestAnswers = new RequestAnswers(this);
  }

  /** The layout of what a policy set declares. */
  public static Layout of(Schema schema, Intake intake) {
    return new Layout(schema, EntityShape.Asked.NOTHING, intake);
  }

  /**
   * The layout of what a policy set declares, in which its rules find names and the answers to
   * questions as bits.
   *
   * @param records makes what answers for records at once
   */
  public static Layout of(
      PolicySet policies, Questions questions, RecordReaders records, Intake intake) {
    AskedNames names = new AskedNames(policies);
    return new Layout(
        policies.schema(),
        new EntityShape.Asked(questions, names.roles(), names.groups(), records),
        intake);
  }

  /** What is asked of fields when they are read. */
  public Questions questions() {
    return questions;
  }

  /** Where the answers lie in a request's words. */
  public Answers answers() {
    return answers;
  }

  /** Which roles of an entity are asked for. */
  public NameBits roles() {
    return roles;
  }

  /** Which groups of an entity are asked for. */
  public NameBits groups() {
    return groups;
  }

  /** Reads a request; the surroundings answer for what it does not carry. */
  public Binding bind(Request request, Surroundings surroundings) {
    Claim claim = claim(request);
    return claim instanceof BoundRequest bound
        ? new Binding.Bound(bound.facts(surroundings))
        : ((Claim.Refused) claim).cause();
  }

  /** Reads a request, once: the request keeps what was read while this layout is the last one. */
  public Claim claim(Request request) {
    return request.bound(this) instanceof Claim claim ? claim : request.keep(read(request));
  }

  private Claim read(Request request) {
    EntityShape subject = shapeOf(request.subject());
    if (subject == null) {
      return undeclaredType("subject", request.subject());
    }
    EntityShape resource = shapeOf(request.resource());
    if (resource == null) {
      return undeclaredType("resource", request.resource());
    }
    Action named = resource.action(request.action());
    if (named == null) {
      return undeclaredAction(resource, request.action());
    }
    Action asked = action.with(named, request.actionFields());
    boolean saysMore =
        !request.entities().isEmpty()
            || (subject == resource && request.subject().id().equals(request.resource().id()));
    Said said =
        saysMore
            ? Said.of(
                declared(request.subject()),
                declared(request.resource()),
                declared(request.entities()))
            : null;
    long[] answers = requestAnswers.of(request, subject, asked, resource, said);
    return new BoundRequest(
        this, request, asked, subject.number(), resource.number(), said, answers);
  }

  /**
   * Reads what happened: an event has a subject, which may be {@link BoundRequest#hasSubject
   * missing}, and no action.
   */
  public BoundRequest bind(Event event) {
    Entity given = event.subject();
    BoundEntity declared = given == null ? null : bound(given);
    Entity nothing = Entity.of(nobody.outside(), "");
    BoundEntity subject =
        declared == null ? new BoundEntity(this, nobody, nothing, false) : declared;
    Entity about = given == null ? nothing : given;
    Request asked =
        Request.of(about, event.name(), about)
            .withSignals(event.signals())
            .withEntities(event.entities());
    Action none = action.none();
    Said said = Said.of(subject, subject, declared(event.entities()));
    Described ofSubject = Objects.requireNonNull(said.subject(), "subject and resource are one");
    long[] answers = requestAnswers.ofEvent(event, none, ofSubject);
    return new BoundRequest(this, asked, none, subject, said, answers);
  }

  /** An entity of a declared type as rules know it; null for one of another type. */
  public Value.@Nullable Ref reference(Entity entity) {
    BoundEntity bound = bound(entity);
    return bound == null ? null : bound.reference();
  }

  /** The number of an entity type, by qualified name; -1 when it is not declared. */
  public int entityType(String type) {
    EntityShape shape = entities.get(type);
    return shape == null ? -1 : shape.number();
  }

  /** How many entity types are declared. */
  public int entityTypes() {
    return entities.size();
  }

  /** How many signals are declared. */
  public int signals() {
    return signals.length;
  }

  /** The number of an action among those of a type, in order of name; -1 when there is none. */
  public int actionNumber(String type, String action) {
    EntityShape shape = entities.get(type);
    return shape == null ? -1 : shape.actionNumber(action);
  }

  /** The slot of a field of an entity type, by qualified name; -1 when there is none. */
  public int entitySlot(String type, String field) {
    EntityShape shape = entities.get(type);
    return shape == null ? -1 : shape.shape().slot(field);
  }

  /** The number of a signal; -1 when it is not declared. */
  public int signal(String name) {
    SignalShape shape = signalByName.get(name);
    return shape == null ? -1 : shape.number();
  }

  /** The slot of a field of the signal of that number; -1 when there is none. */
  public int signalSlot(int signal, String field) {
    return signals[signal].shape().slot(field);
  }

  /**
   * What observations of a signal give for one of its fields, or why that cannot be used; null when
   * none of them gives it, or it is not declared.
   */
  public @Nullable Reading given(List<Signal> observations, String signal, String field) {
    int number = signal(signal);
    int slot = number < 0 ? -1 : signalSlot(number, field);
    if (slot < 0) {
      return null;
    }
    SignalFacts facts = new SignalFacts(signals);
    for (Signal observation : observations) {
      BoundSignal bound = bound(observation);
      if (bound != null && bound.number() == number) {
        facts.add(bound);
      }
    }
    return facts.given(number, slot);
  }

  /** Whether the signal is declared; one that is not is counted. */
  public boolean declares(Signal observation) {
    return shapeOf(observation) != null;
  }

  /** Something was reported: a name that no policy declares is counted. */
  public void reported(Event event) {
    if (!events.contains(event.name())) {
      intake.countUndeclared("event", event.name(), events);
    }
  }

  /** The slot of a field of the action; -1 when there is none. */
  public int actionSlot(String field) {
    return action.shape().slot(field);
  }

  /** What an entity itself says in a field; null for nothing, and for a secret. */
  @Nullable Reading shown(Entity entity, String field) {
    BoundEntity bound = bound(entity);
    if (bound == null) {
      return null;
    }
    Shape shape = bound.shape().shape();
    int slot = shape.slot(field);
    return slot < 0 || shape.isSecret(slot) ? null : bound.reading(slot);
  }

  /** What a request says in a field of a signal or of the action; null as for an entity. */
  @Nullable Reading shown(Request request, String owner, String field) {
    if (owner.equals("action")) {
      int slot = action.shape().slot(field);
      return slot < 0 || action.shape().isSecret(slot)
          ? null
          : action.with(action.of("", request.action(), -1), request.actionFields()).slots()[slot];
    }
    int number = signal(owner);
    int slot = number < 0 ? -1 : signals[number].shape().slot(field);
    return slot < 0 || signals[number].shape().isSecret(slot)
        ? null
        : signals(request.signals()).given(number, slot);
  }

  SignalShape signalShape(int number) {
    return signals[number];
  }

  /** An entity of the type of that number. */
  Value.Ref reference(int type, Entity entity) {
    return entityByNumber[type].reference(entity);
  }

  @Nullable EntityShape entity(String type) {
    return entities.get(type);
  }

  /** The kept hierarchy of a store that never changes, else null. */
  @Nullable Hierarchy hierarchy(EntityStore store) {
    return store instanceof EntitySnapshot snapshot
        ? snapshot.bound(this, layout -> new Hierarchy(layout, snapshot))
        : null;
  }

  /** What an entity is a member of, as it says itself and a store that never changes. */
  Ancestry ancestry(BoundEntity entity, EntityStore store) {
    Hierarchy kept = hierarchy(store);
    return (kept == null ? new Hierarchy(this, store) : kept).of(entity);
  }

  /** What a store says of an entity; where it fails, so do the fields. */
  @Nullable Reading[] stored(EntityStore store, EntityShape shape, Value.Ref reference) {
    @Nullable Reading[] blank = shape.blank(reference.id());
    Absent failure;
    try {
      BoundEntity found = find(store, shape, reference);
      if (found == null) {
        return blank;
      }
      if (found.reference().equals(reference)) {
        return found.slots();
      }
      failure = new Absent(UnknownCause.FAILED, "the entity store answers with another entity");
    } catch (Exception | Error thrown) {
      failure = Unusable.failed("the entity store", thrown);
    }
    intake.count("entity store", shape.outside(), Intake.Kind.FAILED, failure.detail());
    for (int slot = 0; slot < blank.length; slot++) {
      blank[slot] = blank[slot] == null ? failure : blank[slot];
    }
    return blank;
  }

  /** The entity that a store answers with, of whatever identity; null when it has none. */
  @Nullable BoundEntity find(EntityStore store, EntityShape shape, Value.Ref reference) {
    Entity found = store.find(new EntityRef(shape.outside(), reference.id()));
    return found == null ? null : bound(found);
  }

  SignalFacts signals(List<Signal> given) {
    SignalFacts facts = new SignalFacts(signals);
    for (Signal signal : given) {
      BoundSignal bound = bound(signal);
      if (bound != null) {
        facts.add(bound);
      }
    }
    return facts;
  }

  /** The entities of declared types, read to be kept. */
  List<BoundEntity> declared(List<Entity> given) {
    List<BoundEntity> declared = new ArrayList<>(given.size());
    for (Entity entity : given) {
      BoundEntity bound = bound(entity);
      if (bound != null) {
        declared.add(bound);
      }
    }
    return declared;
  }

  /** An entity of a declared type, read to be kept. */
  BoundEntity declared(Entity entity) {
    return Objects.requireNonNull(bound(entity), "its type is declared");
  }

  /** An observation of a declared signal, read to be kept. */
  BoundSignal declared(Signal signal) {
    return Objects.requireNonNull(bound(signal), "it is declared");
  }

  private @Nullable BoundEntity bound(Entity entity) {
    Bound known = entity.bound(this);
    if (known instanceof BoundEntity bound) {
      return bound;
    }
    EntityShape shape = shapeOf(entity);
    return shape == null
        ? null
        : entity.keep(new BoundEntity(this, shape, entity, known instanceof Glimpse));
  }

  private @Nullable BoundSignal bound(Signal signal) {
    Bound known = signal.bound(this);
    if (known instanceof BoundSignal bound) {
      return bound;
    }
    SignalShape shape = shapeOf(signal);
    return shape == null
        ? null
        : signal.keep(new BoundSignal(this, shape, signal, known instanceof Glimpse));
  }

  /** The shape of an entity; null for one of a type that is not declared, which is counted once. */
  private @Nullable EntityShape shapeOf(Entity entity) {
    EntityShape shape = entityByOutsideName.get(entity.type());
    if (shape == null && entity.bound(this) == null) {
      intake.countUndeclared("entity", entity.type(), outsideNames);
      entity.keep(new Undeclared(this));
    }
    return shape;
  }

  /** The shape of an observation; null for one that is not declared, which is counted once. */
  @Nullable SignalShape shapeOf(Signal signal) {
    SignalShape shape = signalByName.get(signal.name());
    if (shape == null && signal.bound(this) == null) {
      intake.countUndeclared("signal", signal.name(), signalNames);
      signal.keep(new Undeclared(this));
    }
    return shape;
  }

  private Claim.Refused undeclaredType(String role, Entity entity) {
    return undeclared(
        "the " + role + "'s type " + Quoted.name(entity.type()) + " is not declared",
        entity.type(),
        outsideNames);
  }

  private Claim.Refused undeclaredAction(EntityShape resource, String action) {
    return undeclared(
        Quoted.name(resource.outside()) + " has no action " + Quoted.name(action),
        action,
        resource.actions());
  }

  private Claim.Refused undeclared(String message, String given, Collection<String> declared) {
    String meant = NearestName.of(given, declared);
    return new Claim.Refused(
        this,
        new Binding.Undeclared(
            meant == null ? message : message + ", did you mean " + Quoted.name(meant) + "?"));
  }
}
