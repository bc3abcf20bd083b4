package dev.zt.dsl.check.lint;

import dev.zt.policy.Names;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The entity types of a set: which may be members of which, and how to speak of them. */
final class Kinds {
  private static final int MOST_NAMED = 3;

  private final Schema schema;
  private final Map<String, Set<String>> containers = new HashMap<>();

  Kinds(Schema schema) {
    this.schema = schema;
  }

  /** The types that a reference may have; empty when the type is none of references. */
  static List<String> ofOne(Type type) {
    if (type instanceof Type.Optional optional) {
      return ofOne(optional.value());
    }
    return type instanceof Type.Entity entity ? entity.candidates() : List.of();
  }

  /** The types that a reference, or the elements of a set of references, may have. */
  static List<String> of(Type type) {
    return type instanceof Type.SetOf set ? ofOne(set.element()) : ofOne(type);
  }

  /** Whether an entity of one of these types can be one of those, or a member of one. */
  boolean canBeIn(Collection<String> members, Collection<String> wanted) {
    return members.stream()
        .map(this::containersOf)
        .anyMatch(containing -> wanted.stream().anyMatch(containing::contains));
  }

  /** The type itself and every type whose members its members can transitively be. */
  private Set<String> containersOf(String type) {
    return containers.computeIfAbsent(type, this::reach);
  }

  private Set<String> reach(String type) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(type));
    while (!open.isEmpty()) {
      String next = open.remove();
      Schema.Entity entity = schema.entities().get(next);
      if (reached.add(next) && entity != null) {
        open.addAll(entity.parents());
      }
    }
    return reached;
  }

  /** {@code `A`}, {@code `A` or `B`}, {@code `A`, `B`, `C` or 4 others}. */
  static String anyOf(Collection<String> types) {
    List<String> names =
        types.stream().limit(MOST_NAMED).map(type -> "`" + Names.simple(type) + "`").toList();
    int others = types.size() - names.size();
    if (others > 0) {
      return String.join(", ", names) + " or " + others + (others == 1 ? " other" : " others");
    }
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : names.stream().limit(last).collect(Collectors.joining(", ")) + " or " + names.get(last);
  }
}
