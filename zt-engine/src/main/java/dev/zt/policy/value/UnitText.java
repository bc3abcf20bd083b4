package dev.zt.policy.value;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Measures as text: a number with up to four decimal places and one fixed unit. */
enum UnitText {
  DISTANCE("distance", "km", Set.of("kms", "kilometer", "kilometers", "kilometre", "kilometres")),
  SPEED("speed", "km/h", Set.of("kmh", "kph", "kmph", "km/hr", "km"));

  private static final int LONGEST_REPAIRED = 40;

  private final String kind;
  private final String unit;

  @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
  private final Set<String> otherNames;

  UnitText(String kind, String unit, Set<String> otherNames) {
    this.kind = kind;
    this.unit = unit;
    this.otherNames = otherNames;
  }

  long parse(String text) {
    int numberEnd = numberEnd(text);
    if (numberEnd == 0) {
      throw InvalidText.because(
          Quoted.name(text) + " is not a " + kind,
          "a " + kind + " is written like `50" + unit + "`");
    }
    if (!unit.equals(text.substring(numberEnd))) {
      throw InvalidText.suggesting(
          Quoted.name(text) + " is not a number followed by " + Quoted.name(unit),
          () -> repaired(text, numberEnd));
    }
    return FixedPoint.parse(text.substring(0, numberEnd), text, kind);
  }

  String format(long units) {
    return FixedPoint.format(units, 0) + unit;
  }

  private @Nullable String repaired(String text, int numberEnd) {
    if (text.length() > LONGEST_REPAIRED) {
      return null;
    }
    String written = text.substring(numberEnd).replace(" ", "").toLowerCase(Locale.ROOT);
    if (!written.isEmpty() && !written.equals(unit) && !otherNames.contains(written)) {
      return null;
    }
    try {
      return format(parse(text.substring(0, numberEnd) + unit));
    } catch (InvalidText e) {
      return null;
    }
  }

  private static int numberEnd(String text) {
    int at = 0;
    while (at < text.length()
        && (Digits.is(text.charAt(at)) || "._".indexOf(text.charAt(at)) >= 0)) {
      at++;
    }
    return at;
  }
}
