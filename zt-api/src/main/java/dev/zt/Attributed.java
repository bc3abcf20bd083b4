package dev.zt;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something of which an application gives named values, or one of its own records, or both. Names
 * and values are taken as they are; the engine types them when it binds them.
 *
 * <p>Immutable as far as the given values are: a collection that is changed after it was handed
 * over has no defined effect.
 */
abstract sealed class Attributed extends Bindable permits Entity, Signal {
  private final Map<String, @Nullable Object> named;
  private final @Nullable Record source;

  Attributed(Map<String, @Nullable Object> named, @Nullable Record source) {
    this.named = named;
    this.source = source;
  }

  /** The fields given by name, those with names of their own methods among them. */
  final Map<String, @Nullable Object> named() {
    return named;
  }

  final @Nullable Record source() {
    return source;
  }

  /** The given fields as text. */
  final String attributes() {
    return source == null ? named.toString() : source + (named.isEmpty() ? "" : " with " + named);
  }

  static Map<String, @Nullable Object> copy(Map<String, ? extends @Nullable Object> fields) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** Those fields with one more, in place of an earlier one of that name. */
  static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
    return with(fields, Collections.singletonMap(Objects.requireNonNull(name, "name"), value));
  }

  /** Those fields with several more, in place of earlier ones of their names. */
  static Map<String, @Nullable Object> with(
      Map<String, @Nullable Object> fields, Map<String, ? extends @Nullable Object> more) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(fields);
    changed.putAll(more);
    return Collections.unmodifiableMap(changed);
  }
}
