package dev.zt.cli.needs;

/**
 * What an expression needs.
 *
 * @param whenTrue to be certainly true
 * @param whenFalse to be certainly false
 */
record Demand(Needs whenTrue, Needs whenFalse) {
  /** Knows nothing that has to be known. */
  static final Demand NOTHING = known(Needs.NOTHING);

  /** Something that has a value, of whatever kind, as soon as this is known. */
  static Demand known(Needs needs) {
    return new Demand(needs, needs);
  }

  /** To have a value at all. */
  Needs known() {
    return whenTrue.or(whenFalse);
  }

  Needs when(boolean truth) {
    return truth ? whenTrue : whenFalse;
  }

  Demand not() {
    return new Demand(/* whenTrue= */ whenFalse, /* whenFalse= */ whenTrue);
  }

  Demand and(Demand other) {
    return new Demand(whenTrue.and(other.whenTrue), whenFalse.or(other.whenFalse));
  }

  Demand or(Demand other) {
    return new Demand(whenTrue.or(other.whenTrue), whenFalse.and(other.whenFalse));
  }

  /** This, or what stands in for it. */
  Demand orElse(Demand standIn) {
    return new Demand(whenTrue.or(standIn.whenTrue), whenFalse.or(standIn.whenFalse));
  }
}
