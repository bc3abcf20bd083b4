package dev.zt.test.search;

import dev.zt.Outcome;
import dev.zt.engine.Inspection;
import dev.zt.policy.PolicySet;
import java.util.Optional;

/** Where a search asks what would be. */
public interface Ground {
  /** The policies that it is about. */
  PolicySet policies();

  /** A look at the conditions; nothing where something is asked that is not declared. */
  Optional<Inspection> look(Setting setting);

  /** The outcome. */
  Outcome outcome(Setting setting);

  /** What was found to count for behaviors. */
  KnownSteps steps();
}
