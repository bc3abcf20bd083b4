package dev.zt.engine.facts;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.policy.value.Quoted;
import dev.zt.policy.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an application gave, for a person to see: short, on one line, without running any of the
 * application's code.
 */
final class Shown {
  private static final int LONGEST = 60;
  private static final int MOST_BITS = 200;

  private Shown() {}

  static String given(@Nullable Object given) {
    if (given == null) {
      return "null";
    }
    if (given instanceof String text) {
      return literal(text);
    }
    if (given instanceof Enum<?> constant) {
      return cut(constant.name());
    }
    if (given instanceof EntityRef reference) {
      return cut(reference.type()) + " " + literal(reference.id());
    }
    if (given instanceof Entity entity) {
      return given(entity.reference());
    }
    return isPlain(given) ? given.toString() : kind(given);
  }

  /** A value that was read, of a type without parts. */
  static String value(Value value) {
    return value instanceof Value.Text text ? literal(text.value()) : cut(value.toString());
  }

  /** A string literal, cut when it is long. */
  static String literal(String text) {
    if (text.length() <= LONGEST) {
      return Quoted.literal(text);
    }
    boolean pair = Character.isSurrogatePair(text.charAt(LONGEST - 1), text.charAt(LONGEST));
    return Quoted.literal(text.substring(0, pair ? LONGEST - 1 : LONGEST)) + "…";
  }

  /** The text with everything escaped that is not seen, cut when it is long. */
  static String cut(String text) {
    String quoted = Quoted.name(text);
    return quoted.substring(1, quoted.length() - 1);
  }

  private static boolean isPlain(Object given) {
    return given instanceof Boolean
        || given instanceof Byte
        || given instanceof Short
        || given instanceof Integer
        || given instanceof Long
        || given instanceof Float
        || given instanceof Double
        || given instanceof Instant
        || given instanceof OffsetDateTime
        || given instanceof ZonedDateTime
        || given instanceof Duration
        || (given.getClass() == BigInteger.class && ((BigInteger) given).bitLength() <= MOST_BITS)
        || (given.getClass() == BigDecimal.class
            && ((BigDecimal) given).unscaledValue().bitLength() <= MOST_BITS);
  }

  private static String kind(Object given) {
    if (given instanceof Number) {
      return "a number";
    }
    if (given instanceof CharSequence) {
      return "a text";
    }
    if (given instanceof Map) {
      return "a map";
    }
    if (given instanceof Collection || given.getClass().isArray()) {
      return "a list";
    }
    return (given instanceof Record ? "a record " : "an object of ")
        + cut(given.getClass().getTypeName());
  }
}
