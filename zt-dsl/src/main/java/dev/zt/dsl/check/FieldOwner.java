package dev.zt.dsl.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something with fields: an entity type, a record type, a signal, or the action. */
final class FieldOwner {
  private final String name;
  private final String qualified;
  private final Map<String, DeclaredField> declared = new LinkedHashMap<>();
  private final Map<String, DeclaredField> builtIn = new LinkedHashMap<>();

  /** An owner by its name in messages and in the fail-open register. */
  FieldOwner(String name, String qualified) {
    this.name = name;
    this.qualified = qualified;
  }

  String name() {
    return name;
  }

  String qualified() {
    return qualified;
  }

  /** The field of that name, or null. */
  @Nullable DeclaredField find(String field) {
    DeclaredField found = declared.get(field);
    return found == null ? builtIn.get(field) : found;
  }

  boolean isBuiltIn(String field) {
    return builtIn.containsKey(field);
  }

  void addBuiltIn(DeclaredField field) {
    builtIn.put(field.name(), field);
  }

  void add(DeclaredField field) {
    declared.put(field.name(), field);
  }

  Collection<DeclaredField> declared() {
    return declared.values();
  }

  Collection<DeclaredField> builtIn() {
    return builtIn.values();
  }

  List<String> names() {
    List<String> names = new ArrayList<>(declared.keySet());
    names.addAll(builtIn.keySet());
    return names;
  }
}
