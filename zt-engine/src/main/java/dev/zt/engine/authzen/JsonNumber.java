package dev.zt.engine.authzen;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Reads JSON numbers exactly: a {@link Long} or {@link BigInteger} when written without point and
 * exponent, a {@link BigDecimal} with a scale other than 0 when not.
 *
 * <p>Reading digits costs their square, so a number of more than {@value #LONGEST} characters, or
 * with an exponent beyond 32 bits, is not read: in its place stands one that is out of range for
 * every type of the language.
 */
final class JsonNumber {
  static final int LONGEST = 1_000;
  private static final int LONGEST_LONG = 18;
  private static final BigDecimal OUT_OF_RANGE = BigDecimal.ONE.scaleByPowerOfTen(LONGEST);

  private JsonNumber() {}

  static Number whole(String digits) {
    if (digits.length() <= LONGEST_LONG) {
      return Long.valueOf(digits);
    }
    BigInteger value =
        new BigInteger(digits.length() <= LONGEST ? digits : digits.substring(0, LONGEST));
    return value.bitLength() < Long.SIZE ? (Number) value.longValueExact() : value;
  }

  static BigDecimal decimal(String text) {
    if (text.length() > LONGEST) {
      return outOfRange(text);
    }
    try {
      BigDecimal value = new BigDecimal(text);
      return value.scale() == 0 ? value.setScale(1) : value;
    } catch (NumberFormatException exponentTooLarge) {
      return outOfRange(text);
    }
  }

  private static BigDecimal outOfRange(String text) {
    return text.startsWith("-") ? OUT_OF_RANGE.negate() : OUT_OF_RANGE;
  }
}
