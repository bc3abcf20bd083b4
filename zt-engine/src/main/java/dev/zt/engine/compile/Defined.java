package dev.zt.engine.compile;

import java.util.IdentityHashMap;
import java.util.List;

/** Generated classes that are defined, and the blocks of places in them, each made once. */
final class Defined {
  private final List<Code> classes;
  private final IdentityHashMap<Place, Block> blocks = new IdentityHashMap<>();

  Defined(List<Code> classes) {
    this.classes = classes;
  }

  /** The class of that number. */
  Code code(int number) {
    return classes.get(number);
  }

  /** The blocks of places, in their order. */
  Block[] blocks(List<Place> places) {
    Block[] all = new Block[places.size()];
    for (int at = 0; at < all.length; at++) {
      all[at] = block(places.get(at));
    }
    return all;
  }

  /** The block of a place. */
  Block block(Place place) {
    Block known = blocks.get(place);
    if (known == null) {
      known = place.block(classes);
      blocks.put(place, known);
    }
    return known;
  }
}
