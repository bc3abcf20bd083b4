package dev.zt.engine.facts;

import static dev.zt.engine.facts.ReadingAssert.assertThat;
import static dev.zt.engine.facts.World.read;
import static dev.zt.engine.facts.World.text;
import static dev.zt.policy.Type.Scalar.CIDR;
import static dev.zt.policy.Type.Scalar.COUNTRY;
import static dev.zt.policy.Type.Scalar.DISTANCE;
import static dev.zt.policy.Type.Scalar.INT;
import static dev.zt.policy.Type.Scalar.IP;
import static dev.zt.policy.Type.Scalar.POINT;
import static dev.zt.policy.Type.Scalar.SCHEDULE;
import static dev.zt.policy.Type.Scalar.SPEED;
import static dev.zt.policy.Type.Scalar.SPIFFE;
import static dev.zt.policy.Type.Scalar.STRING;
import static dev.zt.policy.Type.Scalar.VERSION;

import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.Schedule;
import dev.zt.policy.value.SpiffeId;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.math.BigDecimal;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextDataTest {
  private enum Color {
    DARK_RED
  }

  private record Coordinates(double lat, Optional<Double> lon) {}

  @Test
  void everyCharSequenceIsAString() {
    assertThat(read(STRING, "a")).isEqualTo(text("a"));
    assertThat(read(STRING, new StringBuilder("a"))).isEqualTo(text("a"));
    assertThat(read(STRING, "")).isEqualTo(text(""));
    assertThat(read(STRING, "𝛑")).isEqualTo(text("𝛑"));
    assertThat(read(STRING, Optional.of(Optional.of("a")))).isEqualTo(text("a"));
  }

  @Test
  void anEnumConstantIsAStringByItsName() {
    assertThat(read(STRING, Color.DARK_RED)).isEqualTo(text("DARK_RED"));
  }

  @Test
  void nothingElseIsAString() {
    assertThat(read(STRING, 7)).isMistyped("7 is not a string");
    assertThat(read(STRING, List.of("a"))).isMistyped("a list is not a string");
    assertThat(read(STRING, Map.of())).isMistyped("a map is not a string");
    assertThat(read(STRING, 'a')).isMistyped();
    assertThat(read(STRING, new char[] {'a'})).isMistyped();
    assertThat(read(STRING, new Object()))
        .isMistyped("an object of java.lang.Object is not a string");
  }

  @Test
  void textThatIsNotUnicodeIsMistyped() {
    assertThat(read(STRING, "a\uD800")).isMistyped("\"a\\u{D800}\" is not well-formed Unicode");
    assertThat(read(STRING, "\uDC00\uD800")).isMistyped();
    assertThat(read(STRING, "\uD800a")).isMistyped();
  }

  @Test
  void aTextMayHaveAMebiCharacter() {
    assertThat(read(STRING, "a".repeat(1 << 20))).isEqualTo(text("a".repeat(1 << 20)));
    assertThat(read(STRING, "a".repeat((1 << 20) + 1))).isOverflowed();
    assertThat(read(VERSION, "1".repeat((1 << 20) + 1))).isOverflowed();
  }

  @Test
  void aTextWhoseCodeThrowsIsFailed() {
    assertThat(read(STRING, new HostileText())).isFailed("reading it threw IllegalStateException");
  }

  @Test
  void longTextIsShownShortened() {
    assertThat(read(INT, "x".repeat(100_000)))
        .isMistyped("\"" + "x".repeat(60) + "\"… is not an int");
    assertThat(read(INT, "😀".repeat(100)))
        .isMistyped("\"" + "😀".repeat(30) + "\"… is not an int");
  }

  @Test
  void whatCannotBeSeenIsShownEscaped() {
    assertThat(read(INT, "a\n\u202E")).isMistyped("\"a\\n\\u{202E}\" is not an int");
  }

  @Test
  void typedTextIsReadByItsType() {
    assertThat(read(VERSION, "14.2")).isEqualTo(Version.parse("14.2"));
    assertThat(read(COUNTRY, "DE")).isEqualTo(new Value.Country("DE"));
    assertThat(read(DISTANCE, "50km")).isEqualTo(Value.Distance.parse("50km"));
    assertThat(read(SPEED, new StringBuilder("900km/h"))).isEqualTo(Value.Speed.parse("900km/h"));
    assertThat(read(CIDR, "10.0.0.0/8")).isEqualTo(Cidr.parse("10.0.0.0/8"));
    assertThat(read(SCHEDULE, "daily 08:00-18:00 UTC"))
        .isEqualTo(Schedule.parse("daily 08:00-18:00 UTC"));
  }

  @Test
  void badTypedTextIsMistyped() {
    assertThat(read(COUNTRY, "UK")).isMistyped("`UK` is not an ISO 3166-1 alpha-2 country code");
    assertThat(read(COUNTRY, "de")).isMistyped();
    assertThat(read(VERSION, 14)).isMistyped("14 is not a version");
    assertThat(read(IP, "010.8.8.8")).isMistyped();
    assertThat(read(CIDR, "10.0.0.1/8")).isMistyped();
  }

  @Test
  void typedTextOutOfRangeIsOverflowed() {
    assertThat(read(DISTANCE, "99999999999999999999km")).isOverflowed();
    assertThat(read(SPEED, "99999999999999999999km/h")).isOverflowed();
  }

  @Test
  void anAddressMayBeJavasOwn() throws UnknownHostException {
    assertThat(read(IP, InetAddress.getByName("10.1.2.3"))).isEqualTo(IpAddress.parse("10.1.2.3"));
    assertThat(read(IP, InetAddress.getByName("2001:db8::1")))
        .isEqualTo(IpAddress.parse("2001:db8::1"));
  }

  @Test
  void anAddressWithAZoneIsMistyped() throws UnknownHostException {
    byte[] linkLocal = InetAddress.getByName("fe80::1").getAddress();
    assertThat(read(IP, Inet6Address.getByAddress(null, linkLocal, 5))).isMistyped();
  }

  @Test
  void aSpiffeIdMayBeAUri() {
    assertThat(read(SPIFFE, URI.create("spiffe://acme.example/ns/web")))
        .isEqualTo(SpiffeId.parse("spiffe://acme.example/ns/web"));
    assertThat(read(SPIFFE, URI.create("https://acme.example"))).isMistyped();
  }

  @Test
  void aPointHasLatAndLon() {
    Value.Point berlin = Value.Point.of(52.52, 13.405);
    assertThat(read(POINT, Map.of("lat", 52.52, "lon", 13.405))).isEqualTo(berlin);
    assertThat(read(POINT, Map.of("lat", new BigDecimal("52.52"), "lon", 13.405, "alt", 34)))
        .isEqualTo(berlin);
    assertThat(read(POINT, new Coordinates(52.52, Optional.of(13.405)))).isEqualTo(berlin);
    assertThat(read(POINT, Map.of("lat", 0, "lon", 0))).isEqualTo(Value.Point.of(0, 0));
  }

  @Test
  void aPointWithoutOneOfThemIsMissing() {
    assertThat(read(POINT, Map.of("lat", 1))).isMissing();
    assertThat(read(POINT, new Coordinates(1, Optional.empty()))).isMissing();
    assertThat(read(POINT, World.nulls("lat"))).isMissing();
  }

  @Test
  void aPointOffTheGlobeIsMistyped() {
    assertThat(read(POINT, Map.of("lat", 91, "lon", 0))).isMistyped();
    assertThat(read(POINT, Map.of("lat", Double.NaN, "lon", 0))).isMistyped();
    assertThat(read(POINT, Map.of("lat", "52.52", "lon", 0))).isMistyped();
    assertThat(read(POINT, "52.52,13.405")).isMistyped("\"52.52,13.405\" is not a point");
    assertThat(read(POINT, List.of(52.52, 13.405))).isMistyped();
  }

  private static final class HostileText implements CharSequence {
    @Override
    public int length() {
      throw new IllegalStateException();
    }

    @Override
    public char charAt(int index) {
      throw new IllegalStateException();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      throw new IllegalStateException();
    }

    @Override
    public String toString() {
      throw new IllegalStateException();
    }
  }
}
