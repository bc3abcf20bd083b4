package dev.zt.engine;

import dev.zt.Request;
import dev.zt.engine.facts.Binding;
import dev.zt.engine.facts.Intake;
import dev.zt.engine.facts.Layout;
import dev.zt.engine.facts.Surroundings;
import dev.zt.engine.reference.ReferenceEvaluator;
import dev.zt.policy.PolicySet;
import java.time.Instant;
import java.util.Optional;

/**
 * Looks into a policy set while it judges a request: what does this condition come to? For tools
 * that measure tests and search for requests; an application asks an {@link Engine}.
 *
 * <p>Thread-safe.
 */
public final class Inspector {
  private final Layout layout;
  private final ReferenceEvaluator evaluator;

  private Inspector(PolicySet policies) {
    this.layout = Layout.of(policies.schema(), new Intake());
    this.evaluator = new ReferenceEvaluator(policies, obligation -> true);
  }

  /** An inspector of requests judged by these policies. */
  public static Inspector of(PolicySet policies) {
    return new Inspector(policies);
  }

  /**
   * A look at one request at one instant. An entity of which the request does not tell is not
   * looked up anywhere.
   *
   * @return nothing when the request names a type or an action that is not declared, so that no
   *     rule speaks of it
   */
  public Optional<Inspection> inspect(Request request, Instant now) {
    return inspect(request, now, Surroundings.NONE);
  }

  /** The same after something happened. */
  public Optional<Inspection> inspect(Request request, Instant now, Past past) {
    return inspect(request, now, past.surroundings());
  }

  private Optional<Inspection> inspect(Request request, Instant now, Surroundings surroundings) {
    return layout.bind(request, surroundings) instanceof Binding.Bound bound
        ? Optional.of(
            new Inspection(bound.facts(), evaluator.trace(bound.facts(), now.toEpochMilli())))
        : Optional.empty();
  }
}
