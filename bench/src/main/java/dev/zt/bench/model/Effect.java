package dev.zt.bench.model;

/** What a rule does when it applies. */
public enum Effect {
  /** Gives access, if nothing speaks against it. */
  PERMIT,
  /** Takes access away. */
  FORBID,
  /** Takes access away unless its condition holds. */
  REQUIRE
}
