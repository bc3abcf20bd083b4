package dev.zt.engine.authzen;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object: its members in order, and the place of its opening brace. Unmodifiable. */
final class JsonObject extends AbstractMap<String, @Nullable Object> {
  private final Map<String, @Nullable Object> members;
  private final int line;
  private final int column;

  JsonObject(Map<String, @Nullable Object> members, int line, int column) {
    this.members = Collections.unmodifiableMap(members);
    this.line = line;
    this.column = column;
  }

  int line() {
    return line;
  }

  int column() {
    return column;
  }

  @Override
  public Set<Entry<String, @Nullable Object>> entrySet() {
    return members.entrySet();
  }

  @Override
  public @Nullable Object get(@Nullable Object key) {
    return members.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return members.containsKey(key);
  }
}
