package dev.zt.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** What other projects and platforms say about the same texts. */
class VectorsTest {
  @Test
  void addressesAreReadAsStrictReadersReadThem() throws IOException {
    Vectors vectors = Vectors.read("ip/parse");
    for (JsonNode row : vectors.rows()) {
      String text = row.get("in").asText();
      boolean valid = row.get("valid").asBoolean();
      if (valid && text.contains("%")) {
        vectors.differsOnPurpose("zone id");
        assertRefused(text);
      } else if (valid && text.matches("(.*\\.)?0\\d[\\d.]*")) {
        vectors.differsOnPurpose("leading zeros in IPv4");
        assertRefused(text);
      } else if (row.hasNonNull("mapped_v4")) {
        IpAddress quad = IpAddress.parse(row.get("mapped_v4").asText());
        vectors.check(row, IpAddress.parse(text).equals(quad) && !quad.isV6());
      } else {
        boolean mapped = valid && !IpAddress.parse(text).isV6() && text.contains(":");
        boolean mayBeMapped = !row.has("mapped_v4");
        vectors.check(row, isAddress(text) == valid && (mayBeMapped || !mapped));
      }
    }
    vectors.report();
  }

  private static void assertRefused(String address) {
    assertThatThrownBy(() -> IpAddress.parse(address)).isInstanceOf(InvalidText.class);
  }

  private static boolean isAddress(String text) {
    try {
      IpAddress.parse(text);
      return true;
    } catch (InvalidText e) {
      return false;
    }
  }

  @Test
  void rangesContainWhatOthersSayTheyContain() throws IOException {
    Vectors vectors = Vectors.read("ip/cidr-contains");
    for (JsonNode row : vectors.rows()) {
      String container = row.get("container").asText();
      String containee = row.get("containee").asText();
      Cidr outer = maskedRange(container);
      boolean inside =
          containee.contains("/")
              ? outer.contains(maskedRange(containee))
              : outer.contains(IpAddress.parse(containee));
      boolean expected = row.get("expect").asBoolean();
      boolean oracle =
          row.hasNonNull("python_oracle") ? row.get("python_oracle").asBoolean() : expected;
      assertThat(inside).as("%s", row).isEqualTo(oracle);
      if (expected != oracle) {
        vectors.differsOnPurpose("a range is every address with its prefix (the oracle agrees)");
      } else if (hasHostBits(container) || hasHostBits(containee)) {
        vectors.differsOnPurpose("host bits are an error (holds for the range that is suggested)");
      } else {
        vectors.check(row, true);
      }
    }
    vectors.report();
  }

  private static boolean hasHostBits(String range) {
    if (!range.contains("/")) {
      return false;
    }
    try {
      Cidr.parse(range);
      return false;
    } catch (InvalidText e) {
      assertThat(e.message()).isEqualTo("`" + range + "` has host bits set");
      return true;
    }
  }

  /** The range, or the one that the error about its host bits suggests. */
  private static Cidr maskedRange(String range) {
    if (!hasHostBits(range)) {
      return Cidr.parse(range);
    }
    InvalidText invalid = catchThrowableOfType(InvalidText.class, () -> Cidr.parse(range));
    return Cidr.parse(invalid.help().replaceAll("did you mean `(.*)`\\?", "$1"));
  }

  @Test
  void versionsCompareAsInSemVer() throws IOException {
    Vectors vectors = Vectors.read("semver/cases");
    for (JsonNode row : vectors.rows()) {
      String fixture = row.get("fixture").asText();
      String first = row.get("args").get(0).asText();
      String second = row.get("args").path(1).asText();
      boolean loose = (first + second).matches(".*[=v ].*");
      if (fixture.equals("comparisons") && !loose) {
        int order = Version.parse(first).compareTo(Version.parse(second));
        int opposite = Version.parse(second).compareTo(Version.parse(first));
        vectors.check(row, order > 0 && opposite < 0);
      } else if (fixture.equals("equality") && !loose) {
        Version version = Version.parse(first);
        Version same = Version.parse(second);
        vectors.check(row, version.equals(same) && version.hashCode() == same.hashCode());
      } else if (fixture.equals("comparisons") || fixture.equals("equality")) {
        vectors.differsOnPurpose("leading `v`, `=` or blank");
        assertThat(isVersion(first) && isVersion(second)).as("%s", row).isFalse();
      } else if (fixture.equals("invalid-versions")) {
        vectors.check(row, !isVersion(first));
      } else {
        vectors.isNotMappable("the language has no version ranges");
      }
    }
    vectors.report();
  }

