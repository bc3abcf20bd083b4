package dev.zt.engine.facts;

import dev.zt.UnknownCause;
import dev.zt.policy.Names;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one request knows, typed, in the slots of a {@link Layout}.
 *
 * <p>Everything can be asked by name and by slot; the layout says which slot. For one thread: the
 * entity store is asked when one of its facts is first needed.
 */
public final class Facts {
  private final Layout layout;
  private final BoundRequest request;
  private final Surroundings surroundings;
  private final Map<Value.Ref, EntityFacts> entities = new HashMap<>();
  private final Map<Value.Ref, Ancestry> ancestries = new HashMap<>();
  private final EntityFacts subject;
  private final EntityFacts resource;
  private final SignalFacts signals;
  private final @Nullable Hierarchy hierarchy;
  private @Nullable Set<Value.Ref> described;

  Facts(BoundRequest request, Surroundings surroundings) {
    this.layout = request.layout();
    this.request = request;
    this.surroundings = surroundings;
    this.signals = request.signals();
    this.subject = own(request.boundSubject(), request.subjectSlots());
    this.resource = own(request.boundResource(), request.resourceSlots());
    this.hierarchy = layout.hierarchy(surroundings.entities());
  }

  private EntityFacts own(BoundEntity entity, @Nullable Reading[] slots) {
    return entities.computeIfAbsent(
        entity.reference(),
        reference -> new EntityFacts(entity.shape(), reference, slots, this::stored));
  }

  /** Who asks; the type is the qualified name of a declared one. */
  public Value.Ref subject() {
    return subject.reference();
  }

  /** What is asked for; the type is the qualified name of a declared one. */
  public Value.Ref resource() {
    return resource.reference();
  }

  /** The declared name of the action. */
  public String action() {
    return request.action();
  }

  /** A field of an entity, {@code id}, {@code roles} and {@code groups} among them. */
  public Reading entityField(Value.Ref entity, String field) {
    EntityFacts facts = find(entity);
    int slot = facts == null ? -1 : facts.shape().shape().slot(field);
    return facts == null || slot < 0
        ? new Absent(
            UnknownCause.MISSING, "`" + Names.simple(entity.type()) + "` has no such field")
        : facts.read(slot);
  }

  /** The field in a slot of the entity's own type. */
  public Reading entityField(Value.Ref entity, int slot) {
    return Objects.requireNonNull(find(entity), "an undeclared type has no slots").read(slot);
  }

  /**
   * The direct parents, a set of references. Those of an entity whose type may not be a member of
   * anything are none, whatever the data say.
   */
  public Reading parents(Value.Ref entity) {
    EntityFacts facts = find(entity);
    return facts == null ? Absent.MISSING : facts.read(EntityShape.PARENTS);
  }

  /** What the entity is a transitive member of. */
  public Ancestry ancestry(Value.Ref entity) {
    Ancestry known = ancestries.get(entity);
    if (known == null) {
      Set<Value.Ref> described = describedInRequest();
      Ancestry found =
          Ancestry.of(
              entity, this::parents, parent -> undisturbed(parent, described), Integer.MAX_VALUE);
      known = Objects.requireNonNull(found, "there is no bound");
      ancestries.put(entity, known);
    }
    return known;
  }

  /** A signal's field as it was given, however old. */
  public Reading signalField(String signal, String field) {
    int number = layout.signal(signal);
    int slot = number < 0 ? -1 : layout.signalSlot(number, field);
    return slot < 0 ? Absent.MISSING : signals.read(number, slot);
  }

  /** The field in a slot of the signal of that number. */
  public Reading signalField(int signal, int slot) {
    return signals.read(signal, slot);
  }

  /** Whether the request carries an observation of the signal; a source that failed made none. */
  public boolean observed(String signal) {
    int number = layout.signal(signal);
    return number >= 0 && observed(number);
  }

  /** Whether the request carries an observation of the signal of that number. */
  public boolean observed(int signal) {
    return signals.observed(signal);
  }

  /** A field of the action; {@code name} is its outside name. */
  public Reading actionField(String field) {
    int slot = layout.actionSlot(field);
    return slot < 0 ? Absent.MISSING : actionField(slot);
  }

  /** The action's field in a slot. */
  public Reading actionField(int slot) {
    return Shape.orMissing(request.actionSlots()[slot]);
  }

  /** What is remembered of what happened. */
  public Memory memory() {
    return surroundings.memory();
  }

  /** What is lent for a while. */
  public Grants grants() {
    return surroundings.grants();
  }

  /** The entities whose parents the request itself gives. */
  private Set<Value.Ref> describedInRequest() {
    Set<Value.Ref> known = described;
    if (known == null) {
      known = request.givesParents();
      described = known;
    }
    return known;
  }

  /** The kept ancestry of a stored entity, if nothing in this request changes it. */
  private @Nullable Ancestry undisturbed(Value.Ref entity, Set<Value.Ref> described) {
    if (hierarchy == null || described.contains(entity)) {
      return null;
    }
    Ancestry ancestry = hierarchy.of(entity);
    return ancestry == null || !Collections.disjoint(ancestry.ancestors(), described)
        ? null
        : ancestry;
  }

  private @Nullable EntityFacts find(Value.Ref entity) {
    EntityFacts known = entities.get(entity);
    if (known != null) {
      return known;
    }
    EntityShape shape = layout.entity(entity.type());
    return shape == null ? null : entity(shape, entity);
  }

  private EntityFacts entity(EntityShape shape, Value.Ref reference) {
    Described further = request.described().get(reference);
    EntityFacts facts =
        new EntityFacts(shape, reference, further == null ? null : further.slots(), this::stored);
    entities.put(reference, facts);
    return facts;
  }

  private @Nullable Reading[] stored(EntityShape shape, Value.Ref reference) {
    return layout.stored(surroundings.entities(), shape, reference);
  }
}
