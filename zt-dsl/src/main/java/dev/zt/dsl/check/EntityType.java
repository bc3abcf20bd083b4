package dev.zt.dsl.check;

import dev.zt.dsl.syntax.Declaration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An entity type with what its declaration came to. */
final class EntityType {
  private final Declared declared;
  private final Declaration.EntityType syntax;
  private final FieldOwner fields;
  private final Set<String> parents = new LinkedHashSet<>();
  private final Map<String, String> actions = new LinkedHashMap<>();
  private final Map<String, Set<String>> groups = new LinkedHashMap<>();

  EntityType(Declared declared, Declaration.EntityType syntax) {
    this.declared = declared;
    this.syntax = syntax;
    this.fields = new FieldOwner(declared.name(), declared.qualified());
  }

  Declared declared() {
    return declared;
  }

  Declaration.EntityType syntax() {
    return syntax;
  }

  String qualified() {
    return declared.qualified();
  }

  FieldOwner fields() {
    return fields;
  }

  /** The qualified names of the types it may be a member of. */
  Set<String> parents() {
    return parents;
  }

  /** Outside names of its actions by name. */
  Map<String, String> actions() {
    return actions;
  }

  /** The actions of its groups by the group's name. */
  Map<String, Set<String>> groups() {
    return groups;
  }

  /** The actions that a name means on this type: itself, the members of a group, or null. */
  @Nullable Set<String> meant(String name) {
    return actions.containsKey(name) ? Set.of(name) : groups.get(name);
  }

  /** The names of its actions and groups. */
  Collection<String> actionNames() {
    List<String> names = new ArrayList<>(actions.keySet());
    names.addAll(groups.keySet());
    return names;
  }
}
