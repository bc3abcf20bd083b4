package dev.zt;

import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** How a call of an obligation or a challenge reads: as a policy writes it. */
final class Arguments {
  private Arguments() {}

  static String render(String name, Map<String, Object> arguments) {
    if (arguments.isEmpty()) {
      return name;
    }
    return arguments.entrySet().stream()
        .map(argument -> argument.getKey() + ": " + literal(argument.getValue()))
        .collect(Collectors.joining(", ", name + "(", ")"));
  }

  private static String literal(Object value) {
    if (value instanceof Duration duration) {
      return units(duration);
    }
    return value instanceof String text ? quoted(text) : value.toString();
  }

  private static String quoted(String text) {
    String escaped =
        text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t");
    return '"' + escaped + '"';
  }

  private static String units(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    StringBuilder text = new StringBuilder(duration.isNegative() ? "-" : "");
    Duration length = duration.abs();
    append(text, length.toDaysPart(), "d");
    append(text, length.toHoursPart(), "h");
    append(text, length.toMinutesPart(), "m");
    append(text, length.toSecondsPart(), "s");
    append(text, length.toMillisPart(), "ms");
    return text.toString();
  }

  private static void append(StringBuilder text, long amount, String unit) {
    if (amount > 0) {
      text.append(amount).append(unit);
    }
  }
}
