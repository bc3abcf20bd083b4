package dev.zt.engine.compile;

import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;

/**
 * What an index keeps under one set of keys: rules that are as true as the rest of their conditions
 * where one of the keys is met.
 *
 * @param number its place in the index
 * @param discriminators a bit for each that it has keys of
 * @param always the one rule there is, if it is true for ever; else {@link Block#SEVERAL}
 */
record Posting(int number, long discriminators, Block rules, int always) {
  /** Stands for several, and for what takes more than a look to find out. */
  static final Posting SEVERAL = new Posting(-1, 0, new Block.Settled());

  Posting(int number, long discriminators, Block rules) {
    this(
        number,
        discriminators,
        rules,
        rules instanceof Block.Settled settled ? settled.sole() : Block.SEVERAL);
  }

  /** The rule that decides alone, as {@link Block#sole} says. */
  int sole(BoundRequest request, Surroundings surroundings) {
    return always == Block.SEVERAL ? rules.sole(request, surroundings) : always;
  }

  boolean isSeveral() {
    return number < 0;
  }
}
