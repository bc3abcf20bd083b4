package dev.zt.test.search;

import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.SpiffeId;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Some value of a type, where any will do. */
final class Samples {
  private final Schema schema;
  private final Value.Time now;

  /**
   * Values for a situation.
   *
   * @param now the instant on its clock, which is the time at which most conditions on times turn
   */
  Samples(Schema schema, @Nullable Instant now) {
    this.schema = schema;
    this.now =
        now == null ? Value.Time.parse("2030-01-01T00:00:00Z") : new Value.Time(now.toEpochMilli());
  }

  /** A value; null for types of which none can be made up. */
  @Nullable Value of(Type type) {
    if (type instanceof Type.Optional optional) {
      return of(optional.value());
    }
    if (type instanceof Type.Enumeration enumeration) {
      Schema.Enumeration declared = schema.enumerations().get(enumeration.name());
      return declared == null
          ? null
          : new Value.EnumConstant(declared.name(), declared.constants().get(0), 0);
    }
    if (type instanceof Type.Entity entity) {
      return new Value.Ref(entity.candidates().get(0), "other");
    }
    if (type instanceof Type.SetOf) {
      return Value.SetOf.of(List.of());
    }
    return type instanceof Type.Scalar scalar ? of(scalar) : null;
  }

  private @Nullable Value of(Type.Scalar type) {
    return switch (type) {
      case BOOL -> Value.Bool.of(true);
      case INT -> new Value.Int(1);
      case DECIMAL -> new Value.Decimal(10_000);
      case STRING -> new Value.Text("other");
      case DURATION -> new Value.Duration(60_000);
      case TIME -> now;
      case DISTANCE -> new Value.Distance(10_000);
      case SPEED -> new Value.Speed(10_000);
      case VERSION -> Version.parse("1");
      case IP -> IpAddress.parse("192.0.2.1");
      case COUNTRY -> new Value.Country("DE");
      case POINT -> new Value.Point(0, 0);
      case SPIFFE -> SpiffeId.parse("spiffe://other.example/x");
      case CIDR, SCHEDULE -> null;
    };
  }
}
