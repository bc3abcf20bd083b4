package dev.zt.test.change;

import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.Quoted;
import dev.zt.policy.value.Schedule;
import dev.zt.policy.value.SpiffeId;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as a test writes them. */
public final class Literals {
  private Literals() {}

  /** The value as it stands in a fixture, {@code "DE"}, {@code healthy}, {@code 30d}. */
  public static String of(Value value) {
    if (value instanceof Value.EnumConstant constant) {
      return constant.name();
    } else if (value instanceof Value.Ref ref) {
      return simple(ref.type()) + " " + Quoted.literal(ref.id());
    } else if (value instanceof Value.SetOf set) {
      return set.elements().stream().map(Literals::of).collect(Collectors.joining(", ", "[", "]"));
    } else if (value instanceof Value.Fields fields) {
      return fields.fields().entrySet().stream()
          .map(Literals::property)
          .collect(Collectors.joining(", ", "{ ", " }"));
    }
    return isQuoted(value) ? Quoted.literal(value.toString()) : value.toString();
  }

  private static boolean isQuoted(Value value) {
    return value instanceof Value.Time
        || value instanceof Value.Country
        || value instanceof Version
        || value instanceof IpAddress
        || value instanceof Cidr
        || value instanceof Schedule
        || value instanceof SpiffeId;
  }

  private static String property(Map.Entry<String, ?> field) {
    return field.getKey()
        + ": "
        + (field.getValue() instanceof Value value ? of(value) : "unknown");
  }

  private static String simple(String type) {
    return type.substring(type.lastIndexOf('.') + 1);
  }
}
