package dev.zt.policy;

import java.util.Objects;

/**
 * One term of a risk score.
 *
 * @param weight what it adds when its condition holds; negative for {@code subtract}
 * @param condition when it counts
 */
public record RiskTerm(long weight, Expr condition) {
  public RiskTerm {
    Objects.requireNonNull(condition, "condition");
  }
}
