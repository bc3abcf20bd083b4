package dev.zt.policy.value;

import static dev.zt.policy.value.InvalidTextAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpiffeTest {
  private static final String PREFIX = "spiffe://acme.example";

  @Test
  void anIdHasATrustDomainAndSegments() {
    SpiffeId id = SpiffeId.parse("spiffe://acme.example/ns/web/sa/API_1");
    assertThat(id.trustDomain()).isEqualTo("acme.example");
    assertThat(id.segments()).containsExactly("ns", "web", "sa", "API_1");
    assertThat(id).hasToString("spiffe://acme.example/ns/web/sa/API_1");
    assertThat(SpiffeId.parse(PREFIX).segments()).isEmpty();
  }

  @Test
  void idsAreComparedByCharacter() {
    assertThat(SpiffeId.parse(PREFIX + "/a")).isEqualTo(SpiffeId.parse(PREFIX + "/a"));
    assertThat(SpiffeId.parse(PREFIX + "/a")).isNotEqualTo(SpiffeId.parse(PREFIX + "/A"));
    assertThat(SpiffeId.parse(PREFIX + "/A")).isLessThan(SpiffeId.parse(PREFIX + "/a"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "'' | `` does not begin with `spiffe://` | -",
        "https://acme.example/a | `https://acme.example/a` does not begin with `spiffe://` | -",
        "SPIFFE://acme.example/a | `SPIFFE://acme.example/a` does not begin with `spiffe://`"
            + " | did you mean `spiffe://acme.example/a`?",
        "spiffe:///a | `spiffe:///a` is not a SPIFFE id: the trust domain is missing | -",
        "spiffe://Acme.example/A | `spiffe://Acme.example/A` is not a SPIFFE id: the trust domain"
            + " may have lower-case letters, digits, `.`, `-` and `_` only"
            + " | did you mean `spiffe://acme.example/A`?",
        "spiffe://acme!/a | `spiffe://acme!/a` is not a SPIFFE id: the trust domain"
            + " may have lower-case letters, digits, `.`, `-` and `_` only | -",
        "spiffe://acme.example:443/a | `spiffe://acme.example:443/a` is not a SPIFFE id:"
            + " the trust domain cannot have a user or a port | -",
        "spiffe://me@acme.example/a | `spiffe://me@acme.example/a` is not a SPIFFE id:"
            + " the trust domain cannot have a user or a port | -",
        "spiffe://acme.example/ | `spiffe://acme.example/` is not a SPIFFE id:"
            + " the path ends in a slash | did you mean `spiffe://acme.example`?",
        "spiffe://acme.example/a/ | `spiffe://acme.example/a/` is not a SPIFFE id:"
            + " the path ends in a slash | did you mean `spiffe://acme.example/a`?",
        "spiffe://acme.example//a | `spiffe://acme.example//a` is not a SPIFFE id:"
            + " the path has an empty segment | -",
        "spiffe://acme.example/a/../b | `spiffe://acme.example/a/../b` is not a SPIFFE id:"
            + " the path has a dot segment | -",
        "spiffe://acme.example/a?b | `spiffe://acme.example/a?b` is not a SPIFFE id: the path may"
            + " have letters, digits, `.`, `-` and `_` only in a segment | -",
        "spiffe://acme.example/* | `spiffe://acme.example/*` is not a SPIFFE id: the path may"
            + " have letters, digits, `.`, `-` and `_` only in a segment | -",
      })
  void aBadIdIsExplained(String text, String message, String help) {
    assertRefused(() -> SpiffeId.parse(text), message, help);
  }

  @Test
  void idsHaveTheMaximumLengthOfTheStandard() {
    assertThat(SpiffeId.parse("spiffe://" + "a".repeat(255) + "/b").trustDomain()).hasSize(255);
    assertThatThrownBy(() -> SpiffeId.parse("spiffe://" + "a".repeat(256) + "/b"))
        .hasMessageEndingWith("the trust domain is longer than 255 bytes");
    String longest = PREFIX + "/" + "a".repeat(2048 - PREFIX.length() - 1);
    assertThat(SpiffeId.parse(longest).toString()).hasSize(2048);
    assertThatThrownBy(() -> SpiffeId.parse(longest + "a"))
        .hasMessageEndingWith("it is longer than 2048 bytes");
  }

  @ParameterizedTest
  @CsvSource({
    "/ns/web/*, /ns/web/api, true",
    "/ns/web/*, /ns/web, false",
    "/ns/web/*, /ns/web/api/1, false",
    "/ns/web/*, /ns/webby/api, false",
    "/ns/*/sa/api, /ns/web/sa/api, true",
    "/ns/*/sa/api, /ns/web/sa/API, false",
    "/**, '', true",
    "/**, /a, true",
    "/**, /a/b/c, true",
    "/a/**, /a, true",
    "/a/**, /ab, false",
    "/**/b, /b, true",
    "/**/b, /a/b/a/b, true",
    "/**/b, /a/b/a, false",
    "/**/*, '', false",
    "/**/*, /a, true",
    "/a/**/b/**/c, /a/x/b/y/z/c, true",
    "/a/**/b/**/c, /a/c/b, false",
    "'', '', true",
    "'', /a, false"
  })
  void aPatternMatchesTheWholeId(String pattern, String path, boolean matches) {
    assertThat(SpiffePattern.parse(PREFIX + pattern).matches(SpiffeId.parse(PREFIX + path)))
        .isEqualTo(matches);
  }

  @Test
  void aPatternMatchesItsOwnTrustDomainOnly() {
    SpiffePattern pattern = SpiffePattern.parse("spiffe://acme.example/**");
    assertThat(pattern.matches(SpiffeId.parse("spiffe://acme.example.evil/a"))).isFalse();
    assertThat(pattern.matches(SpiffeId.parse("spiffe://acme/a"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spiffe://*/a | `spiffe://*/a` is not a SPIFFE pattern: the trust domain cannot have a"
            + " wildcard",
        "spiffe://acme.example/web-* | `spiffe://acme.example/web-*` is not a SPIFFE pattern: a"
            + " wildcard is a whole segment of the path",
        "spiffe://acme.example/*** | `spiffe://acme.example/***` is not a SPIFFE pattern: a"
            + " wildcard is a whole segment of the path",
        "spiffe://acme.example/./* | `spiffe://acme.example/./*` is not a SPIFFE pattern: the"
            + " path has a dot segment",
        "spiffe://acme.example/a?/* | `spiffe://acme.example/a?/*` is not a SPIFFE pattern: the"
            + " path may have letters, digits, `.`, `-` and `_` only in a segment",
        "spiffe://acme.example//* | `spiffe://acme.example//*` is not a SPIFFE pattern: the path"
            + " has an empty segment"
      })
  void aBadPatternIsExplained(String text, String message) {
    assertRefused(() -> SpiffePattern.parse(text), message, null);
  }

  @Test
  @Timeout(5)
  void aPatternOfManyWildcardsIsQuick() {
    SpiffePattern pattern = SpiffePattern.parse(PREFIX + "/**/a".repeat(400) + "/b");
    assertThat(pattern.matches(SpiffeId.parse(PREFIX + "/a".repeat(1000)))).isFalse();
  }

  @Provide
  Arbitrary<List<String>> paths() {
    return Arbitraries.of("a", "b").list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<String>> patterns() {
    return Arbitraries.of("a", "b", "*", "**").list().ofMaxSize(6);
  }

  @Property(tries = 5_000)
  void matchingIsWhatTheDefinitionSays(
      @ForAll("patterns") List<String> pattern, @ForAll("paths") List<String> path) {
    SpiffePattern read = SpiffePattern.parse(text(pattern));
    assertThat(read.matches(SpiffeId.parse(text(path)))).isEqualTo(matches(pattern, path));
    assertThat(SpiffePattern.parse(read.toString())).isEqualTo(read).hasSameHashCodeAs(read);
  }

  private static String text(List<String> segments) {
    return segments.isEmpty() ? PREFIX : PREFIX + "/" + String.join("/", segments);
  }

  private static boolean matches(List<String> pattern, List<String> path) {
    if (pattern.isEmpty()) {
      return path.isEmpty();
    }
    List<String> rest = pattern.subList(1, pattern.size());
    if (pattern.get(0).equals("**")) {
      return matches(rest, path)
          || (!path.isEmpty() && matches(pattern, path.subList(1, path.size())));
    }
    return !path.isEmpty()
        && (pattern.get(0).equals("*") || pattern.get(0).equals(path.get(0)))
        && matches(rest, path.subList(1, path.size()));
  }
}
