package dev.zt.policy.value;

import static dev.zt.policy.value.InvalidTextAssert.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "hr-*, hr-1, true",
    "hr-*, hr-, true",
    "hr-*, x-hr-1, false",
    "*hr*, x-hr-1, true",
    "*, '', true",
    "'', '', true",
    "'', a, false",
    "?, a, true",
    "?, '', false",
    "?, ab, false",
    "?, 😀, true",
    "??, 😀, false",
    "*?, '', false",
    "a*b*c, aXbXXc, true",
    "a*b*c, aXcXXb, false",
    "*.txt, a.txt.bak, false",
    "A*, abc, false",
    "a.c, abc, false",
    "[ab], a, false",
    "'{a,b}', a, false"
  })
  void theWholeTextMustMatch(String pattern, String text, boolean matches) {
    assertThat(Glob.parse(pattern).matches(text)).isEqualTo(matches);
  }

  @Test
  void aBackslashTakesTheNextCharacterAsItIs() {
    assertThat(Glob.parse("\\*").matches("*")).isTrue();
    assertThat(Glob.parse("\\*").matches("a")).isFalse();
    assertThat(Glob.parse("\\?").matches("?")).isTrue();
    assertThat(Glob.parse("\\\\").matches("\\")).isTrue();
    assertThat(Glob.parse("\\a\\😀").matches("a😀")).isTrue();
    assertThat(Glob.parse("\\\\*").matches("\\abc")).isTrue();
  }

  @Test
  void halfASurrogatePairInTheTextIsACodePoint() {
    assertThat(Glob.parse("?").matches("\uD83D")).isTrue();
    assertThat(Glob.parse("*a").matches("\uDE00a")).isTrue();
    assertThat(Glob.parse("😀").matches("\uD83D")).isFalse();
  }

  @Test
  void nothingIsNormalised() {
    assertThat(Glob.parse("\u00E9").matches("\u00E9")).isTrue();
    assertThat(Glob.parse("\u00E9").matches("e\u0301")).isFalse();
    assertThat(Glob.parse("??").matches("e\u0301")).isTrue();
  }

  @Test
  void aBackslashAtTheEndIsAnError() {
    assertRefused(
        () -> Glob.parse("abc\\"),
        "`abc\\` ends in a `\\` that escapes nothing",
        "a backslash itself is matched by `\\\\`");
    assertThatThrownBy(() -> Glob.parse("\\\\\\")).isInstanceOf(InvalidText.class);
  }

  @Test
  void halfASurrogatePairInThePatternIsAnError() {
    assertRefused(() -> Glob.parse("a\uD83Db"), "`a\\u{D83D}b` holds half a surrogate pair", null);
    assertThatThrownBy(() -> Glob.parse("\\\uDE00")).isInstanceOf(InvalidText.class);
  }

  @Test
  void theCanonicalTextEscapesOnlyWhatItMust() {
    assertThat(Glob.parse("\\a**?\\*\\\\")).hasToString("a*?\\*\\\\");
    assertThat(Glob.parse("a**")).isEqualTo(Glob.parse("\\a*"));
    assertThat(Glob.parse("a*")).isNotEqualTo(Glob.parse("a\\*"));
  }

  @Test
  @Timeout(10)
  void aPatternOfManyRunsIsQuick() {
    Glob glob = Glob.parse("*a".repeat(50) + "*b");
    assertThat(glob.matches("a".repeat(100_000))).isFalse();
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of("a", "b", "😀", "*", "?", "\\*", "\\\\", "\\a")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.of("a", "b", "😀", "*", "\\")
        .list()
        .ofMaxSize(8)
        .map(p -> String.join("", p));
  }

  @Property(tries = 5_000)
  void matchingIsWhatTheDefinitionSays(
      @ForAll("patterns") String pattern, @ForAll("texts") String text) {
    Glob glob = Glob.parse(pattern);
    boolean expected = matches(pattern.codePoints().toArray(), 0, text.codePoints().toArray(), 0);
    assertThat(glob.matches(text)).isEqualTo(expected);
    assertThat(Glob.parse(glob.toString())).isEqualTo(glob).hasSameHashCodeAs(glob);
    assertThat(Glob.parse(glob.toString()).matches(text)).isEqualTo(expected);
  }

  private static boolean matches(int[] pattern, int p, int[] text, int t) {
    if (p == pattern.length) {
      return t == text.length;
    }
    if (pattern[p] == '*') {
      return matches(pattern, p + 1, text, t)
          || (t < text.length && matches(pattern, p, text, t + 1));
    }
    int literal = pattern[p] == '\\' ? p + 1 : p;
    boolean any = literal == p && pattern[p] == '?';
    return t < text.length
        && (any || pattern[literal] == text[t])
        && matches(pattern, literal + 1, text, t + 1);
  }
}
