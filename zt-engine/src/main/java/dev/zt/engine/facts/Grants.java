package dev.zt.engine.facts;

import dev.zt.policy.value.Value;

/** Just-in-time grants, as a decision asks for them. Thread-safe; never throws. */
@FunctionalInterface
public interface Grants {
  /** Nobody has been granted anything. */
  Grants NONE = (elevation, subject, resource, now) -> Tenure.NEVER;

  /**
   * Whether a subject holds a grant that covers a resource.
   *
   * @param elevation the id of the elevation
   * @param now the instant of the decision in epoch milliseconds
   */
  Tenure tenure(String elevation, Value.Ref subject, Value.Ref resource, long now);

  /**
   * Whether a grant is active.
   *
   * @param active whether it is, at the instant that was asked for
   * @param until epoch milliseconds before which passing time alone does not change it; {@link
   *     Long#MAX_VALUE} for ever
   */
  record Tenure(boolean active, long until) {
    /** There is no grant and none is to begin. */
    public static final Tenure NEVER = new Tenure(false, Long.MAX_VALUE);
  }
}
