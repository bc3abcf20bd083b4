package dev.zt.test.coverage;

import dev.zt.policy.Expr;
import org.jspecify.annotations.Nullable;

/**
 * A condition without connectives, where it stands in a rule. Two places of one condition are two
 * atoms.
 *
 * @param number its number in the rule, from 0
 * @param part in which part of the rule it stands
 * @param through the use of the let or risk score through which it comes there, or null
 * @param scored whether it is a term of a risk score
 */
record Atom(int number, Expr condition, Part part, @Nullable Through through, boolean scored) {
  /** The parts of a rule that hold conditions. */
  enum Part {
    SUBJECTS,
    RESOURCES,
    WHEN,
    UNLESS,
    REQUIREMENT
  }
}
