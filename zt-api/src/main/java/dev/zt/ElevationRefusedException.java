package dev.zt;

import java.util.Objects;

/** What was asked of {@link Elevations} cannot be done, and nothing has changed. */
public final class ElevationRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Cause refusal;

  /** A refusal, with one sentence for a person. */
  public ElevationRefusedException(Cause refusal, String message) {
    super(message);
    this.refusal = Objects.requireNonNull(refusal, "refusal");
  }

  /** Why it was refused. */
  public Cause refusal() {
    return refusal;
  }

  /** Why something is refused. */
  public enum Cause {
    /** No elevation of that name is declared, or several are. */
    UNKNOWN_ELEVATION,
    /** The elevation is not for such subjects, or not for resources of that type. */
    OUT_OF_SCOPE,
    /** The grant would be longer than the policy allows, or shorter than a millisecond. */
    DURATION,
    /** The grant would begin in the past, or more than a year from now. */
    START,
    /** The policy asks for a reason. */
    REASON_MISSING,
    /** A text is longer than a store has to keep. */
    TEXT_TOO_LONG,
    /** More is pending or active than the store is to hold. */
    TOO_MANY,
    /** There is no grant with that id, or it was forgotten after it had ended. */
    UNKNOWN_GRANT,
    /** Nobody decides on what they asked for themselves. */
    OWN_REQUEST,
    /** The policy does not certainly say that this person may approve it. */
    NOT_AN_APPROVER
  }
}
