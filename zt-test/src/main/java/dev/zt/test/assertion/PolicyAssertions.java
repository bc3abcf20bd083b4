package dev.zt.test.assertion;

import dev.zt.Authorizer;

/**
 * The door to what a test may expect of an authorizer.
 *
 * <pre>{@code
 * assertThat(authorizer).denies(request).because("acme.payroll.eu_only");
 * assertThat(authorizer).challenges(request).with("mfa");
 * }</pre>
 *
 * <p>It reads as AssertJ does and needs it not. Where a test imports the {@code assertThat} of both
 * statically, an authorizer comes here and everything else goes there.
 */
public final class PolicyAssertions {
  private PolicyAssertions() {}

  /** Begins to say what an authorizer must decide. */
  public static AuthorizerAssert assertThat(Authorizer authorizer) {
    return new AuthorizerAssert(authorizer, "");
  }
}
