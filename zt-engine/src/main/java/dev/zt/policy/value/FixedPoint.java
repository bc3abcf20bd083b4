package dev.zt.policy.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Exact numbers with four decimal places, held in a long as units of 1/10,000. */
final class FixedPoint {
  static final long ONE = 10_000;
  private static final int PLACES = 4;
  private static final BigInteger BIG_ONE = BigInteger.valueOf(ONE);

  private FixedPoint() {}

  /**
   * Reads {@code 3}, {@code 3.25} or {@code -0.5}; {@code whole} is the text to name in errors.
   * Zeros at the end are no decimal places.
   */
  static long parse(String number, String whole, String kind) {
    boolean negative = number.startsWith("-");
    int start = negative ? 1 : 0;
    int point = number.indexOf('.');
    int end = point < 0 ? number.length() : point;
    int fractionStart = Math.min(end + 1, number.length());
    boolean wellFormed =
        Digits.grouped(number, start, end)
            && (point < 0
                || (fractionStart < number.length()
                    && Digits.end(number, fractionStart) == number.length()));
    if (!wellFormed) {
      throw InvalidText.because(Quoted.name(whole) + " is not a " + kind);
    }
    int fractionEnd = withoutTrailingZeros(number, fractionStart);
    if (fractionEnd - fractionStart > PLACES) {
      throw InvalidText.because(
          Quoted.name(whole) + " has more than 4 decimal places",
          "a " + kind + " has at most 4 of them");
    }
    long magnitude =
        magnitude(Digits.value(number, start, end), fraction(number, fractionStart, fractionEnd));
    if (magnitude < 0 && !(negative && magnitude == Long.MIN_VALUE)) {
      throw InvalidText.beyondRange(Quoted.name(whole) + " is out of range for a " + kind);
    }
    return negative ? -magnitude : magnitude;
  }

  private static int withoutTrailingZeros(String number, int fractionStart) {
    int end = number.length();
    while (end > fractionStart && number.charAt(end - 1) == '0') {
      end--;
    }
    return end;
  }

  /** Negative when it does not fit; then {@code Long.MIN_VALUE} is exactly 2^63. */
  private static long magnitude(long whole, int fraction) {
    if (whole == Digits.TOO_LARGE || whole > Long.MAX_VALUE / ONE) {
      return Digits.TOO_LARGE;
    }
    return whole * ONE + fraction;
  }

  private static int fraction(String number, int from, int to) {
    int fraction = 0;
    for (int place = 0; place < PLACES; place++) {
      int at = from + place;
      fraction = fraction * 10 + (at < to ? number.charAt(at) - '0' : 0);
    }
    return fraction;
  }

  /** The shortest text with at least {@code places} decimal places. */
  static String format(long units, int places) {
    BigDecimal shortest = BigDecimal.valueOf(units, PLACES).stripTrailingZeros();
    return shortest.setScale(Math.max(places, shortest.scale())).toPlainString();
  }

  /** The exact product, or null when it does not fit or needs a fifth decimal place. */
  static @Nullable Long product(long left, long right) {
    BigInteger[] exact =
        BigInteger.valueOf(left).multiply(BigInteger.valueOf(right)).divideAndRemainder(BIG_ONE);
    return exact[1].signum() == 0 && exact[0].bitLength() < Long.SIZE ? exact[0].longValue() : null;
  }
}
