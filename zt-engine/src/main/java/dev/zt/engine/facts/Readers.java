package dev.zt.engine.facts;

import dev.zt.policy.Names;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Schedule;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The reader of each declared type. */
final class Readers {
  private final Map<String, EnumReader> enums = new HashMap<>();
  private final Map<String, String> typeByOutsideName;
  private final Map<String, Shape> structures = new HashMap<>();

  Readers(Schema schema, Map<String, String> typeByOutsideName, Intake intake) {
    this.typeByOutsideName = typeByOutsideName;
    for (Schema.Enumeration type : schema.enumerations().values()) {
      enums.put(type.name(), new EnumReader(type));
    }
    for (Schema.Structure type : schema.structures().values()) {
      Shape.Builder shape = new Shape.Builder(Names.simple(type.name()), intake);
      structures.put(type.name(), shape.fields(type.fields(), this).build());
    }
  }

  /** A reader that also takes what Java wraps optional values in. */
  ValueReader of(Type type) {
    ValueReader bare = plain(type instanceof Type.Optional optional ? optional.value() : type);
    ValueReader reader = type instanceof Type.Optional ? orNone(bare) : bare;
    return new ValueReader() {
      @Override
      public Reading read(@Nullable Object given, Allowance allowance) {
        Object unwrapped = unwrapped(given);
        return unwrapped instanceof Unread unread
            ? unread.reason()
            : reader.read(unwrapped, allowance);
      }

      @Override
      public @Nullable Function<Object, @Nullable Reading> plain(Class<?> javaType) {
        return bare.plain(javaType);
      }
    };
  }

  /** Whether reading a value of that type has no other effect: parts of records are counted. */
  static boolean isPlain(Type type) {
    if (type instanceof Type.Optional optional) {
      return isPlain(optional.value());
    }
    return type instanceof Type.SetOf set
        ? isPlain(set.element())
        : !(type instanceof Type.Structure);
  }

  private static ValueReader orNone(ValueReader reader) {
    return (given, allowance) -> given == null ? Value.NONE : reader.read(given, allowance);
  }

  private ValueReader plain(Type type) {
    if (type instanceof Type.Scalar scalar) {
      return scalar(scalar);
    }
    if (type instanceof Type.Enumeration enumeration) {
      EnumReader reader = enums.get(enumeration.name());
      if (reader == null) {
        throw new IllegalArgumentException("enum `" + enumeration.name() + "` is not declared");
      }
      return reader;
    }
    if (type instanceof Type.Structure structure) {
      return new StructureReader(structure.name(), "a record " + structure, structures);
    }
    if (type instanceof Type.Entity entity) {
      return new ReferenceReader(entity, typeByOutsideName);
    }
    if (type instanceof Type.SetOf set) {
      return new SetReader(of(set.element()));
    }
    return of(type);
  }

  private static ValueReader scalar(Type.Scalar scalar) {
    return switch (scalar) {
      case BOOL ->
          new PlainReader(
              Set.of(Boolean.class), given -> Value.Bool.of((Boolean) given), Readers::bool);
      case INT ->
          new PlainReader(Numbers.WHOLE, given -> Numbers.whole((Number) given), Numbers::integer);
      case DECIMAL -> Numbers::decimal;
      case STRING ->
          new PlainReader(
              Set.of(String.class), given -> Texts.plain((String) given), Texts::string);
      case DURATION -> Times::duration;
      case TIME ->
          new PlainReader(Set.of(Instant.class), given -> Times.time((Instant) given), Times::time);
      case DISTANCE -> Texts.typed("a distance", Value.Distance::parse);
      case SPEED -> Texts.typed("a speed", Value.Speed::parse);
      case VERSION -> Texts.typed("a version", Version::parse);
      case IP -> Networks.IP;
      case CIDR -> Texts.typed("a cidr", Cidr::parse);
      case COUNTRY -> Texts.typed("a country", Value.Country::parse);
      case POINT -> Points::read;
      case SCHEDULE -> Texts.typed("a schedule", Schedule::parse);
      case SPIFFE -> Networks::spiffe;
    };
  }

  private static Reading bool(@Nullable Object given, Allowance allowance) {
    if (given == null) {
      return Unusable.NULL;
    }
    return given instanceof Boolean truth
        ? Value.Bool.of(truth)
        : Unusable.mistyped(given, "a bool");
  }

  static @Nullable Object unwrapped(@Nullable Object given) {
    Object value = given;
    while (value instanceof Optional<?> optional) {
      value = optional.orElse(null);
    }
    if (value instanceof OptionalInt number) {
      return number.isPresent() ? number.getAsInt() : null;
    }
    if (value instanceof OptionalLong number) {
      return number.isPresent() ? number.getAsLong() : null;
    }
    if (value instanceof OptionalDouble number) {
      return number.isPresent() ? number.getAsDouble() : null;
    }
    return value;
  }
}
