package dev.zt.test.assertion;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares calls of obligations and challenges with what is expected of them. */
final class Calls {
  private Calls() {}

  /** Whether the arguments are among the given ones; numbers are equal when their values are. */
  static boolean hold(Map<String, ?> expected, Map<String, Object> given) {
    return expected.entrySet().stream()
        .allMatch(argument -> equal(argument.getValue(), given.get(argument.getKey())));
  }

  private static boolean equal(@Nullable Object expected, @Nullable Object given) {
    if (expected instanceof Number left && given instanceof Number right) {
      return new BigDecimal(left.toString()).compareTo(new BigDecimal(right.toString())) == 0;
    }
    return given != null && given.equals(expected);
  }

  /** The calls as a policy writes them. */
  static String joined(List<?> calls) {
    return calls.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /** A call as a failure shows what was expected. */
  static String shown(String name, Map<String, ?> arguments) {
    return arguments.isEmpty()
        ? name
        : arguments.entrySet().stream()
            .map(argument -> argument.getKey() + ": " + argument.getValue())
            .sorted()
            .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
