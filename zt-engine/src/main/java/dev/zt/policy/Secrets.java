package dev.zt.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which expressions tell the value of a secret field: those that read one, or anything that is
 * computed from one. The elements of a secret set are for the caller to hide. Immutable and
 * thread-safe.
 */
public final class Secrets {
  private final Schema schema;
  private final Map<String, Behavior> behaviors;

  private Secrets(Schema schema, Map<String, Behavior> behaviors) {
    this.schema = schema;
    this.behaviors = Map.copyOf(behaviors);
  }

  /** The secrets of a policy set. */
  public static Secrets of(PolicySet policies) {
    Map<String, Behavior> behaviors = new HashMap<>();
    policies.behaviors().forEach(behavior -> behaviors.put(behavior.name(), behavior));
    return new Secrets(policies.schema(), behaviors);
  }

  /** The secrets of what a schema declares, where no behavior is used. */
  public static Secrets of(Schema schema) {
    return new Secrets(schema, Map.of());
  }

  /** Whether the value of the expression tells that of a secret field. */
  public boolean in(Expr expr) {
    if (expr instanceof Expr.BehaviorValue value) {
      Behavior behavior = behaviors.get(value.behavior());
      return behavior != null && behavior.values().stream().anyMatch(this::in);
    }
    if (expr instanceof Expr.Derived derived && isSecret(derived.path())) {
      return true;
    }
    return isSecret(expr) || ExprParts.of(expr).stream().anyMatch(this::in);
  }

  private boolean isSecret(Expr expr) {
    if (expr instanceof Expr.SignalField read) {
      Schema.Signal signal = schema.signals().get(read.signal());
      return signal != null && isSecret(signal.field(read.field()));
    }
    if (expr instanceof Expr.ActionField read) {
      return isSecret(schema.actionFields().get(read.field()));
    }
    if (expr instanceof Expr.FieldOf read) {
      return isSecret(owner(read.target().type()), read.field());
    }
    return false;
  }

  private boolean isSecret(List<List<Field>> owners, String field) {
    return owners.stream()
        .flatMap(List::stream)
        .anyMatch(each -> each.name().equals(field) && each.secret());
  }

  private static boolean isSecret(@Nullable Field field) {
    return field != null && field.secret();
  }

  /** The fields of everything that a value of the type may be. */
  private List<List<Field>> owner(Type type) {
    if (type instanceof Type.Optional optional) {
      return owner(optional.value());
    }
    if (type instanceof Type.Structure structure) {
      Schema.Structure declared = schema.structures().get(structure.name());
      return declared == null ? List.of() : List.of(declared.fields());
    }
    if (type instanceof Type.Entity entity) {
      return entity.candidates().stream()
          .map(candidate -> schema.entities().get(candidate))
          .filter(declared -> declared != null)
          .map(Schema.Entity::fields)
          .toList();
    }
    return List.of();
  }
}
