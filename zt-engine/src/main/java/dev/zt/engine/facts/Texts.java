package dev.zt.engine.facts;

import dev.zt.UnknownCause;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.InvalidText;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values that arrive as text. */
final class Texts {
  /** The most UTF-16 units of a text. */
  static final int LONGEST = 1_048_576;

  private static final int SHORT = 256;

  private Texts() {}

  /** A text that is nothing but text; an enum constant is its name. */
  static Reading string(@Nullable Object given, Allowance allowance) {
    if (given instanceof String text && isCovered(text, allowance)) {
      return string(text);
    }
    return given instanceof Enum<?> constant
        ? string(constant.name())
        : read(given, "a string", allowance, Texts::string);
  }

  /** A text of at most {@link #LONGEST} units without half surrogate pairs. */
  static Reading string(String text) {
    if (text.length() > LONGEST) {
      return tooLong();
    }
    return isWellFormed(text)
        ? new Value.Text(text)
        : new Absent(UnknownCause.MISTYPED, Shown.literal(text) + " is not well-formed Unicode");
  }

  /** The same of a short text; null for a longer one. */
  static @Nullable Reading plain(String text) {
    return text.length() <= SHORT ? string(text) : null;
  }

  /** A reader of short texts. */
  static Function<Object, @Nullable Reading> shortly(Function<String, ? extends Value> parser) {
    return given ->
        given instanceof String text && text.length() <= SHORT ? parsed(text, parser) : null;
  }

  /** Whether a text is short enough to be read without further questions, and is allowed. */
  static boolean isCovered(String text, Allowance allowance) {
    return text.length() <= SHORT && allowance.covers(text.length());
  }

  /** Whether a text is a string without further questions. */
  static boolean isPlain(String text) {
    return text.length() <= SHORT && isWellFormed(text);
  }

  private static Reading parsed(String text, Function<String, ? extends Value> parser) {
    try {
      return parser.apply(text);
    } catch (InvalidText invalid) {
      return refused(invalid);
    }
  }

  static Absent refused(InvalidText invalid) {
    return new Absent(
        invalid.outOfRange() ? UnknownCause.OVERFLOWED : UnknownCause.MISTYPED, invalid.message());
  }

  static Reading read(
      @Nullable Object given,
      String expected,
      Allowance allowance,
      Function<String, ? extends Reading> meaning) {
    if (given == null) {
      return Unusable.NULL;
    }
    if (!(given instanceof CharSequence characters)) {
      return Unusable.mistyped(given, expected);
    }
    String text = characters.toString();
    if (text.length() > LONGEST) {
      return tooLong();
    }
    return allowance.covers(text.length()) ? meaning.apply(text) : Unusable.tooMuch();
  }

  private static Absent tooLong() {
    return Unusable.tooLarge("a text has at most 1,048,576 characters");
  }

  private static boolean isWellFormed(String text) {
    int length = text.length();
    for (int at = 0; at < length; at++) {
      char unit = text.charAt(at);
      if (Character.isSurrogate(unit)) {
        at++;
        if (at == length || !Character.isSurrogatePair(unit, text.charAt(at))) {
          return false;
        }
      }
    }
    return true;
  }
}
