package dev.zt.policy;

import dev.zt.Challenge;
import dev.zt.Obligation;
import java.util.List;

/** What an unmet requirement or restriction leads to. */
public sealed interface Consequence {
  /** Access is refused. */
  record Deny() implements Consequence {
    @Override
    public String toString() {
      return "Deny[]";
    }
  }

  /**
   * Access is refused until the challenges are met.
   *
   * @param challenges as written; a {@code one of} is one entry
   */
  record Challenged(List<Challenge> challenges) implements Consequence {
    public Challenged {
      challenges = List.copyOf(challenges);
    }
  }

  /**
   * Access is given under obligations.
   *
   * @param obligations as written
   */
  record Restricted(List<Obligation> obligations) implements Consequence {
    public Restricted {
      obligations = List.copyOf(obligations);
    }
  }
}
