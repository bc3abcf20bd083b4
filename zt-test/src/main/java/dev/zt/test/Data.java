package dev.zt.test;

import dev.zt.EntityRef;
import dev.zt.policy.Field;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values as an application would give them. */
final class Data {
  private static final int PLACES = 4;

  private final Schema schema;

  Data(Schema schema) {
    this.schema = schema;
  }

  /** The name that data use for an entity type. */
  String outside(String type) {
    Schema.Entity declared = schema.entities().get(type);
    return declared == null ? type : declared.outside();
  }

  /** The name that data use for a field. */
  static String outside(List<Field> declared, String field) {
    for (Field each : declared) {
      if (each.name().equals(field)) {
        return each.outside();
      }
    }
    return field;
  }

  /** A value as data. */
  @Nullable Object of(Value value) {
    if (value instanceof Value.Bool bool) {
      return bool.value();
    } else if (value instanceof Value.Int number) {
      return number.value();
    } else if (value instanceof Value.Text text) {
      return text.value();
    } else if (value instanceof Value.Decimal decimal) {
      return BigDecimal.valueOf(decimal.units(), PLACES);
    } else if (value instanceof Value.Duration duration) {
      return Duration.ofMillis(duration.millis());
    } else if (value instanceof Value.Time time) {
      return Instant.ofEpochMilli(time.epochMillis());
    } else if (value instanceof Value.EnumConstant constant) {
      return constant.name();
    } else if (value instanceof Value.Ref ref) {
      return EntityRef.of(outside(ref.type()), ref.id());
    } else if (value instanceof Value.Point point) {
      return Map.of("lat", point.latitude(), "lon", point.longitude());
    } else if (value instanceof Value.SetOf set) {
      return set.elements().stream().map(this::of).toList();
    } else if (value instanceof Value.Fields fields) {
      return structure(fields);
    } else if (value instanceof Value.None) {
      return null;
    }
    return value.toString();
  }

  private Map<String, @Nullable Object> structure(Value.Fields fields) {
    Schema.Structure type = schema.structures().get(fields.type());
    List<Field> declared = type == null ? List.of() : type.fields();
    Map<String, @Nullable Object> data = new LinkedHashMap<>();
    for (Map.Entry<String, Reading> field : fields.fields().entrySet()) {
      if (field.getValue() instanceof Value value) {
        data.put(outside(declared, field.getKey()), of(value));
      }
    }
    return data;
  }
}
