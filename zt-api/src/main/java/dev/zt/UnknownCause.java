package dev.zt;

/** Why an attribute is not known. */
public enum UnknownCause {
  /** Nobody gave it, or it was null where none is not a value. */
  MISSING,
  /** Its signal was observed too long ago, or carries no time of observation. */
  STALE,
  /** Its source threw or was late. */
  FAILED,
  /** The given value is not of the declared type. */
  MISTYPED,
  /** The value exceeds a limit, or arithmetic left the range of its type. */
  OVERFLOWED
}
