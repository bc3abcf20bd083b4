package dev.zt;

import java.util.Map;
import java.util.stream.Collectors;

/** How a call of an obligation or a challenge reads. */
final class Arguments {
  private Arguments() {}

  static String render(String name, Map<String, Object> arguments) {
    if (arguments.isEmpty()) {
      return name;
    }
    return arguments.entrySet().stream()
        .map(argument -> argument.getKey() + ": " + argument.getValue())
        .collect(Collectors.joining(", ", name + "(", ")"));
  }
}
