package dev.zt;

import java.util.Objects;

/**
 * How the decision of a session changed.
 *
 * @param session the session; its decision may have changed again
 * @param cause what led to it; the latest of several that came together
 * @param detail of what, such as {@code device laptop-7}; may be empty
 * @param before the decision that stood until then
 * @param after the decision that stands instead
 */
public record SessionChange(
    Session session, Cause cause, String detail, Decision before, Decision after) {
  public SessionChange {
    Objects.requireNonNull(session, "session");
    Objects.requireNonNull(cause, "cause");
    Objects.requireNonNull(detail, "detail");
    Objects.requireNonNull(before, "before");
    Objects.requireNonNull(after, "after");
  }

  /** What can change a decision. */
  public enum Cause {
    /** A signal was published, withdrawn or pulled. */
    SIGNAL,
    /** Time passed. */
    TIME,
    /** A grant began or ended. */
    GRANT,
    /** Something happened that a behavior counts. */
    BEHAVIOR,
    /** Another session of the subject was opened or ended. */
    SESSIONS,
    /** The application said that an entity changed. */
    ENTITY,
    /** Other policies are in force. */
    POLICIES,
    /** The session was revoked. */
    REVOKED,
    /** The session was closed. */
    CLOSED
  }
}
