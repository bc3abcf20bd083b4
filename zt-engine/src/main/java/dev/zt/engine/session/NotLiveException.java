package dev.zt.engine.session;

import dev.zt.Decision;

/** A request is made in a session that is not live, or that is another subject's. */
public final class NotLiveException extends Exception {
  private final transient Decision.Deny denial;

  NotLiveException(Decision.Deny denial) {
    super(denial.message(), null, false, false);
    this.denial = denial;
  }

  /** What becomes of the request. */
  public Decision.Deny denial() {
    return denial;
  }
}
