package dev.zt.policy.value;

import static dev.zt.policy.value.InvalidTextAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CidrTest {
  private static boolean contains(String range, String address) {
    return Cidr.parse(range).contains(IpAddress.parse(address));
  }

  @Test
  void aRangeHoldsItsFirstAndLastAddressAndNoneBeyond() {
    assertThat(contains("10.0.0.0/8", "10.0.0.0")).isTrue();
    assertThat(contains("10.0.0.0/8", "10.255.255.255")).isTrue();
    assertThat(contains("10.0.0.0/8", "9.255.255.255")).isFalse();
    assertThat(contains("10.0.0.0/8", "11.0.0.0")).isFalse();
    assertThat(contains("2001:db8::/33", "2001:db8:7fff:ffff:ffff:ffff:ffff:ffff")).isTrue();
    assertThat(contains("2001:db8::/33", "2001:db8:8000::")).isFalse();
    assertThat(contains("2001:db8::8000:0:0:0/65", "2001:db8::8000:0:0:1")).isTrue();
    assertThat(contains("2001:db8::8000:0:0:0/65", "2001:db8::7fff:0:0:1")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.255.255.255",
    "0.0.0.0/0, 255.255.255.255",
    "10.1.2.3/32, 10.1.2.3",
    "2001:db8::/33, 2001:db8:7fff:ffff:ffff:ffff:ffff:ffff",
    "2001:db8::8000:0:0:0/65, 2001:db8::ffff:ffff:ffff:ffff",
    "::/0, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"
  })
  void aRangeKnowsItsLastAddress(String range, String last) {
    assertThat(Cidr.parse(range).last()).isEqualTo(IpAddress.parse(last));
  }

  @Test
  void everyFamilyIsListedByItself() {
    assertThat(contains("::/0", "10.1.2.3")).isFalse();
    assertThat(contains("::/0", "::ffff:10.1.2.3")).as("which is 10.1.2.3").isFalse();
    assertThat(contains("0.0.0.0/0", "::ffff:10.1.2.3")).isTrue();
    assertThat(contains("0.0.0.0/0", "::1")).isFalse();
    assertThat(Cidr.parse("::/0").contains(Cidr.parse("0.0.0.0/0"))).isFalse();
    assertThat(Cidr.parse("::/0").contains(Cidr.parse("2001:db8::/32"))).isTrue();
  }

  @Test
  void aMappedRangeIsTheIpv4Range() {
    assertThat(Cidr.parse("::ffff:10.0.0.0/104")).isEqualTo(Cidr.parse("10.0.0.0/8"));
    assertThat(Cidr.parse("::ffff:0:0/96")).hasToString("0.0.0.0/0");
    assertThat(Cidr.parse("::ffff:10.1.2.3/128")).hasToString("10.1.2.3/32");
  }

  @Test
  void aRangeWiderThanTheMappedOneStaysIpv6() {
    Cidr wide = Cidr.parse("::/80");
    assertThat(wide).hasToString("::/80");
    assertThat(wide.contains(IpAddress.parse("::ffff:10.1.2.3"))).isFalse();
    assertThat(wide.contains(IpAddress.parse("::1"))).isTrue();
    assertThat(Cidr.parse("::fffe:0:0/95").contains(IpAddress.parse("0.0.0.1"))).isFalse();
  }

  @Test
  void aRangeContainsTheRangesWithinIt() {
    assertThat(Cidr.parse("10.0.0.0/8").contains(Cidr.parse("10.1.0.0/16"))).isTrue();
    assertThat(Cidr.parse("10.0.0.0/8").contains(Cidr.parse("10.0.0.0/8"))).isTrue();
    assertThat(Cidr.parse("10.0.0.0/16").contains(Cidr.parse("10.0.0.0/8"))).isFalse();
    assertThat(Cidr.parse("10.0.0.0/8").contains(Cidr.parse("11.0.0.0/16"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "10.1.0.0/8 | `10.1.0.0/8` has host bits set | did you mean `10.0.0.0/8`?",
        "2001:db8::1/32 | `2001:db8::1/32` has host bits set | did you mean `2001:db8::/32`?",
        "::ffff:10.1.2.3/104 | `::ffff:10.1.2.3/104` has host bits set"
            + " | did you mean `10.0.0.0/8`?",
        "::ffff:10.0.0.0/95 | `::ffff:10.0.0.0/95` has host bits set"
            + " | did you mean `::fffe:0:0/95`?",
        "10.0.0.1 | `10.0.0.1` has no prefix length | did you mean `10.0.0.1/32`?",
        "::1 | `::1` has no prefix length | did you mean `::1/128`?",
        "10.0.0.0/33 | `10.0.0.0/33` has a prefix length beyond the address"
            + " | it is at most 32 for IPv4",
        "::/129 | `::/129` has a prefix length beyond the address | it is at most 128 for IPv6",
        "::/99999999999 | `::/99999999999` has a prefix length beyond the address"
            + " | it is at most 128 for IPv6",
        "10.0.0.0/08 | `10.0.0.0/08` is not a range of IP addresses"
            + " | a range is written like `10.0.0.0/8` or `2001:db8::/32`",
        "10.0.0.0/ | `10.0.0.0/` is not a range of IP addresses"
            + " | a range is written like `10.0.0.0/8` or `2001:db8::/32`",
        "10.0.0.0/+8 | `10.0.0.0/+8` is not a range of IP addresses"
            + " | a range is written like `10.0.0.0/8` or `2001:db8::/32`",
        "10.0.0.0/255.0.0.0 | `10.0.0.0/255.0.0.0` is not a range of IP addresses"
            + " | a range is written like `10.0.0.0/8` or `2001:db8::/32`",
        "10.0.0.0/8/8 | `10.0.0.0/8/8` is not a range of IP addresses"
            + " | a range is written like `10.0.0.0/8` or `2001:db8::/32`",
        "10.0/16 | `10.0/16` is not an IP address"
            + " | an IPv4 address has four parts, as in `10.0.0.1`",
        "/8 | `/8` is not an IP address | -",
        "[2001:db8::]/32 | `[2001:db8::]/32` is not an IP address: it has brackets | -",
        "office | `office` is not a range of IP addresses"
            + " | a range is written like `10.0.0.0/8` or `2001:db8::/32`",
      })
  void aBadRangeIsExplained(String text, String message, String help) {
    assertRefused(() -> Cidr.parse(text), message, help);
  }

  @Test
  void aRangeCannotBeMadeWithHostBits() {
    IpAddress address = IpAddress.parse("10.1.0.0");
    assertThatThrownBy(() -> new Cidr(address, 8)).hasMessage("`10.1.0.0/8` has host bits set");
    assertThatThrownBy(() -> new Cidr(address, 33)).isInstanceOf(InvalidText.class);
    assertThatThrownBy(() -> new Cidr(address, -1)).isInstanceOf(InvalidText.class);
  }

  @Property
  void containmentIsThatOfTheLeadingBits(
      @ForAll boolean v6,
      @ForAll long high,
      @ForAll long low,
      @ForAll @IntRange(max = 128) int length,
      @ForAll @IntRange(max = 127) int flipped) {
    int width = v6 ? 128 : 32;
    int prefix = length % (width + 1);
    IpAddress base = address(v6, high, low);
    Cidr range = new Cidr(base.masked(prefix), prefix);
    BigInteger bits = number(base).flipBit(flipped % width);
    IpAddress near = fromNumber(v6, bits);
    boolean sharesPrefix =
        bits.shiftRight(width - prefix).equals(number(range.network()).shiftRight(width - prefix));
    assertThat(range.contains(base)).isTrue();
    assertThat(range.contains(near)).isEqualTo(sharesPrefix);
    assertThat(Cidr.parse(range.toString()).network().masked(prefix)).isEqualTo(range.network());
  }

  @Property
  void aRangeContainsAnotherWhenItHoldsItsFirstAndLastAddress(
      @ForAll long high,
      @ForAll long low,
      @ForAll @IntRange(max = 128) int prefix,
      @ForAll @IntRange(max = 128) int otherPrefix,
      @ForAll @IntRange(max = 127) int flipped) {
    IpAddress base = new IpAddress(true, high, low);
    Cidr range = new Cidr(base.masked(prefix), prefix);
    IpAddress near = fromNumber(true, number(base).flipBit(flipped));
    Cidr other = new Cidr(near.masked(otherPrefix), otherPrefix);
    BigInteger size = BigInteger.ONE.shiftLeft(128 - otherPrefix);
    IpAddress last = fromNumber(true, number(other.network()).add(size).subtract(BigInteger.ONE));
    assertThat(range.contains(other))
        .isEqualTo(range.contains(other.network()) && range.contains(last));
  }

  private static IpAddress address(boolean v6, long high, long low) {
    return v6 ? new IpAddress(true, high, low) : new IpAddress(false, 0, low & 0xFFFF_FFFFL);
  }

  private static BigInteger number(IpAddress address) {
    return unsigned(address.high()).shiftLeft(64).or(unsigned(address.low()));
  }

  private static BigInteger unsigned(long half) {
    return new BigInteger(Long.toUnsignedString(half));
  }

  private static IpAddress fromNumber(boolean v6, BigInteger bits) {
    return address(v6, bits.shiftRight(64).longValue(), bits.longValue());
  }
}
