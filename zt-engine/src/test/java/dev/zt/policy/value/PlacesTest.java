package dev.zt.policy.value;

import static dev.zt.policy.value.InvalidTextAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.zt.policy.value.Value.Country;
import dev.zt.policy.value.Value.Distance;
import dev.zt.policy.value.Value.Point;
import dev.zt.policy.value.Value.Speed;
import java.util.Arrays;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {
  @ParameterizedTest
  @CsvSource({
    "50km, 500000, 50km",
    "0.5km, 5000, 0.5km",
    "0.0001km, 1, 0.0001km",
    "1.50km, 15000, 1.5km",
    "0km, 0, 0km",
    "10_000km, 100000000, 10000km"
  })
  void aDistanceIsReadExactly(String text, long units, String canonical) {
    assertThat(Distance.parse(text)).isEqualTo(new Distance(units)).hasToString(canonical);
  }

  @Test
  void aSpeedIsReadExactly() {
    assertThat(Speed.parse("900km/h")).isEqualTo(new Speed(9_000_000)).hasToString("900km/h");
    assertThat(Speed.parse("0.5km/h")).isLessThan(Speed.parse("0.5001km/h"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "50 km | `50 km` is not a number followed by `km` | did you mean `50km`?",
        "50KM | `50KM` is not a number followed by `km` | did you mean `50km`?",
        "50 | `50` is not a number followed by `km` | did you mean `50km`?",
        "5mi | `5mi` is not a number followed by `km` | -",
        "50km/h | `50km/h` is not a number followed by `km` | -",
        "far | `far` is not a distance | a distance is written like `50km`",
        "-5km | `-5km` is not a distance | a distance is written like `50km`",
        "'' | `` is not a distance | a distance is written like `50km`",
        ".5km | `.5km` is not a distance | -",
        "1..5km | `1..5km` is not a distance | -",
        "0.00001km | `0.00001km` has more than 4 decimal places"
            + " | a distance has at most 4 of them",
      })
  void aBadDistanceIsExplained(String text, String message, String help) {
    assertRefused(() -> Distance.parse(text), message, help);
  }

  @ParameterizedTest
  @ValueSource(strings = {"900kmh", "900kph", "900 km/h", "900km", "900"})
  void aSpeedInOtherWordsIsUnderstoodAndRefused(String text) {
    assertRefused(
        () -> Speed.parse(text),
        "`" + text + "` is not a number followed by `km/h`",
        "did you mean `900km/h`?");
  }

  @Test
  void aDistanceThatDoesNotFitIsOutOfRange() {
    InvalidText invalid =
        catchThrowableOfType(InvalidText.class, () -> Distance.parse("922337203685478km"));
    assertThat(invalid.outOfRange()).isTrue();
  }

  @Property
  void distancesAndSpeedsAreReadFromTheirText(@ForAll @LongRange(min = 0) long units) {
    assertThat(Distance.parse(new Distance(units).toString())).isEqualTo(new Distance(units));
    assertThat(Speed.parse(new Speed(units).toString())).isEqualTo(new Speed(units));
  }

  @Test
  void exactlyTheAssignedCountriesAreCountries() {
    int assigned = 0;
    for (char first = 'A'; first <= 'Z'; first++) {
      for (char second = 'A'; second <= 'Z'; second++) {
        assigned += isCountry("" + first + second) ? 1 : 0;
      }
    }
    assertThat(assigned).isEqualTo(249);
    assertThat(Arrays.asList(Locale.getISOCountries())).allMatch(PlacesTest::isCountry);
  }

  private static boolean isCountry(String code) {
    try {
      return Country.parse(code).code().equals(code);
    } catch (InvalidText e) {
      return false;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UK, GB",
    "EN, GB",
    "EL, GR",
    "de, DE",
    "uk, GB",
    "DEU, DE",
    "deu, DE",
    "USA, US",
    "GBR, GB",
    "Germany, DE",
    "germny, DE",
    "Frnace, FR",
    "' DE', DE"
  })
  void aCountryInOtherWordsIsUnderstoodAndRefused(String text, String code) {
    assertRefused(
        () -> Country.parse(text),
        "`" + text + "` is not an ISO 3166-1 alpha-2 country code",
        "did you mean `" + code + "`?");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "XX", "EU", "ZZ", "XK", "D", "QQQ", "Atlantis", "ＤＥ", "276"})
  void nothingIsSuggestedForWhatIsLikeNoCountry(String text) {
    assertRefused(
        () -> Country.parse(text),
        "`" + text + "` is not an ISO 3166-1 alpha-2 country code",
        null);
  }

  @Test
  void theWayBetweenCitiesIsThatOfTheHaversineFormula() {
    Point berlin = Point.of(52.52, 13.405);
    Point paris = Point.of(48.8566, 2.3522);
    // 877.46453792…, computed with the atan2 form of the great-circle distance.
    assertThat(berlin.distanceTo(paris)).isEqualTo(Distance.parse("877.4645km"));
    assertThat(paris.distanceTo(berlin)).isEqualTo(berlin.distanceTo(paris));
    assertThat(berlin.distanceTo(berlin)).isEqualTo(new Distance(0));
  }

  @Test
  void theLongestWayIsHalfTheCircumference() {
    // π · 6371.0088 = 20015.11444…
    Distance half = Distance.parse("20015.1144km");
    assertThat(Point.of(90, 0).distanceTo(Point.of(-90, 0))).isEqualTo(half);
    assertThat(Point.of(0, -90).distanceTo(Point.of(0, 90))).isEqualTo(half);
  }

  @Test
  void theWayAcrossTheDateLineIsTheShortOne() {
    assertThat(Point.of(0, 179.5).distanceTo(Point.of(0, -179.5)))
        .isEqualTo(Point.of(0, 0).distanceTo(Point.of(0, 1)));
  }

  @Property
  void everyWayIsBetweenNoneAndHalfTheCircumference(
      @ForAll @DoubleRange(min = -90, max = 90) double latitude,
      @ForAll @DoubleRange(min = -180, max = 180) double longitude,
      @ForAll @DoubleRange(min = -90, max = 90) double otherLatitude,
      @ForAll @DoubleRange(min = -180, max = 180) double otherLongitude) {
    Point from = Point.of(latitude, longitude);
    Point to = Point.of(otherLatitude, otherLongitude);
    assertThat(from.distanceTo(to).units()).isBetween(0L, 200_151_150L);
    assertThat(to.distanceTo(from)).isEqualTo(from.distanceTo(to));
  }

  @ParameterizedTest
  @CsvSource({
    "90.1, 0, latitude `90.1` is not between -90 and 90",
    "-91, 0, latitude `-91.0` is not between -90 and 90",
    "0, 180.5, longitude `180.5` is not between -180 and 180",
    "NaN, 0, latitude `NaN` is not between -90 and 90",
    "0, NaN, longitude `NaN` is not between -180 and 180",
    "Infinity, 0, latitude `Infinity` is not between -90 and 90",
    "0, -Infinity, longitude `-Infinity` is not between -180 and 180"
  })
  void aPlaceOffTheEarthIsRefused(double latitude, double longitude, String message) {
    assertRefused(() -> Point.of(latitude, longitude), message, null);
  }

  @Test
  void aNegativeZeroIsZero() {
    assertThat(Point.of(-0.0, -0.0)).isEqualTo(Point.of(0.0, 0.0));
    assertThat(Point.of(52.5, -0.0)).hasToString("{ lat: 52.5, lon: 0.0 }");
  }
}
