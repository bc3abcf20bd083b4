package dev.zt.test.change;

import dev.zt.policy.CompareOp;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.InvalidText;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values on both sides of where a condition turns. */
final class Boundaries {
  private static final long SECOND = 1_000;
  private static final long MINUTE = 60 * SECOND;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long ONE = 10_000;
  private static final List<String> COUNTRIES = List.of("US", "DE", "FR", "JP", "BR");

  private final Schema schema;

  Boundaries(Schema schema) {
    this.schema = schema;
  }

  /** The value that a condition compares with, and those one unit beside it. */
  List<Value> around(CompareOp op, Value value) {
    List<Value> values = new ArrayList<>(List.of(value));
    if (value instanceof Value.EnumConstant constant) {
      constants(constant.type()).stream().filter(each -> !each.equals(value)).forEach(values::add);
    } else if (value instanceof Value.Bool bool) {
      values.add(Value.Bool.of(!bool.value()));
    } else if (op == CompareOp.EQ || op == CompareOp.NE) {
      Value other = other(Set.of(value), value);
      if (other != null) {
        values.add(other);
      }
    } else {
      add(values, step(value, 1));
      add(values, step(value, -1));
    }
    return values;
  }

  /** The constants of an enum. */
  List<Value> constants(String type) {
    List<Value> constants = new ArrayList<>();
    Schema.Enumeration declared = schema.enumerations().get(type);
    if (declared != null) {
      for (String name : declared.constants()) {
        constants.add(new Value.EnumConstant(type, name, constants.size()));
      }
    }
    return constants;
  }

  /** A value like these that is none of them; null when none comes to mind. */
  @Nullable Value other(Set<Value> taken, Value like) {
    if (like instanceof Value.EnumConstant constant) {
      return first(taken, constants(constant.type()));
    } else if (like instanceof Value.Country) {
      return first(taken, COUNTRIES.stream().map(code -> (Value) new Value.Country(code)).toList());
    } else if (like instanceof Value.Text) {
      return first(taken, List.of(new Value.Text("other"), new Value.Text("another")));
    } else if (like instanceof Value.Ref ref) {
      return first(taken, List.of(new Value.Ref(ref.type(), "other")));
    }
    Value next = step(like, 1);
    while (next != null && taken.contains(next)) {
      next = step(next, 1);
    }
    return next;
  }

  /** A value of a type, to give what is not known; null when none comes to mind. */
  @Nullable Value some(Type type) {
    if (type == Type.Scalar.STRING) {
      return new Value.Text("other");
    } else if (type == Type.Scalar.COUNTRY) {
      return new Value.Country(COUNTRIES.get(0));
    }
    return type == Type.Scalar.BOOL ? Value.Bool.FALSE : null;
  }

  private static @Nullable Value first(Set<Value> taken, List<Value> candidates) {
    return candidates.stream().filter(each -> !taken.contains(each)).findFirst().orElse(null);
  }

  private static void add(List<Value> values, @Nullable Value value) {
    if (value != null) {
      values.add(value);
    }
  }

  /** The value that many units further: of a length of time the smallest unit it is written in. */
  static @Nullable Value step(Value value, int units) {
    if (value instanceof Value.Int number) {
      return number.plus(new Value.Int(units));
    } else if (value instanceof Value.Decimal decimal) {
      return decimal.plus(new Value.Decimal(units * decimalUnit(decimal.units())));
    } else if (value instanceof Value.Duration duration) {
      return duration.plus(new Value.Duration(units * timeUnit(duration.millis())));
    } else if (value instanceof Value.Time time) {
      return time.plus(new Value.Duration(units * SECOND));
    } else if (value instanceof Value.Distance distance) {
      return new Value.Distance(Math.max(0, distance.units() + units * ONE));
    } else if (value instanceof Value.Speed speed) {
      return new Value.Speed(Math.max(0, speed.units() + units * ONE));
    }
    return value instanceof Version version ? step(version, units) : null;
  }

  private static @Nullable Version step(Version version, int units) {
    String text = version.toString();
    int dot = text.lastIndexOf('.');
    try {
      long last = Long.parseLong(text.substring(dot + 1)) + units;
      return last < 0 ? Version.parse("0") : Version.parse(text.substring(0, dot + 1) + last);
    } catch (NumberFormatException | InvalidText otherForm) {
      return null;
    }
  }

  private static long timeUnit(long millis) {
    for (long unit : new long[] {DAY, HOUR, MINUTE, SECOND}) {
      if (millis != 0 && millis % unit == 0) {
        return unit;
      }
    }
    return millis == 0 ? SECOND : 1;
  }

  private static long decimalUnit(long units) {
    long unit = ONE;
    while (unit > 1 && units % unit != 0) {
      unit /= 10;
    }
    return unit;
  }
}
