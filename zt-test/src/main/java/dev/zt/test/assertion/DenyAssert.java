package dev.zt.test.assertion;

import dev.zt.Decision;
import dev.zt.DenyCause;
import java.util.Objects;

/** What may be said of a denial. */
public final class DenyAssert extends DecisionAssert<DenyAssert> {
  private final Decision.Deny denial;

  DenyAssert(Answer answer, Decision.Deny denial) {
    super(answer);
    this.denial = denial;
  }

  @Override
  DenyAssert self() {
    return this;
  }

  @Override
  public Decision.Deny decision() {
    return denial;
  }

  /** It is denied because nothing permits it, and nothing forbids it. */
  public DenyAssert byDefault() {
    return causedBy(DenyCause.NOT_PERMITTED);
  }

  /** This step of the decision denied. */
  public DenyAssert causedBy(DenyCause cause) {
    Objects.requireNonNull(cause, "cause");
    check(denial.cause() == cause, "expected " + cause + ", but it is " + denial.cause());
    return this;
  }
}
