package dev.zt.dsl.check.lint;

import dev.zt.policy.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A condition that cannot come out as it must.
 *
 * @param shown what stands in the rule for it
 * @param wanted how that must come out
 * @param others the conditions that together rule it out; none when it never comes out so
 * @param why what makes it so, in the author's words, or null
 */
record Clash(Expr shown, boolean wanted, List<Atom> others, @Nullable String why) {
  Clash {
    others = List.copyOf(others);
  }
}
