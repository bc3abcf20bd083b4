package dev.zt.test.search;

import dev.zt.policy.Schema;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A value, and the values next to it on both sides: where a comparison changes. */
final class Neighbours {
  private static final long SECOND = 1_000;
  private static final long UNIT = 10_000;

  private final Schema schema;

  Neighbours(Schema schema) {
    this.schema = schema;
  }

  /** The value itself first. */
  List<Value> of(Value value) {
    List<Value> values = new ArrayList<>(List.of(value));
    if (value instanceof Value.EnumConstant constant) {
      others(constant, values);
    } else if (value instanceof Value.Bool bool) {
      values.add(Value.Bool.of(!bool.value()));
    } else if (value instanceof Version version) {
      versions(version, values);
    } else if (value instanceof Value.Ref ref) {
      values.add(new Value.Ref(ref.type(), ref.id().equals("other") ? "another" : "other"));
    } else if (value instanceof Value.Text text) {
      values.add(new Value.Text(text.value().equals("other") ? "another" : "other"));
    } else if (value instanceof Value.Country country) {
      values.add(new Value.Country(country.code().equals("US") ? "DE" : "US"));
    } else {
      add(numbered(value, -1), values);
      add(numbered(value, 1), values);
    }
    return values;
  }

  private void others(Value.EnumConstant constant, List<Value> values) {
    Schema.Enumeration declared = schema.enumerations().get(constant.type());
    List<String> names = declared == null ? List.of() : declared.constants();
    for (int i = 0; i < names.size(); i++) {
      if (i != constant.ordinal()) {
        values.add(new Value.EnumConstant(constant.type(), names.get(i), i));
      }
    }
  }

  private static void versions(Version version, List<Value> values) {
    values.add(Version.parse("0"));
    String text = version.toString();
    int end = text.indexOf('-');
    values.add(Version.parse((end < 0 ? text : text.substring(0, end)) + ".1"));
  }

  private static void add(@Nullable Value value, List<Value> values) {
    if (value != null) {
      values.add(value);
    }
  }

  /** The value so many units further on; null for what is not counted, and out of range. */
  private static @Nullable Value numbered(Value value, long steps) {
    if (value instanceof Value.Int number) {
      return number.plus(new Value.Int(steps));
    }
    if (value instanceof Value.Decimal decimal) {
      return decimal.plus(new Value.Decimal(steps * unit(decimal.units(), UNIT)));
    }
    if (value instanceof Value.Duration duration) {
      return duration.plus(new Value.Duration(steps * unit(duration.millis(), SECOND)));
    }
    if (value instanceof Value.Time time) {
      return time.plus(new Value.Duration(steps * unit(time.epochMillis(), SECOND)));
    }
    if (value instanceof Value.Distance distance) {
      return new Value.Distance(distance.units() + steps * unit(distance.units(), UNIT));
    }
    return value instanceof Value.Speed speed
        ? new Value.Speed(speed.units() + steps * unit(speed.units(), UNIT))
        : null;
  }

  /** The unit that a person would count in. */
  private static long unit(long value, long larger) {
    return value % larger == 0 ? larger : 1;
  }
}
