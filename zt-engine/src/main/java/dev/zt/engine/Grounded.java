package dev.zt.engine;

import dev.zt.Decision;

/** Decisions that say the same on other grounds. */
final class Grounded {
  private Grounded() {}

  /** The same decision on these grounds. */
  static Decision on(Decision.Grounds grounds, Decision decision) {
    if (decision instanceof Decision.Restrict restrict) {
      return new Decision.Restrict(grounds, restrict.obligations());
    }
    if (decision instanceof Decision.Challenge challenge) {
      return new Decision.Challenge(grounds, challenge.challenges());
    }
    return decision instanceof Decision.Deny deny
        ? new Decision.Deny(grounds, deny.cause(), deny.message())
        : new Decision.Permit(grounds);
  }
}
