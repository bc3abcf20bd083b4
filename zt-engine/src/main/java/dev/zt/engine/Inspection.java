package dev.zt.engine;

import dev.zt.Explanation.Truth;
import dev.zt.engine.facts.Facts;
import dev.zt.engine.reference.Trace;
import dev.zt.policy.Expr;
import dev.zt.policy.Scope;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * One request at one instant, open to questions about the conditions of the policies that an {@link
 * Inspector} knows. For one thread.
 */
public final class Inspection {
  private final Facts facts;
  private final Trace trace;

  Inspection(Facts facts, Trace trace) {
    this.facts = facts;
    this.trace = trace;
  }

  /** Whether the targets of a scope hold the resource's type and the action. */
  public boolean targets(Scope scope) {
    return scope.targets(facts.resource().type(), facts.action());
  }

  /** Who asks, by the qualified name of the type. */
  public Value.Ref subject() {
    return facts.subject();
  }

  /** What it is asked on, by the qualified name of the type. */
  public Value.Ref resource() {
    return facts.resource();
  }

  /** What a condition comes to. */
  public Truth truth(Expr condition) {
    return trace.truth(condition);
  }

  /** The value of an expression, {@code none} among them; null when it is unknown. */
  public @Nullable Value value(Expr expr) {
    return trace.value(expr);
  }
}
