package dev.zt.engine.compile;

import dev.zt.Obligation;
import dev.zt.policy.Consequence;
import dev.zt.policy.Rule;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The steps of a decision, in the order in which they are taken. */
enum Step {
  FORBID(0),
  PERMIT(1),
  /** What an elevation gives to whom it has been granted. */
  LENT(2),
  /** What an elevation would give, whether it has been granted or not. */
  OFFERED(3),
  DENY(4),
  CHALLENGE(5),
  RESTRICT(6);

  /** How many there are. */
  static final int COUNT = 7;

  private final int place;

  Step(int place) {
    this.place = place;
  }

  /** Its place in the order, counted from 0. */
  int place() {
    return place;
  }

  /** At which step a rule counts. */
  static Step of(Rule rule, Predicate<String> enforced) {
    return switch (rule.effect()) {
      case PERMIT -> PERMIT;
      case FORBID -> FORBID;
      case RESTRICT, REQUIRE -> of(rule.consequence(), enforced);
    };
  }

  private static Step of(@Nullable Consequence consequence, Predicate<String> enforced) {
    if (consequence instanceof Consequence.Challenged) {
      return CHALLENGE;
    }
    boolean carriedOut =
        consequence instanceof Consequence.Restricted restricted
            && restricted.obligations().stream().map(Obligation::name).allMatch(enforced);
    return carriedOut ? RESTRICT : DENY;
  }
}
