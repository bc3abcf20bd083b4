package dev.zt.policy.value;

import static dev.zt.policy.value.InvalidTextAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zt.policy.value.Value.Decimal;
import dev.zt.policy.value.Value.Int;
import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
  @Test
  void anOverflowIsUnknownAndNeverWraps() {
    Int most = new Int(Long.MAX_VALUE);
    Int least = new Int(Long.MIN_VALUE);
    Int one = new Int(1);
    assertThat(most.plus(one)).isNull();
    assertThat(least.minus(one)).isNull();
    assertThat(least.times(new Int(-1))).isNull();
    assertThat(least.negated()).isNull();
    assertThat(most.negated()).isEqualTo(new Int(-Long.MAX_VALUE));
    assertThat(new Int(6).times(new Int(-7))).isEqualTo(new Int(-42));
  }

  @Property
  void arithmeticOfIntsIsExactOrUnknown(@ForAll long left, @ForAll long right) {
    BigInteger a = BigInteger.valueOf(left);
    BigInteger b = BigInteger.valueOf(right);
    assertThat(new Int(left).plus(new Int(right))).isEqualTo(intOrNull(a.add(b)));
    assertThat(new Int(left).minus(new Int(right))).isEqualTo(intOrNull(a.subtract(b)));
    assertThat(new Int(left).times(new Int(right))).isEqualTo(intOrNull(a.multiply(b)));
    assertThat(new Int(left).negated()).isEqualTo(intOrNull(a.negate()));
  }

  private static Int intOrNull(BigInteger exact) {
    return exact.bitLength() < Long.SIZE ? new Int(exact.longValue()) : null;
  }

  @Property
  void arithmeticOfDecimalsIsExactOrUnknown(@ForAll long left, @ForAll long right) {
    checkDecimals(left, right);
    checkDecimals(left >> 34, (right >> 44) * 100);
  }

  private static void checkDecimals(long left, long right) {
    BigDecimal a = BigDecimal.valueOf(left, 4);
    BigDecimal b = BigDecimal.valueOf(right, 4);
    Decimal x = new Decimal(left);
    Decimal y = new Decimal(right);
    assertThat(x.plus(y)).isEqualTo(decimalOrNull(a.add(b)));
    assertThat(x.minus(y)).isEqualTo(decimalOrNull(a.subtract(b)));
    assertThat(x.times(y)).isEqualTo(decimalOrNull(a.multiply(b)));
    assertThat(x.negated()).isEqualTo(decimalOrNull(a.negate()));
    assertThat(Integer.signum(x.compareTo(y))).isEqualTo(a.compareTo(b));
  }

  private static Decimal decimalOrNull(BigDecimal exact) {
    try {
      return new Decimal(exact.setScale(4).unscaledValue().longValueExact());
    } catch (ArithmeticException e) {
      return null;
    }
  }

  @Test
  void aProductThatNeedsAFifthDecimalPlaceIsUnknown() {
    assertThat(Decimal.parse("0.01").times(Decimal.parse("0.01"))).isEqualTo(new Decimal(1));
    assertThat(Decimal.parse("0.01").times(Decimal.parse("0.001"))).isNull();
  }

  @Test
  void anIntMayStandForADecimal() {
    assertThat(Decimal.of(new Int(-3))).isEqualTo(Decimal.parse("-3"));
    assertThat(Decimal.of(new Int(Long.MAX_VALUE / 10_000 + 1))).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "3, 3.0",
    "3.25, 3.25",
    "3.2500000, 3.25",
    "1.0000000, 1.0",
    "-0.5, -0.5",
    "-0, 0.0",
    "10_000.5, 10000.5",
    "007.5, 7.5",
    "0.0001, 0.0001",
    "922337203685477.5807, 922337203685477.5807",
    "-922337203685477.5808, -922337203685477.5808"
  })
  void aDecimalHasAtLeastOneDecimalPlaceInItsText(String text, String canonical) {
    assertThat(Decimal.parse(text)).hasToString(canonical);
    assertThat(Decimal.parse(canonical)).isEqualTo(Decimal.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", "-", ".", "1.", ".5", "1e3", "+1", "--1", "1_", "_1", "1__0", "1.2_3", "1.2.3", "1,5",
        " 1", "1 ", "٣", "NaN", "0x1", "1.-5"
      })
  void whatIsNoDecimalIsRefused(String text) {
    assertRefused(() -> Decimal.parse(text), "`" + text + "` is not a decimal", null);
  }

  @Test
  void aFifthDecimalPlaceIsRefused() {
    assertRefused(
        () -> Decimal.parse("1.23456"),
        "`1.23456` has more than 4 decimal places",
        "a decimal has at most 4 of them");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "922337203685477.5808",
        "-922337203685477.5809",
        "922337203685478",
        "-922337203685478",
        "99999999999999999999999999"
      })
  void aDecimalThatDoesNotFitIsOutOfRange(String text) {
    InvalidText invalid = catchThrowableOfType(InvalidText.class, () -> Decimal.parse(text));
    assertThat(invalid.outOfRange()).isTrue();
    assertThat(invalid.message()).isEqualTo("`" + text + "` is out of range for a decimal");
  }

  @Property
  void aDecimalIsReadFromItsText(@ForAll long units) {
    Decimal decimal = new Decimal(units);
    assertThat(Decimal.parse(decimal.toString())).isEqualTo(decimal);
  }
}
