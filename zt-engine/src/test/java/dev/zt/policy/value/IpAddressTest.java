package dev.zt.policy.value;

import static dev.zt.policy.value.InvalidTextAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.0.0.0",
    "255.255.255.255, 255.255.255.255",
    "::, ::",
    "::1, ::1",
    "1::, 1::",
    "2001:DB8::1, 2001:db8::1",
    "2001:0db8:0:0:0:0:2:1, 2001:db8::2:1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "64:ff9b::192.0.2.33, 64:ff9b::c000:221",
    "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "::ffff:10.1.2.3, 10.1.2.3",
    "::ffff:a01:203, 10.1.2.3",
    "0:0:0:0:0:FFFF:0a01:0203, 10.1.2.3",
    "::10.1.2.3, ::a01:203"
  })
  void anAddressHasOneCanonicalText(String text, String canonical) {
    IpAddress address = IpAddress.parse(text);
    assertThat(address).hasToString(canonical);
    assertThat(IpAddress.parse(canonical)).isEqualTo(address).hasSameHashCodeAs(address);
    assertThat(address.isV6()).isEqualTo(canonical.contains(":"));
  }

  @Test
  void theIpv4CompatibleAddressIsNotTheIpv4One() {
    assertThat(IpAddress.parse("::10.1.2.3")).isNotEqualTo(IpAddress.parse("10.1.2.3"));
    assertThat(IpAddress.parse("::")).isNotEqualTo(IpAddress.parse("0.0.0.0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "10.0.0.1 ",
        " 10.0.0.1",
        "10.0.0.",
        ".10.0.0",
        "10..0.1",
        "10.0.0.1.",
        "1.2.3.-4",
        "1.2.3.+4",
        "1.2.3.0x4",
        "a.b.c.d",
        "localhost",
        "१०.0.0.1",
        "10.0.0.１",
        ":",
        ":::",
        "1::2::3",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1:",
        ":1",
        "1:2:3:4:5:6:7:",
        "12345::",
        "g::",
        "::1.2.3",
        "::1.2.3.4.5",
        "::01.2.3.4",
        "::256.2.3.4",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::1.2.3.4:5",
        "1.2.3.4::",
        "::ffff:1.2.3.4 ",
        "0000000000000000000000000000000000000000000000000000:",
        "::ｆ",
        "\u0000::1"
      })
  void whatIsNoAddressIsRefused(String text) {
    assertThatThrownBy(() -> IpAddress.parse(text)).isInstanceOf(InvalidText.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "'' | `` is not an IP address | -",
        "localhost | `localhost` is not an IP address | -",
        "10.1 | `10.1` is not an IP address | an IPv4 address has four parts, as in `10.0.0.1`",
        "1.2.3.4.5 | `1.2.3.4.5` is not an IP address"
            + " | an IPv4 address has four parts, as in `10.0.0.1`",
        "010.8.8.8 | `010.8.8.8` has a part with a leading zero, which some programs read as octal"
            + " | write every part in decimal, without leading zeros",
        "10.0.0.256 | `10.0.0.256` has a part above 255 | -",
        "fe80::1%eth0 | `fe80::1%eth0` has a zone id, which means something on one host only"
            + " | did you mean `fe80::1`?",
        "[2001:DB8::1] | `[2001:DB8::1]` is not an IP address: it has brackets"
            + " | did you mean `2001:db8::1`?",
        "[::1]:443 | `[::1]:443` is not an IP address: it has brackets | did you mean `::1`?",
        "10.0.0.1:443 | `10.0.0.1:443` is not an IP address: it has a port"
            + " | did you mean `10.0.0.1`?",
      })
  void aBadAddressIsExplained(String text, String message, String help) {
    assertRefused(() -> IpAddress.parse(text), message, help);
  }

  @Property
  void everyIpv4AddressIsReadFromItsText(@ForAll int bits) throws UnknownHostException {
    byte[] bytes = ByteBuffer.allocate(4).putInt(bits).array();
    String text = InetAddress.getByAddress(bytes).getHostAddress();
    assertThat(IpAddress.parse(text)).hasToString(text);
    assertThat(IpAddress.parse("::ffff:" + text)).isEqualTo(IpAddress.parse(text));
  }

  @Property
  void everyIpv6AddressIsReadFromItsText(
      @ForAll long high, @ForAll long low, @ForAll int zeroGroups) throws UnknownHostException {
    ByteBuffer bytes = ByteBuffer.allocate(16).putLong(high).putLong(low);
    for (int group = 0; group < 8; group++) {
      if ((zeroGroups >> group & 1) == 1) {
        bytes.putShort(2 * group, (short) 0);
      }
    }
    InetAddress same = InetAddress.getByAddress(bytes.array());
    IpAddress address = IpAddress.parse(same.getHostAddress());
    assertThat(IpAddress.parse(address.toString())).isEqualTo(address);
    assertThat(InetAddress.getByName(address.toString()).getHostAddress())
        .isEqualTo(same.getHostAddress());
  }

  @Property
  void addressesAreOrderedAsUnsignedNumbers(
      @ForAll long high, @ForAll long low, @ForAll long otherHigh, @ForAll long otherLow) {
    IpAddress one = new IpAddress(true, high, low);
    IpAddress other = new IpAddress(true, otherHigh, otherLow);
    assertThat(one.compareTo(other)).isEqualTo(-other.compareTo(one));
    assertThat(one.compareTo(other) == 0).isEqualTo(one.equals(other));
    assertThat(IpAddress.parse("255.255.255.255")).isLessThan(one);
  }
}
