package dev.zt.dsl.check;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The declarations of all files of one module. */
final class PolicyModule {
  private final String name;
  private final Map<Namespace, Map<String, Declared>> declared = new EnumMap<>(Namespace.class);

  PolicyModule(String name) {
    this.name = name;
    for (Namespace namespace : Namespace.values()) {
      declared.put(namespace, new LinkedHashMap<>());
    }
  }

  String name() {
    return name;
  }

  /** Adds a declaration; the earlier one of that name, which then stays, or null. */
  @Nullable Declared add(Declared each) {
    return names(each.namespace()).putIfAbsent(each.name(), each);
  }

  /** Puts a declaration in the place of the one of that name. */
  void replace(Declared each) {
    names(each.namespace()).put(each.name(), each);
  }

  @Nullable Declared find(Namespace namespace, String wanted) {
    return names(namespace).get(wanted);
  }

  Collection<String> namesOf(Namespace namespace) {
    return names(namespace).keySet();
  }

  private Map<String, Declared> names(Namespace namespace) {
    Map<String, Declared> names = declared.get(namespace);
    if (names == null) {
      throw new IllegalStateException("no namespace " + namespace);
    }
    return names;
  }
}
