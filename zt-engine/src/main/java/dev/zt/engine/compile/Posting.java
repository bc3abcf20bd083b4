package dev.zt.engine.compile;

/**
 * What an index keeps under one set of keys: rules that are as true as the rest of their conditions
 * where one of the keys is met.
 *
 * @param number its place in the index
 * @param discriminators a bit for each that it has keys of
 * @param code the one rule there is, if it is true for ever; else what {@link #number(int)} takes
 *     for the posting's number
 */
record Posting(int number, long discriminators, Block rules, int code) {
  private static final int FIRST = Block.SEVERAL - 1;

  Posting(int number, long discriminators, Block rules) {
    this(number, discriminators, rules, code(number, rules));
  }

  private static int code(int number, Block rules) {
    int always = rules instanceof Block.Settled settled ? settled.sole() : Block.SEVERAL;
    return always == Block.SEVERAL ? FIRST - number : always;
  }

  /** Whether a code stands for a posting whose rules are still to be looked at. */
  static boolean isOpen(int code) {
    return code <= FIRST;
  }

  /** The number of the posting that such a code stands for. */
  static int number(int code) {
    return FIRST - code;
  }

  /**
   * What two codes come to, of which each may be {@link Block#NONE}: {@link Block#SEVERAL} where
   * they stand for different things.
   */
  static int both(int code, int other) {
    return code == Block.NONE || code == other ? other : other == Block.NONE ? code : Block.SEVERAL;
  }
}
