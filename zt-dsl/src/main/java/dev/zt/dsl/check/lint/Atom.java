package dev.zt.dsl.check.lint;

import dev.zt.policy.Expr;

/**
 * A condition without connectives that must come out in a certain way.
 *
 * @param shown what stands in the rule for it: itself, or the use of a let that holds it
 * @param shownWanted how that must come out
 * @param depth in how many alternatives it stands
 */
record Atom(Expr condition, boolean wanted, Expr shown, boolean shownWanted, int depth) {}
