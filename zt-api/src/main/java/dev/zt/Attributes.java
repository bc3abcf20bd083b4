package dev.zt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an application gives about one thing: named values, or one of its own records, or both.
 * Names and values are taken as they are; the engine types them when it binds them.
 *
 * <p>Immutable as far as the given values are: a collection that is changed after it was handed
 * over has no defined effect.
 */
final class Attributes {
  static final Attributes NONE = new Attributes(Collections.emptyMap(), null);

  private final Map<String, @Nullable Object> named;
  private final @Nullable Record source;

  private Attributes(Map<String, @Nullable Object> named, @Nullable Record source) {
    this.named = named;
    this.source = source;
  }

  static Attributes of(Map<String, ? extends @Nullable Object> named) {
    return new Attributes(Collections.unmodifiableMap(new LinkedHashMap<>(named)), null);
  }

  static Attributes of(Record source) {
    return new Attributes(Collections.emptyMap(), Objects.requireNonNull(source, "source"));
  }

  Attributes with(String name, @Nullable Object value) {
    return with(Collections.singletonMap(Objects.requireNonNull(name, "name"), value));
  }

  Attributes with(Map<String, ? extends @Nullable Object> more) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(named);
    changed.putAll(more);
    return new Attributes(Collections.unmodifiableMap(changed), source);
  }

  Map<String, @Nullable Object> named() {
    return named;
  }

  @Nullable Record source() {
    return source;
  }

  @Override
  public String toString() {
    return source == null ? named.toString() : source + (named.isEmpty() ? "" : " with " + named);
  }
}
