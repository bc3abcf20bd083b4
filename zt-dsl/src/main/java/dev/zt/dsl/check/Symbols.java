package dev.zt.dsl.check;

import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the declarations of a set came to, for whoever looks up a resolved name. */
final class Symbols {
  private final Map<String, Schema.Enumeration> enumerations = new LinkedHashMap<>();
  private final Map<String, FieldOwner> structures = new LinkedHashMap<>();
  private final Map<String, EntityType> entities = new LinkedHashMap<>();
  private final Map<String, SignalType> signals = new LinkedHashMap<>();
  private final FieldOwner action = new FieldOwner("action", "action");
  private final Map<String, Schema.Signature> calls = new HashMap<>();
  private final Roles roles = new Roles();
  private Type.@Nullable Entity everyEntity;
  private Type.@Nullable Entity everyResource;

  /** Enums by qualified name. */
  Map<String, Schema.Enumeration> enumerations() {
    return enumerations;
  }

  /** Record types by qualified name. */
  Map<String, FieldOwner> structures() {
    return structures;
  }

  /** Entity types by qualified name. */
  Map<String, EntityType> entities() {
    return entities;
  }

  EntityType entity(String qualified) {
    EntityType found = entities.get(qualified);
    if (found == null) {
      throw new IllegalArgumentException("no entity type " + qualified);
    }
    return found;
  }

  /** Signals by name. */
  Map<String, SignalType> signals() {
    return signals;
  }

  /** The fields of the action. */
  FieldOwner action() {
    return action;
  }

  /** Obligations and challenges by name. */
  Map<String, Schema.Signature> calls() {
    return calls;
  }

  Roles roles() {
    return roles;
  }

  /** The type of a subject of which nothing is known. */
  Type.Entity everyEntity() {
    Type.Entity every = everyEntity;
    if (every == null) {
      every = new Type.Entity(List.copyOf(entities.keySet()));
      everyEntity = every;
    }
    return every;
  }

  /** The type of a resource of which nothing is known: every type with actions. */
  Type.Entity everyResource() {
    Type.Entity every = everyResource;
    if (every == null) {
      List<String> withActions = new ArrayList<>();
      for (EntityType each : entities.values()) {
        if (!each.actions().isEmpty()) {
          withActions.add(each.qualified());
        }
      }
      every = new Type.Entity(withActions);
      everyResource = every;
    }
    return every;
  }

  /** The types that an entity of one of some types can be a transitive member of. */
  Type.Entity ancestors(Type.Entity type) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>();
    type.candidates().forEach(each -> open.addAll(entity(each).parents()));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (found.add(next)) {
        open.addAll(entity(next).parents());
      }
    }
    return new Type.Entity(List.copyOf(found));
  }

  /** The names of all actions and groups of some types. */
  static Set<String> actionNames(Collection<EntityType> types) {
    Set<String> names = new LinkedHashSet<>();
    types.forEach(type -> names.addAll(type.actionNames()));
    return names;
  }
}
