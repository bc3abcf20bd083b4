package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values that arrive as numbers. */
final class Numbers {
  /** Java's types of whole numbers that fit. */
  static final Set<Class<?>> WHOLE = Set.of(Long.class, Integer.class, Short.class, Byte.class);

  private static final int PLACES = 4;
  private static final int MOST_DIGITS = 20;
  private static final int MOST_BITS = 4_096;
  private static final double DIGITS_PER_BIT = Math.log10(2);

  private Numbers() {}

  /** A number of one of the types that fit. */
  static Reading whole(Number given) {
    return new Value.Int(given.longValue());
  }

  /** A whole number; one that has been a floating-point number, or is written as one, is none. */
  static Reading integer(@Nullable Object given) {
    if (given == null) {
      return Unusable.NULL;
    }
    if (isLong(given)) {
      return whole((Number) given);
    }
    BigInteger whole =
        given instanceof BigInteger big
            ? big
            : given instanceof BigDecimal exact && exact.scale() == 0
                ? exact.unscaledValue()
                : null;
    if (whole == null) {
      return Unusable.mistyped(given, "an int");
    }
    return whole.bitLength() < Long.SIZE
        ? new Value.Int(whole.longValue())
        : Unusable.outOfRange(given, "an int");
  }

  /** A number with at most four places; zeros at its end do not count. */
  static Reading decimal(@Nullable Object given) {
    if (given == null) {
      return Unusable.NULL;
    }
    if (isLong(given)) {
      return decimal(BigDecimal.valueOf(((Number) given).longValue()), given);
    }
    if (given instanceof BigInteger whole) {
      return decimal(new BigDecimal(whole), given);
    }
    if (given instanceof BigDecimal exact) {
      return decimal(exact, given);
    }
    if (given instanceof Double || given instanceof Float) {
      double number = ((Number) given).doubleValue();
      if (Double.isNaN(number) || Double.isInfinite(number)) {
        return Unusable.mistyped(given, "a decimal");
      }
      BigDecimal shortest = shortest(new BigDecimal(number), given);
      return shortest == null
          ? Unusable.mistyped(given, "a decimal with at most 4 places")
          : decimal(shortest, given);
    }
    return Unusable.mistyped(given, "a decimal");
  }

  /** A number as floating point, or null when it is none. */
  static @Nullable Double floating(@Nullable Object given) {
    boolean readable =
        isLong(given)
            || given instanceof BigInteger
            || given instanceof BigDecimal
            || given instanceof Double
            || given instanceof Float;
    return readable && given instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
  }

  private static boolean isLong(@Nullable Object given) {
    return given instanceof Long
        || given instanceof Integer
        || given instanceof Short
        || given instanceof Byte;
  }

  /**
   * The number with the fewest places, at most four, that reads back as the same floating-point
   * number. {@code toString()} does not always find it before Java 19.
   */
  private static @Nullable BigDecimal shortest(BigDecimal exact, Object given) {
    for (int places = 0; places <= PLACES; places++) {
      BigDecimal rounded = exact.setScale(places, RoundingMode.HALF_EVEN);
      boolean same =
          given instanceof Float single
              ? rounded.floatValue() == single
              : rounded.doubleValue() == ((Number) given).doubleValue();
      if (same) {
        return rounded;
      }
    }
    return null;
  }

  /** Looks at the size first: rescaling {@code 1e1000000000} would take all memory there is. */
  private static Reading decimal(BigDecimal number, Object given) {
    if (number.signum() == 0) {
      return new Value.Decimal(0);
    }
    int bits = number.unscaledValue().bitLength();
    if (bits * DIGITS_PER_BIT - number.scale() > MOST_DIGITS + 1) {
      return Unusable.outOfRange(given, "a decimal");
    }
    if (bits > MOST_BITS) {
      return Unusable.mistyped(given, "a decimal with at most 4 places");
    }
    BigDecimal stripped = number.stripTrailingZeros();
    if (stripped.scale() > PLACES) {
      return Unusable.mistyped(given, "a decimal with at most 4 places");
    }
    BigInteger units = stripped.setScale(PLACES).unscaledValue();
    return units.bitLength() < Long.SIZE
        ? new Value.Decimal(units.longValue())
        : Unusable.outOfRange(given, "a decimal");
  }
}
