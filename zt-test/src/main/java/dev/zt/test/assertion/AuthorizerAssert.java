package dev.zt.test.assertion;

import dev.zt.Authorizer;
import dev.zt.Decision;
import dev.zt.Outcome;
import dev.zt.Request;
import java.util.Objects;

/**
 * What an authorizer must decide, request by request.
 *
 * <p>It asks by {@link Authorizer#preview}, so that nothing is remembered of a question. Whatever
 * is not as expected throws an {@link AssertionError} that says what was expected, what it is, and
 * how it came about: the deciding rules with their places, each condition with the values it saw,
 * and what was not known. Immutable.
 */
public final class AuthorizerAssert {
  private final Authorizer authorizer;
  private final String description;

  AuthorizerAssert(Authorizer authorizer, String description) {
    this.authorizer = Objects.requireNonNull(authorizer, "authorizer");
    this.description = Objects.requireNonNull(description, "description");
  }

  /** The same with a description, which failures begin with. */
  public AuthorizerAssert as(String newDescription) {
    return new AuthorizerAssert(authorizer, newDescription);
  }

  /** Access is given without condition. */
  public PermitAssert permits(Request request) {
    Answer answer = ask(request);
    return new PermitAssert(answer, answer.as(Decision.Permit.class, Outcome.PERMIT));
  }

  /** Access is given under obligations. */
  public RestrictAssert restricts(Request request) {
    Answer answer = ask(request);
    return new RestrictAssert(answer, answer.as(Decision.Restrict.class, Outcome.RESTRICT));
  }

  /** Access is refused until challenges are met. */
  public ChallengeAssert challenges(Request request) {
    Answer answer = ask(request);
    return new ChallengeAssert(answer, answer.as(Decision.Challenge.class, Outcome.CHALLENGE));
  }

  /** Access is refused. */
  public DenyAssert denies(Request request) {
    Answer answer = ask(request);
    return new DenyAssert(answer, answer.as(Decision.Deny.class, Outcome.DENY));
  }

  private Answer ask(Request request) {
    return new Answer(authorizer, request, authorizer.preview(request), description);
  }
}