  private static boolean isVersion(String text) {
    try {
      Version.parse(text);
      return true;
    } catch (InvalidText e) {
      return false;
    }
  }

  @Test
  void spiffeIdsAreReadAsTheStandardSays() throws IOException {
    Vectors vectors = Vectors.read("spiffe/ids");
    for (JsonNode row : vectors.rows()) {
      String text = row.get("input").asText();
      vectors.check(row, row.get("valid").asBoolean() ? holds(row, text) : !isSpiffe(text));
    }
    vectors.report();
  }

  private static boolean holds(JsonNode row, String text) {
    SpiffeId id = SpiffeId.parse(text);
    String path = row.get("path").asText();
    return id.trustDomain().equals(row.get("trust_domain").asText())
        && (id.segments().isEmpty() ? "" : "/" + String.join("/", id.segments())).equals(path)
        && id.toString().equals(text);
  }

  private static boolean isSpiffe(String text) {
    try {
      SpiffeId.parse(text);
      return true;
    } catch (InvalidText e) {
      return false;
    }
  }

  @Test
  void schedulesFollowTheWallClockAcrossClockChanges() throws IOException {
    Vectors vectors = Vectors.read("time/tz-transitions");
    for (JsonNode row : vectors.rows()) {
      String zone = row.get("zone").asText();
      long millis = row.get("epoch").asLong() * 1000;
      LocalDateTime local = LocalDateTime.parse(row.get("local").asText());
      int offset = row.get("offset_s").asInt();
      int known =
          ZoneId.of(zone).getRules().getOffset(Instant.ofEpochMilli(millis)).getTotalSeconds();
      if (known == offset) {
        vectors.check(row, followsTheWallClock(zone, millis, local, row.get("dow").asInt()));
      } else {
        vectors.isNotMappable("another release of the time zone database");
      }
    }
    vectors.report();
  }

  private static boolean followsTheWallClock(
      String zone, long millis, LocalDateTime local, int weekday) {
    String day = ScheduleEntry.shortName(DayOfWeek.of(weekday));
    String before = ScheduleEntry.shortName(DayOfWeek.of(weekday).minus(1));
    String after = ScheduleEntry.shortName(DayOfWeek.of(weekday).plus(1));
    String start = clock(local.getHour() * 60 + local.getMinute());
    String end = clock(local.getHour() * 60 + local.getMinute() + 1);
    boolean ofItsMinute = contains(day + " " + start + "-" + end + " " + zone, millis);
    boolean ofTheDay = contains(day + " 00:00-24:00 " + zone, millis);
    boolean ofOtherDays = contains(after + "-" + before + " 00:00-24:00 " + zone, millis);
    boolean laterThatDay =
        !end.equals("24:00") && contains(day + " " + end + "-24:00 " + zone, millis);
    boolean earlierThatDay =
        !start.equals("00:00") && contains(day + " 00:00-" + start + " " + zone, millis);
    boolean pastMidnight =
        contains((local.getHour() < 12 ? before : day) + " 12:00-" + "11:59 " + zone, millis);
    return ofItsMinute
        && ofTheDay
        && !ofOtherDays
        && !laterThatDay
        && !earlierThatDay
        && pastMidnight == !start.equals("11:59");
  }

  private static boolean contains(String schedule, long millis) {
    return Schedule.parse(schedule).contains(millis);
  }

  private static String clock(int minute) {
    return String.format("%02d:%02d", minute / 60, minute % 60);
  }

  @Test
  void hostileTextIsReadOrRefusedAndNothingElse() throws IOException {
    Vectors vectors = Vectors.read("strings/naughty");
    for (JsonNode row : vectors.rows()) {
      String text = row.get("s").asText();
      Readers.ALL.forEach((name, reader) -> assertReadOrRefused(name, reader, text));
      vectors.check(row, true);
    }
    vectors.report();
  }

  private static void assertReadOrRefused(
      String name, java.util.function.Function<String, Object> reader, String text) {
    try {
      Object value = reader.apply(text);
      assertThat(reader.apply(value.toString())).as("%s of `%s`", name, text).isEqualTo(value);
    } catch (InvalidText invalid) {
      InvalidTextAssert.assertThatItTeaches(invalid);
    }
  }
}
