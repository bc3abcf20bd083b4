package dev.zt.engine.facts;

import dev.zt.policy.Names;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Constants of one declared enum: text that is exactly a name, or a constant of the application's
 * own enum whose name meets one.
 */
final class EnumReader implements ValueReader {
  private final String expected;
  private final ByName<Value> constants;
  private final Map<String, Value> byBareName;

  EnumReader(Schema.Enumeration type) {
    List<String> names = type.constants();
    Map<String, Value> all = new HashMap<>();
    for (int ordinal = 0; ordinal < names.size(); ordinal++) {
      String name = names.get(ordinal);
      all.put(name, new Value.EnumConstant(type.name(), name, ordinal));
    }
    expected = "a constant of " + Names.simple(type.name());
    constants = new ByName<>(all);
    byBareName = JavaName.byBare(all);
  }

  @Override
  public Reading read(@Nullable Object given, Allowance allowance) {
    if (given instanceof String text && Texts.isCovered(text, allowance)) {
      return named(text);
    }
    if (given instanceof Enum<?> java) {
      Value constant = constant(java);
      return constant == null ? Unusable.mistyped(given, expected) : constant;
    }
    return Texts.read(given, expected, allowance, this::named);
  }

  @Override
  @SuppressWarnings("EnumOrdinal") // of the class that the table is made of, while it is loaded
  public @Nullable Function<Object, @Nullable Reading> plain(Class<?> type) {
    if (type == String.class) {
      return given -> constants.get((String) given);
    }
    if (!type.isEnum()) {
      return null;
    }
    @Nullable Value[] byOrdinal =
        Arrays.stream(type.getEnumConstants())
            .map(each -> constant((Enum<?>) each))
            .toArray(Value[]::new);
    return given -> byOrdinal[((Enum<?>) given).ordinal()];
  }

  private @Nullable Value constant(Enum<?> java) {
    Value exact = constants.get(java.name());
    return exact == null ? byBareName.get(JavaName.bare(java.name())) : exact;
  }

  private Reading named(String text) {
    Value constant = constants.get(text);
    return constant == null ? Unusable.mistyped(text, expected) : constant;
  }
}
