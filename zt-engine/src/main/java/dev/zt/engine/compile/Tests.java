package dev.zt.engine.compile;

import static dev.zt.engine.compile.Frame.FALSE;
import static dev.zt.engine.compile.Frame.TRUE;
import static dev.zt.engine.compile.Frame.UNKNOWN;

import dev.zt.policy.CompareOp;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.CidrSet;
import dev.zt.policy.value.Glob;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.SpiffeId;
import dev.zt.policy.value.SpiffePattern;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The tests that generated code calls: each answers a truth for readings, of which a null and a
 * none are unknown. They are small, so that the JIT puts them in place, and the constants among
 * their arguments with them.
 */
final class Tests {
  private Tests() {}

  private static int truth(boolean holds) {
    return holds ? TRUE : FALSE;
  }

  /** For which signs of a comparison an operator holds: bit 0 for less, 1 for equal, 2 for more. */
  static int signs(CompareOp op) {
    int signs = 0;
    for (int sign = -1; sign <= 1; sign++) {
      signs |= op.holds(sign) ? 1 << (sign + 1) : 0;
    }
    return signs;
  }

  static boolean holds(int signs, long a, long b) {
    return (signs & (a < b ? 1 : a == b ? 2 : 4)) != 0;
  }

  static int not(int truth) {
    return truth == UNKNOWN ? UNKNOWN : TRUE - truth;
  }

  // ---- one operand ----

  static int isTrue(@Nullable Reading reading) {
    return reading instanceof Value.Bool bool ? truth(bool.value()) : UNKNOWN;
  }

  static int isNone(@Nullable Reading reading) {
    return reading == Value.NONE ? TRUE : reading instanceof Value ? FALSE : UNKNOWN;
  }

  static int isKnown(@Nullable Reading reading) {
    return truth(reading instanceof Value);
  }

  static int isType(@Nullable Reading reading, String type) {
    return reading instanceof Value.Ref entity ? truth(entity.type().equals(type)) : UNKNOWN;
  }

  static int matches(@Nullable Reading text, Glob pattern) {
    return text instanceof Value.Text given ? truth(pattern.matches(given.value())) : UNKNOWN;
  }

  static int matches(@Nullable Reading id, SpiffePattern pattern) {
    return id instanceof SpiffeId given ? truth(pattern.matches(given)) : UNKNOWN;
  }

  static int among(@Nullable Reading reading, EnumSetOf constants) {
    return reading instanceof Value.EnumConstant given ? truth(constants.has(given)) : UNKNOWN;
  }

  static int among(@Nullable Reading reading, CountrySet countries) {
    return reading instanceof Value.Country given ? truth(countries.has(given)) : UNKNOWN;
  }

  static int among(@Nullable Reading reading, Set<?> values) {
    return reading instanceof Value given && given != Value.NONE
        ? truth(values.contains(given))
        : UNKNOWN;
  }

  static int among(@Nullable Reading address, CidrSet ranges) {
    return address instanceof IpAddress given ? truth(ranges.contains(given)) : UNKNOWN;
  }

  // ---- two operands ----

  static int same(@Nullable Reading a, @Nullable Reading b) {
    return a instanceof Value x && b instanceof Value y && x != Value.NONE && y != Value.NONE
        ? truth(x.equals(y))
        : UNKNOWN;
  }

  static int sameText(@Nullable Reading a, @Nullable Reading b) {
    return a instanceof Value.Text x && b instanceof Value.Text y
        ? truth(x.value().equals(y.value()))
        : UNKNOWN;
  }

  static int sameEntity(@Nullable Reading a, @Nullable Reading b) {
    return a instanceof Value.Ref x && b instanceof Value.Ref y
        ? truth(x.id().equals(y.id()) && x.type().equals(y.type()))
        : UNKNOWN;
  }

  static int sameCountry(@Nullable Reading a, @Nullable Reading b) {
    return a instanceof Value.Country x && b instanceof Value.Country y
        ? truth(x.code().equals(y.code()))
        : UNKNOWN;
  }

  static int compareInts(@Nullable Reading a, @Nullable Reading b, int signs) {
    return a instanceof Value.Int x && b instanceof Value.Int y
        ? truth(holds(signs, x.value(), y.value()))
        : UNKNOWN;
  }

