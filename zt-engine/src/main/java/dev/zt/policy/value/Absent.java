package dev.zt.policy.value;

import dev.zt.UnknownCause;
import java.util.Objects;

/**
 * The absence of a value that a policy may ask for: an unknown.
 *
 * @param cause why it is absent
 * @param detail a clause for a person, such as {@code "many" is not an int}; may be empty
 */
public record Absent(UnknownCause cause, String detail) implements Reading {
  /** Nothing was given. */
  public static final Absent MISSING = new Absent(UnknownCause.MISSING, "");

  public Absent {
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(detail, "detail");
  }
}
