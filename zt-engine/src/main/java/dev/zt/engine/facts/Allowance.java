package dev.zt.engine.facts;

/**
 * How much work one attribute may be, so that no object graph, however it is shared or closed to a
 * cycle, keeps a check busy.
 */
final class Allowance {
  private static final int DEEPEST = 32;
  private static final int CHARACTERS_PER_UNIT = 64;

  private static final int UNITS = 1 << 20;

  private int units = UNITS;
  private int depth;
  private boolean secret;

  /** What another attribute may cost is not used up by this one. */
  void renew() {
    units = UNITS;
  }

  /** Whether nothing that is read may be shown. */
  boolean isSecret() {
    return secret;
  }

  /** Enters or leaves what may not be shown. */
  void secret(boolean hidden) {
    secret = hidden;
  }

  /** Whether one more value, with that many characters of text in it, is still allowed. */
  boolean covers(int characters) {
    units -= 1 + characters / CHARACTERS_PER_UNIT;
    return units >= 0;
  }

  /** Whether what is inside may be read; each success needs a {@link #leave}. */
  boolean enter() {
    if (depth == DEEPEST) {
      return false;
    }
    depth++;
    return true;
  }

  void leave() {
    depth--;
  }
}
