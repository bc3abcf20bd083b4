package dev.zt.test.assertion;

import dev.zt.Decision;

/** What may be said of a permit. */
public final class PermitAssert extends DecisionAssert<PermitAssert> {
  private final Decision.Permit permit;

  PermitAssert(Answer answer, Decision.Permit permit) {
    super(answer);
    this.permit = permit;
  }

  @Override
  PermitAssert self() {
    return this;
  }

  @Override
  public Decision.Permit decision() {
    return permit;
  }
}
