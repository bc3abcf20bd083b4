package dev.zt.engine.facts;

import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Maps and records alike: things with named parts. */
final class Parts {
  private static final int MOST = 65_536;

  private Parts() {}

  static boolean has(@Nullable Object given) {
    return given instanceof Map || given instanceof Record;
  }

  /** The name that a key of a map is; one that is not text is named by what it looks like. */
  static String name(@Nullable Object key) {
    return key instanceof CharSequence text ? text.toString() : Shown.given(key);
  }

  /**
   * Visits the parts of a map.
   *
   * @return false when there are too many; then some were visited
   */
  static boolean visit(Map<?, ?> given, BiConsumer<String, @Nullable Object> visitor) {
    int count = 0;
    for (Map.Entry<?, ?> part : given.entrySet()) {
      if (++count > MOST) {
        return false;
      }
      visitor.accept(name(part.getKey()), part.getValue());
    }
    return true;
  }

  /**
   * The part of that exact name; an {@link Unread} if it cannot be read, null if it is not there.
   */
  static @Nullable Object named(Object given, String name) {
    if (given instanceof Record source) {
      for (RecordAccess.Component component : RecordAccess.of(source.getClass())) {
        if (component.name().equals(name)) {
          return component.of(source);
        }
      }
      return null;
    }
    return given instanceof Map<?, ?> map ? map.get(name) : null;
  }
}
