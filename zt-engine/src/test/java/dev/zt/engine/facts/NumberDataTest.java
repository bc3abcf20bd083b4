package dev.zt.engine.facts;

import static dev.zt.engine.facts.ReadingAssert.assertThat;
import static dev.zt.engine.facts.World.number;
import static dev.zt.engine.facts.World.read;
import static dev.zt.policy.Type.Scalar.BOOL;
import static dev.zt.policy.Type.Scalar.DECIMAL;
import static dev.zt.policy.Type.Scalar.INT;

import dev.zt.policy.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberDataTest {
  private static final BigInteger TWO_TO_63 = BigInteger.TWO.pow(63);

  @Test
  void everyIntegralTypeIsAnInt() {
    assertThat(read(INT, (byte) 7)).isEqualTo(number(7));
    assertThat(read(INT, (short) 7)).isEqualTo(number(7));
    assertThat(read(INT, 7)).isEqualTo(number(7));
    assertThat(read(INT, Long.MIN_VALUE)).isEqualTo(number(Long.MIN_VALUE));
    assertThat(read(INT, BigInteger.TEN)).isEqualTo(number(10));
    assertThat(read(INT, TWO_TO_63.negate())).isEqualTo(number(Long.MIN_VALUE));
    assertThat(read(INT, new BigDecimal("42"))).isEqualTo(number(42));
    assertThat(read(INT, OptionalInt.of(7))).isEqualTo(number(7));
    assertThat(read(INT, OptionalLong.of(7))).isEqualTo(number(7));
  }

  @Test
  void anIntThatDoesNotFitIsOverflowed() {
    assertThat(read(INT, TWO_TO_63)).isOverflowed();
    assertThat(read(INT, new BigDecimal(TWO_TO_63))).isOverflowed();
    assertThat(read(INT, BigInteger.ONE.shiftLeft(1_000_000))).isOverflowed();
  }

  @Test
  void whatHasBeenAFloatingPointNumberIsNoInt() {
    assertThat(read(INT, 3.0)).isMistyped("3.0 is not an int");
    assertThat(read(INT, 3f)).isMistyped();
    assertThat(read(INT, new BigDecimal("3.0"))).isMistyped();
    assertThat(read(INT, new BigDecimal("1e3"))).isMistyped();
    assertThat(read(INT, new BigDecimal("1e-1000000000"))).isMistyped();
    assertThat(read(INT, Double.NaN)).isMistyped("NaN is not an int");
    assertThat(read(INT, OptionalDouble.of(3))).isMistyped();
  }

  @Test
  void textIsNoNumber() {
    assertThat(read(INT, "many")).isMistyped("\"many\" is not an int");
    assertThat(read(INT, "7")).isMistyped();
    assertThat(read(DECIMAL, "7")).isMistyped("\"7\" is not a decimal");
    assertThat(read(INT, '7')).isMistyped();
    assertThat(read(INT, true)).isMistyped("true is not an int");
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 1000",
    "-0.0, 0",
    "3.25, 32500",
    "1e3, 10000000",
    "123456789012.1234, 1234567890121234",
    "922337203685477.5, 9223372036854775000",
    "2e-3, 20",
    "0.0001, 1"
  })
  void aDoubleIsReadByItsShortestForm(double given, long units) {
    assertThat(read(DECIMAL, given)).isEqualTo(new Value.Decimal(units));
  }

  @Test
  void aFloatIsReadByItsShortestForm() {
    assertThat(read(DECIMAL, 0.1f)).isEqualTo(new Value.Decimal(1_000));
    assertThat(read(DECIMAL, 16777216f)).isEqualTo(new Value.Decimal(167_772_160_000L));
  }

  @Test
  void decimalsComeFromEveryKindOfNumber() {
    assertThat(read(DECIMAL, 7)).isEqualTo(new Value.Decimal(70_000));
    assertThat(read(DECIMAL, BigInteger.TEN)).isEqualTo(new Value.Decimal(100_000));
    assertThat(read(DECIMAL, new BigDecimal("0.30000"))).isEqualTo(new Value.Decimal(3_000));
    assertThat(read(DECIMAL, new BigDecimal("0." + "3" + "0".repeat(900))))
        .isEqualTo(new Value.Decimal(3_000));
    assertThat(read(DECIMAL, new BigDecimal("1e3"))).isEqualTo(new Value.Decimal(10_000_000));
    assertThat(read(DECIMAL, new BigDecimal("0e1000000000"))).isEqualTo(new Value.Decimal(0));
    assertThat(read(DECIMAL, new BigDecimal("922337203685477.5807")))
        .isEqualTo(new Value.Decimal(Long.MAX_VALUE));
    assertThat(read(DECIMAL, OptionalDouble.of(0.5))).isEqualTo(new Value.Decimal(5_000));
  }

  @Test
  void aFifthPlaceIsMistyped() {
    assertThat(read(DECIMAL, 0.00001)).isMistyped();
    assertThat(read(DECIMAL, 1.0 / 3)).isMistyped();
    assertThat(read(DECIMAL, 1f / 3)).isMistyped();
    assertThat(read(DECIMAL, Double.MIN_VALUE)).isMistyped();
    assertThat(read(DECIMAL, new BigDecimal("0.00001"))).isMistyped();
    assertThat(read(DECIMAL, new BigDecimal("1e-1000000000"))).isMistyped();
    assertThat(read(DECIMAL, new BigDecimal("0." + "1".repeat(100_000)))).isMistyped();
  }

  @Test
  void aDecimalThatDoesNotFitIsOverflowed() {
    assertThat(read(DECIMAL, new BigDecimal("922337203685477.5808"))).isOverflowed();
    assertThat(read(DECIMAL, Long.MAX_VALUE)).isOverflowed();
    assertThat(read(DECIMAL, Double.MAX_VALUE)).isOverflowed();
    assertThat(read(DECIMAL, new BigDecimal("1e1000000000"))).isOverflowed();
    assertThat(read(DECIMAL, BigInteger.ONE.shiftLeft(10_000_000))).isOverflowed();
  }

  @Test
  void whatIsNotANumberIsNoDecimal() {
    assertThat(read(DECIMAL, Double.NaN)).isMistyped("NaN is not a decimal");
    assertThat(read(DECIMAL, Double.NEGATIVE_INFINITY)).isMistyped();
    assertThat(read(DECIMAL, Float.NaN)).isMistyped();
  }

  @Test
  void onlyABooleanIsABool() {
    assertThat(read(BOOL, true)).isEqualTo(Value.Bool.TRUE);
    assertThat(read(BOOL, Boolean.FALSE)).isEqualTo(Value.Bool.FALSE);
    assertThat(read(BOOL, "true")).isMistyped("\"true\" is not a bool");
    assertThat(read(BOOL, 1)).isMistyped();
  }

  @Test
  void aNumberWhoseCodeThrowsIsFailed() {
    BigInteger hostile =
        new BigInteger("7") {
          @Override
          public int bitLength() {
            throw new IllegalStateException("boom");
          }
        };
    assertThat(read(INT, hostile)).isFailed("reading it threw IllegalStateException: boom");
  }
}