  static int compareDecimals(@Nullable Reading a, @Nullable Reading b, int signs) {
    return a instanceof Value.Decimal x && b instanceof Value.Decimal y
        ? truth(holds(signs, x.units(), y.units()))
        : UNKNOWN;
  }

  static int compareDurations(@Nullable Reading a, @Nullable Reading b, int signs) {
    return a instanceof Value.Duration x && b instanceof Value.Duration y
        ? truth(holds(signs, x.millis(), y.millis()))
        : UNKNOWN;
  }

  static int compareTimes(@Nullable Reading a, @Nullable Reading b, int signs) {
    return a instanceof Value.Time x && b instanceof Value.Time y
        ? truth(holds(signs, x.epochMillis(), y.epochMillis()))
        : UNKNOWN;
  }

  static int compareDistances(@Nullable Reading a, @Nullable Reading b, int signs) {
    return a instanceof Value.Distance x && b instanceof Value.Distance y
        ? truth(holds(signs, x.units(), y.units()))
        : UNKNOWN;
  }

  static int compareSpeeds(@Nullable Reading a, @Nullable Reading b, int signs) {
    return a instanceof Value.Speed x && b instanceof Value.Speed y
        ? truth(holds(signs, x.units(), y.units()))
        : UNKNOWN;
  }

  static int compareEnums(@Nullable Reading a, @Nullable Reading b, int signs) {
    return a instanceof Value.EnumConstant x && b instanceof Value.EnumConstant y
        ? truth(holds(signs, x.ordinal(), y.ordinal()))
        : UNKNOWN;
  }

  static int compareVersions(@Nullable Reading a, @Nullable Reading b, int signs) {
    return a instanceof Version x && b instanceof Version y
        ? truth(holds(signs, x.compareTo(y), 0))
        : UNKNOWN;
  }

  static int startsWith(@Nullable Reading text, @Nullable Reading prefix) {
    return text instanceof Value.Text whole && prefix instanceof Value.Text part
        ? truth(whole.startsWith(part))
        : UNKNOWN;
  }

  static int endsWith(@Nullable Reading text, @Nullable Reading suffix) {
    return text instanceof Value.Text whole && suffix instanceof Value.Text part
        ? truth(whole.endsWith(part))
        : UNKNOWN;
  }

  /** A comparison that must hold of all scores between two, cut to 0 to 100. */
  static int score(long least, long most, int signs, long threshold) {
    long low = Math.max(0, Math.min(100, least));
    long high = Math.max(0, Math.min(100, most));
    boolean holds = holds(signs, low, threshold);
    boolean between = low <= threshold && threshold <= high;
    return holds == holds(signs, high, threshold)
            && (!between || holds == holds(signs, threshold, threshold))
        ? truth(holds)
        : UNKNOWN;
  }

  // ---- sets ----

  static int hasOne(@Nullable Reading names, NameSet wanted) {
    return names instanceof Value.SetOf given ? truth(wanted.meets(given)) : UNKNOWN;
  }

  /** Nothing is in an empty set, whatever it is. */
  static int contains(@Nullable Reading set, @Nullable Reading element) {
    if (!(set instanceof Value.SetOf given)) {
      return UNKNOWN;
    }
    if (given.elements().isEmpty()) {
      return FALSE;
    }
    return element == null || element instanceof Absent || element == Value.NONE
        ? UNKNOWN
        : truth(given.contains((Value) element));
  }

  static int containsAny(@Nullable Reading set, @Nullable Reading wanted) {
    if (wanted instanceof Value.SetOf sought && sought.elements().isEmpty()) {
      return FALSE;
    }
    return set instanceof Value.SetOf given && wanted instanceof Value.SetOf sought
        ? truth(given.containsAny(sought))
        : UNKNOWN;
  }

  static int containsAll(@Nullable Reading set, @Nullable Reading wanted) {
    if (wanted instanceof Value.SetOf sought && sought.elements().isEmpty()) {
      return TRUE;
    }
    return set instanceof Value.SetOf given && wanted instanceof Value.SetOf sought
        ? truth(given.containsAll(sought))
        : UNKNOWN;
  }
}
