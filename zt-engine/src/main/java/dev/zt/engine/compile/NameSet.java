package dev.zt.engine.compile;

import dev.zt.policy.value.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of which one is looked for among those that somebody has. */
final class NameSet {
  private final Value.@Nullable Text only;
  private final Set<Value> names;

  private NameSet(Value.@Nullable Text only, Set<Value> names) {
    this.only = only;
    this.names = names;
  }

  static NameSet of(Collection<String> names) {
    Set<Value> texts = new HashSet<>();
    for (String name : names) {
      texts.add(new Value.Text(name));
    }
    return new NameSet(
        texts.size() == 1 ? (Value.Text) texts.iterator().next() : null, Set.copyOf(texts));
  }

  /** Whether one of the names is given. */
  boolean meets(Value.SetOf given) {
    if (only != null) {
      return given.contains(only);
    }
    for (Value each : given.elements()) {
      if (names.contains(each)) {
        return true;
      }
    }
    return false;
  }
}
