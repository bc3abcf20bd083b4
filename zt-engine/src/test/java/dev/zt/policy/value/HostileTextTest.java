package dev.zt.policy.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever a text holds, a reader answers a value or refuses it, and soon. */
class HostileTextTest {
  private static final int MEGABYTE = 1 << 20;
  private static final Duration SOON = Duration.ofSeconds(2);

  @Test
  void longTextIsAnsweredSoon() {
    List<String> units =
        List.of(
            "1",
            "0",
            "9",
            "a",
            ".",
            ":",
            "::",
            "1.",
            "1:",
            "1h",
            "1d1h",
            "*",
            "?",
            "\\",
            "*a",
            "/",
            "spiffe://",
            "spiffe://a/",
            "Mon,",
            "Mon 08:00-09:00 UTC;",
            ";",
            " ",
            "-",
            "_",
            "1_",
            "+",
            "2026-03-02T09:00:00.",
            "\uD83D",
            "😀",
            "\u0000",
            "`",
            "\n",
            "km",
            "v");
    for (String unit : units) {
      for (String start : List.of("", "2026-03-02T09:00:00.", "spiffe://a/", "1", "10.0.0.0/")) {
        String text = start + unit.repeat(MEGABYTE / unit.length());
        Readers.ALL.forEach((name, reader) -> assertAnsweredSoon(name, reader, text));
      }
    }
  }

  private static void assertAnsweredSoon(
      String name, Function<String, Object> reader, String text) {
    long start = System.nanoTime();
    readOrRefuse(reader, text);
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .as("%s of %s…", name, text.substring(0, 30))
        .isLessThan(SOON);
  }

  private static void readOrRefuse(Function<String, Object> reader, String text) {
    try {
      Object value = reader.apply(text);
      assertThat(reader.apply(value.toString())).isEqualTo(value);
    } catch (InvalidText invalid) {
      InvalidTextAssert.assertThatItTeaches(invalid);
    }
  }

  @Property
  void arbitraryTextIsReadOrRefused(@ForAll String text) {
    Readers.ALL.values().forEach(reader -> readOrRefuse(reader, text));
  }

  @Provide
  Arbitrary<String> nearlyValid() {
    return Arbitraries.of(
            "Mon",
            "-",
            "Fri",
            ",",
            " ",
            "08:00",
            "24:00",
            "UTC",
            "Europe/Berlin",
            ";",
            "daily",
            "spiffe://",
            "a.b",
            "/",
            "*",
            "**",
            ".",
            "..",
            "::",
            ":",
            "ffff",
            "10",
            "1.2.3.4",
            "0",
            "01",
            "256",
            "/8",
            "/96",
            "%",
            "2026-03-02",
            "T",
            "09:00",
            ":00",
            ".5",
            "Z",
            "+01:00",
            "1",
            "h",
            "m",
            "ms",
            "d",
            "km",
            "/h",
            "alpha",
            "+",
            "\\",
            "?",
            "DE",
            "UK",
            "_")
        .list()
        .ofMaxSize(7)
        .map(parts -> String.join("", parts));
  }

  @Property(tries = 5_000)
  void nearlyValidTextIsReadOrRefused(@ForAll("nearlyValid") String text) {
    Readers.ALL.values().forEach(reader -> readOrRefuse(reader, text));
  }

  @Test
  void aSuggestionIsItselfValid() {
    List<String> slips =
        List.of(
            "UK",
            "deu",
            "10.1.0.0/8",
            "10.0.0.1",
            "v1.2",
            "2026-03-02",
            "15 min",
            "50",
            "[::1]",
            "Mon 8:00-09:00 UTC");
    for (String slip : slips) {
      Readers.ALL.forEach((name, reader) -> assertSuggestionIsValid(name, reader, slip));
    }
  }

  private static void assertSuggestionIsValid(
      String name, Function<String, Object> reader, String text) {
    try {
      reader.apply(text);
    } catch (InvalidText invalid) {
      String help = invalid.help();
      if (help != null && help.startsWith("did you mean `") && !name.equals("schedule")) {
        String suggestion = help.replaceAll("did you mean `(.*)`\\?", "$1");
        assertThat(reader.apply(suggestion)).as("%s of %s", name, suggestion).isNotNull();
      }
    }
  }
}
