package dev.zt.test.coverage;

import static dev.zt.Explanation.Truth.FALSE;
import static dev.zt.Explanation.Truth.TRUE;
import static dev.zt.Explanation.Truth.UNKNOWN;

import dev.zt.Explanation.Truth;
import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the types of subject and resource alone say of a condition.
 *
 * @param subject the qualified name of the subject's type
 * @param resource the qualified name of the resource's type
 */
record Parties(Schema schema, String subject, String resource) {
  private static final Set<String> OF_EVERY_ENTITY = Set.of("id", "roles", "groups");
  private static final List<Truth> ANYTHING = List.of(TRUE, FALSE, UNKNOWN);

  /** What the condition can come to with such a subject and such a resource. */
  List<Truth> possible(Expr condition) {
    if (condition instanceof Expr.IsType is) {
      String type = typeOf(is.entity());
      return type == null ? ANYTHING : List.of(Truth.of(type.equals(is.entityType())));
    }
    if (new Strictness(this::isLacking).isUnknown(condition)) {
      return List.of(UNKNOWN);
    }
    if (condition instanceof Expr.Compare compare && areApart(compare)) {
      return List.of(Truth.of(compare.op() == CompareOp.NE), UNKNOWN);
    }
    return condition instanceof Expr.InHierarchy in && isOutside(in)
        ? List.of(FALSE, UNKNOWN)
        : ANYTHING;
  }

  /** Whether two entities are compared that can never be of one type. */
  private boolean areApart(Expr.Compare compare) {
    boolean equality = compare.op() == CompareOp.EQ || compare.op() == CompareOp.NE;
    Collection<String> left = typesOf(compare.left());
    Collection<String> right = typesOf(compare.right());
    return equality && !left.isEmpty() && !right.isEmpty() && Collections.disjoint(left, right);
  }

  /** Whether the member is of a type that is never a member of such a container. */
  private boolean isOutside(Expr.InHierarchy in) {
    String member = typeOf(in.member());
    Type.Entity container = containerType(in.container().type());
    return member != null
        && container != null
        && Collections.disjoint(lineage(member), container.candidates());
  }

  private static Type.@Nullable Entity containerType(Type type) {
    Type element = type instanceof Type.SetOf set ? set.element() : type;
    return element instanceof Type.Entity entity ? entity : null;
  }

  /** The type, and those that it is transitively declared to be a member of. */
  private Set<String> lineage(String type) {
    Set<String> seen = new HashSet<>(Set.of(type));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      Schema.Entity declared = schema.entities().get(open.remove());
      for (String parent : declared == null ? Set.<String>of() : declared.parents()) {
        if (seen.add(parent)) {
          open.add(parent);
        }
      }
    }
    return seen;
  }

  private boolean isLacking(Expr.FieldOf field) {
    String type = typeOf(field.target());
    Schema.Entity declared = type == null ? null : schema.entities().get(type);
    return declared != null
        && declared.field(field.field()) == null
        && !OF_EVERY_ENTITY.contains(field.field());
  }

  private Collection<String> typesOf(Expr entity) {
    String type = typeOf(entity);
    if (type != null) {
      return List.of(type);
    }
    if (entity instanceof Expr.Literal literal && literal.value() instanceof Value.Ref ref) {
      return List.of(ref.type());
    }
    return entity.type() instanceof Type.Entity other ? other.candidates() : List.of();
  }

  private @Nullable String typeOf(Expr entity) {
    if (entity instanceof Expr.Subject) {
      return subject;
    }
    return entity instanceof Expr.Resource ? resource : null;
  }
}
