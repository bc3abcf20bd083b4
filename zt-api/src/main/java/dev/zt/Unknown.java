package dev.zt;

import java.util.Objects;

/**
 * An attribute that a decision needed and that was not known.
 *
 * @param path the attribute as a policy writes it, up to the first unknown, such as {@code
 *     subject.owner.level} or {@code Team "t1".parents}
 * @param cause why it is not known
 * @param detail a sentence for a person, such as {@code "many" is not an int}; empty when the cause
 *     says it all
 */
public record Unknown(String path, UnknownCause cause, String detail) {
  public Unknown {
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(detail, "detail");
  }

  /** The path and the cause, {@code device.edr STALE}. */
  @Override
  public String toString() {
    return detail.isEmpty() ? path + " " + cause : path + " " + cause + " (" + detail + ")";
  }
}
