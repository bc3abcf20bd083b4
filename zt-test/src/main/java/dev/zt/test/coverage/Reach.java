package dev.zt.test.coverage;

/** How near the cases of a suite came to a rule. */
public enum Reach {
  /** In some case it decided, alone or with others. */
  DECIDED,
  /** It was in scope, and other rules decided. */
  IN_SCOPE,
  /** No case asked for anything that it is about. */
  NEVER
}
