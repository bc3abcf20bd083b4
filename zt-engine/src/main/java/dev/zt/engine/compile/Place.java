package dev.zt.engine.compile;

import java.util.List;

/** Where rules have their place in the generated classes, or an index of such places. */
@FunctionalInterface
interface Place {
  /** The block of the rules, once the classes are defined. */
  Block block(List<Code> defined);
}
