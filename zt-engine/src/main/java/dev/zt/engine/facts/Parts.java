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

  /**
   * Visits the parts of a map, keys that are not text by what they look like.
   *
   * @return false when there are too many; then some were visited
   */
  static boolean visit(Map<?, ?> given, BiConsumer<String, @Nullable Object> visitor) {
    int count = 0;
    for (Map.Entry<?, ?> part : given.entrySet()) {
      if (++count > MOST) {
        return false;
      }
      Object key = part.getKey();
      String name = key instanceof CharSequence text ? text.toString() : Shown.given(key);
      visitor.accept(name, part.getValue());
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
