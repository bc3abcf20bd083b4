package dev.zt.engine.facts;

import dev.zt.Entity;
import dev.zt.policy.Schema;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is declared of an entity type, the reserved fields among it. */
final class EntityShape {
  static final int ID = 0;
  static final int ROLES = 1;
  static final int GROUPS = 2;
  static final int PARENTS = 3;

  /** The parents of an entity whose type may not be a member of anything. */
  static final Value NO_PARENTS = new Value.SetOf(Set.of());

  private final int number;
  private final String type;
  private final String outside;
  private final boolean hasParents;
  private final Map<String, Action> actionByOutsideName;
  private final ByName<Action> actions;
  private final Shape shape;
  private final Inquiry inquiry;
  private final RecordAnswers records;

  EntityShape(
      int number,
      Schema.Entity declared,
      ActionShape action,
      Readers readers,
      Asked asked,
      Intake intake) {
    this.number = number;
    type = declared.name();
    outside = declared.outside();
    hasParents = !declared.parents().isEmpty();
    Map<String, Action> byOutsideName = new HashMap<>();
    for (Map.Entry<String, String> each : declared.actions().entrySet()) {
      byOutsideName.put(
          each.getValue(), action.of(each.getKey(), each.getValue(), byOutsideName.size()));
    }
    actionByOutsideName = Map.copyOf(byOutsideName);
    actions = new ByName<>(byOutsideName);
    ValueReader names = readers.of(new Type.SetOf(Type.Scalar.STRING));
    Shape.Builder builder =
        new Shape.Builder(outside, intake)
            .fixed("id")
            .ignored("id")
            .given("roles", names)
            .given("groups", names);
    if (hasParents) {
      Type parent = new Type.Entity(List.copyOf(declared.parents()));
      builder.given("parents", readers.of(new Type.SetOf(parent)));
    } else {
      builder.fixed("parents");
    }
    shape = builder.fields(declared.fields(), readers).build();
    inquiry = asked.questions().about(type, shape);
    records = records(asked);
  }

  /** What is asked of entities. */
  record Asked(Questions questions, NameBits roles, NameBits groups, RecordReaders records) {
    static final Asked NOTHING =
        new Asked(Questions.NONE, NameBits.NONE, NameBits.NONE, RecordReaders.NONE);
  }

  private RecordAnswers records(Asked asked) {
    @Nullable Reading[] blank = shape.blank();
    if (!hasParents) {
      blank[PARENTS] = NO_PARENTS;
    }
    long[] unanswered = inquiry.answersOfGiven(blank);
    return new RecordAnswers(
        shape,
        new RecordAnswers.Asked(
            inquiry,
            given -> unanswered,
            asked.questions().kept(shape),
            List.of(
                new RecordAnswers.Named(ROLES, asked.roles(), 0),
                new RecordAnswers.Named(GROUPS, asked.groups(), 2 * asked.roles().words()))),
        inquiry.of(ID).isEmpty() ? asked.records() : RecordReaders.NONE);
  }

  /** Its place among the declared types, in order of name. */
  int number() {
    return number;
  }

  /** The place of a declared action among those of this type, in order of name; -1 for another. */
  int actionNumber(String action) {
    for (Action each : actionByOutsideName.values()) {
      if (each.name().equals(action)) {
        return each.number();
      }
    }
    return -1;
  }

  /** What is known of nobody in particular. */
  static EntityShape nobody(ActionShape action, Readers readers, Intake intake) {
    SourceSpan nowhere = new SourceSpan("", 1, 1, 0);
    return new EntityShape(
        -1,
        new Schema.Entity("", "", Set.of(), List.of(), new TreeMap<>(), Map.of(), nowhere),
        action,
        readers,
        Asked.NOTHING,
        intake);
  }

  /** The qualified name of the type. */
  String type() {
    return type;
  }

  /** An entity of the type, as rules know it. */
  Value.Ref reference(Entity entity) {
    return new Value.Ref(type, entity.id());
  }

  /** The name that data use for the type. */
  String outside() {
    return outside;
  }

  boolean hasParents() {
    return hasParents;
  }

  Shape shape() {
    return shape;
  }

  /** What policies ask of it. */
  Inquiry inquiry() {
    return inquiry;
  }

  /** How records of it are answered. */
  RecordAnswers records() {
    return records;
  }

  /** Answers for the record of an entity as {@link RecordAnswers#answer} does, and for its id. */
  boolean answer(
      Entity entity,
      Record record,
      boolean counted,
      long[] words,
      int from,
      int names,
      @Nullable Reading[] kept,
      int keptFrom) {
    int id = records.keptAt(ID);
    if (id >= 0) {
      kept[keptFrom + id] = Texts.string(entity.id());
    }
    return records.answer(record, counted, words, from, names, kept, keptFrom);
  }

  /** The action that data know by that name, or null. */
  @Nullable Action action(String outsideName) {
    return actions.get(outsideName);
  }

  /** The names that data use for actions. */
  Set<String> actions() {
    return actionByOutsideName.keySet();
  }

  /** What is known of an entity of which only the id is. */
  @Nullable Reading[] blank(String id) {
    @Nullable Reading[] slots = shape.blank();
    slots[ID] = Texts.string(id);
    if (!hasParents) {
      slots[PARENTS] = NO_PARENTS;
    }
    return slots;
  }
}
