package dev.zt.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What every refusal of a text must be, and the words of a certain one. */
final class InvalidTextAssert {
  private InvalidTextAssert() {}

  /** Reading the text fails with this message and help; the help may be null. */
  static void assertRefused(Runnable reading, String message, String help) {
    InvalidText invalid = catchThrowableOfType(InvalidText.class, reading::run);
    assertThat(invalid).as(message).isNotNull();
    assertThat(invalid.message()).isEqualTo(message);
    assertThat(invalid.help()).isEqualTo(help);
    assertThatItTeaches(invalid);
  }

  static void assertThatItTeaches(InvalidText invalid) {
    assertThat(invalid.getMessage()).isEqualTo(invalid.message());
    assertThat(invalid.getStackTrace()).isEmpty();
    assertOneLine(invalid.message());
    assertThat(invalid.message()).contains("`").doesNotEndWith(".").hasSizeLessThan(600);
    if (invalid.help() != null) {
      assertOneLine(invalid.help());
    }
  }

  private static void assertOneLine(String text) {
    assertThat(text.codePoints())
        .isNotEmpty()
        .noneMatch(point -> Character.getType(point) == Character.CONTROL)
        .noneMatch(point -> Character.getType(point) == Character.SURROGATE)
        .noneMatch(point -> Character.getType(point) == Character.LINE_SEPARATOR);
  }
}
