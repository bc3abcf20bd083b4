package dev.zt.engine.facts;

import dev.zt.UnknownCause;
import dev.zt.policy.value.Absent;
import org.jspecify.annotations.Nullable;

/** Why something that was given is of no use. */
final class Unusable {
  /** A null where none is not a value. */
  static final Absent NULL = new Absent(UnknownCause.MISSING, "given as null");

  /** What is said of a value that may not be shown. */
  static final String SECRET = "what was given is secret";

  private Unusable() {}

  static Absent mistyped(Object given, String expected) {
    return new Absent(UnknownCause.MISTYPED, Shown.given(given) + " is not " + expected);
  }

  static Absent outOfRange(Object given, String expected) {
    return new Absent(
        UnknownCause.OVERFLOWED, Shown.given(given) + " is out of range for " + expected);
  }

  static Absent tooLarge(String limit) {
    return new Absent(UnknownCause.OVERFLOWED, limit);
  }

  static Absent tooMuch() {
    return tooLarge("it holds too much to be read");
  }

  /**
   * What running an application's code came to.
   *
   * @throws Error when the failure is one of the virtual machine and not of that code
   */
  static Absent failed(String what, Throwable failure) {
    if (failure instanceof VirtualMachineError machine
        && !(failure instanceof StackOverflowError)) {
      throw machine;
    }
    String message = message(failure);
    return new Absent(
        UnknownCause.FAILED,
        what
            + " threw "
            + Shown.cut(failure.getClass().getSimpleName())
            + (message == null || message.isBlank() ? "" : ": " + Shown.cut(message)));
  }

  private static @Nullable String message(Throwable failure) {
    try {
      return failure.getMessage();
    } catch (Exception | Error hostile) {
      return null;
    }
  }
}
