package dev.zt.engine.compile;

/**
 * What an index keeps under one set of keys: rules that are as true as the rest of their conditions
 * where one of the keys is met.
 *
 * @param number its place in the index
 * @param discriminators a bit for each that it has keys of
 */
record Posting(int number, long discriminators, Block rules) {
  /** Stands for several, and for what takes more than a look to find out. */
  static final Posting SEVERAL = new Posting(-1, 0, new Block.Settled());

  boolean isSeveral() {
    return number < 0;
  }
}
