package dev.zt.test.coverage;

/** What one rule says of one request. */
enum Verdict {
  /** A permit gives access; anything else stands against the request. */
  STRIKES,
  /** It is a requirement, and met. */
  MET,
  /** It does not apply, or not certainly where that is needed. */
  DOES_NOT
}
