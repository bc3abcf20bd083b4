package dev.zt.bench.workload;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What names stand for. */
final class Names {
  private Names() {}

  /** The constants of an enumeration by their names in policies, which are in lower case. */
  static <E extends Enum<E>> Map<String, E> of(E[] constants) {
    return Arrays.stream(constants)
        .collect(
            Collectors.toUnmodifiableMap(
                constant -> constant.name().toLowerCase(Locale.ROOT), Function.identity()));
  }

  /**
   * What a name stands for.
   *
   * @throws IllegalArgumentException if it stands for nothing
   */
  static <V> V get(Map<String, V> byName, String name) {
    V value = byName.get(name);
    if (value == null) {
      throw new IllegalArgumentException("nothing is named " + name);
    }
    return value;
  }
}
