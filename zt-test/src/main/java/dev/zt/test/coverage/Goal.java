package dev.zt.test.coverage;

import dev.zt.Decision;
import dev.zt.Explanation.Truth;
import java.util.function.Predicate;

/**
 * What a case has to show of a rule.
 *
 * @param conditions what the rule's atoms must come to for it
 * @param decision what the decision must be besides
 */
record Goal(Predicate<Truth[]> conditions, Predicate<Decision> decision) {
  static Goal of(Predicate<Truth[]> conditions) {
    return new Goal(conditions, decision -> true);
  }
}
