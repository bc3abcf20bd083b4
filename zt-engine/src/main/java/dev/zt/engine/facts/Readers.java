package dev.zt.engine.facts;

import dev.zt.policy.Names;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
      return new ScalarReader(scalar);
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
