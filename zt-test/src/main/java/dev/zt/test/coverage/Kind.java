package dev.zt.test.coverage;

import dev.zt.policy.Effect;
import java.util.List;

/** What a covered part of a policy is, and how its outcomes are called. */
public enum Kind {
  /** A {@code permit}. */
  PERMIT("permits", "does not permit"),
  /** A {@code forbid}. */
  FORBID("forbids", "does not forbid"),
  /** A {@code restrict}. */
  RESTRICT("restricts", "does not restrict"),
  /** A {@code require}. */
  REQUIRE("is unmet", "does not apply"),
  /** An {@code elevation}. */
  ELEVATION("would permit with a grant", "would not permit");

  private final String strikes;
  private final String doesNot;

  Kind(String strikes, String doesNot) {
    this.strikes = strikes;
    this.doesNot = doesNot;
  }

  static Kind of(Effect effect) {
    return switch (effect) {
      case PERMIT -> PERMIT;
      case FORBID -> FORBID;
      case RESTRICT -> RESTRICT;
      case REQUIRE -> REQUIRE;
    };
  }

  /** Whether it gives access, so that its condition must certainly hold. */
  boolean opens() {
    return this == PERMIT || this == ELEVATION;
  }

  /** The verdicts that there are. */
  List<Verdict> verdicts() {
    return this == REQUIRE
        ? List.of(Verdict.STRIKES, Verdict.MET, Verdict.DOES_NOT)
        : List.of(Verdict.STRIKES, Verdict.DOES_NOT);
  }

  /** How a verdict is called. */
  String said(Verdict verdict) {
    return switch (verdict) {
      case STRIKES -> strikes;
      case MET -> "is met";
      case DOES_NOT -> doesNot;
    };
  }
}
