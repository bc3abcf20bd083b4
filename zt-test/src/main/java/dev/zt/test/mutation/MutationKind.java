package dev.zt.test.mutation;

/** The kinds of changes. */
public enum MutationKind {
  /** A rule or an elevation is left out. */
  DROP_RULE("drop a rule"),
  /** An operand of {@code and}, or a whole {@code when} or {@code unless}, is left out. */
  DROP_CONJUNCT("drop a conjunct"),
  /** A condition without {@code and}, {@code or} and {@code not} becomes its opposite. */
  NEGATE_ATOM("negate an atom"),
  /** {@code and} becomes {@code or}, or the other way round. */
  SWAP_CONNECTIVE("and↔or"),
  /** {@code <} becomes {@code <=}, {@code >} becomes {@code >=}, or the other way round. */
  SWAP_BOUND("<↔<="),
  /** The constant of a comparison by order moves by one unit, as it is written. */
  MOVE_THRESHOLD("move a threshold"),
  /** An element of a list, a subject, an action, a resource or a call is left out. */
  DROP_ELEMENT("drop an element"),
  /** A {@code forbid} is only reported. */
  SHADOW_FORBID("forbid→shadow forbid"),
  /** {@code else deny} becomes a challenge, {@code else challenge} a restriction. */
  WEAKEN_ELSE("weaken else"),
  /** A role becomes one that it includes, one entity its type, a list everything. */
  WIDEN_SCOPE("widen a role, type or action list"),
  /** A signal no longer grows stale. */
  REMOVE_FRESH("remove fresh"),
  /** {@code unless} becomes {@code when}, or the other way round. */
  SWAP_GUARD("unless↔when");

  private final String text;

  MutationKind(String text) {
    this.text = text;
  }

  /** As reports call it. */
  @Override
  public String toString() {
    return text;
  }
}
