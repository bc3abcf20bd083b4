package dev.zt.engine.facts;

import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is declared of an entity type, the reserved fields among it. */
final class EntityShape {
  static final int ID = 0;
  static final int ROLES = 1;
  static final int GROUPS = 2;
  static final int PARENTS = 3;

  /** The parents of an entity whose type may not be a member of anything. */
  static final Value NO_PARENTS = new Value.SetOf(Set.of());

  private final String type;
  private final String outside;
  private final boolean hasParents;
  private final Map<String, String> actionByOutsideName;
  private final Shape shape;

  EntityShape(Schema.Entity declared, Readers readers, Intake intake) {
    type = declared.name();
    outside = declared.outside();
    hasParents = !declared.parents().isEmpty();
    Map<String, String> actions = new HashMap<>();
    declared.actions().forEach((action, outsideName) -> actions.put(outsideName, action));
    actionByOutsideName = Map.copyOf(actions);
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
  }

  /** The qualified name of the type. */
  String type() {
    return type;
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

  /** The action that data know by that name, or null. */
  @Nullable String action(String outsideName) {
    return actionByOutsideName.get(outsideName);
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
