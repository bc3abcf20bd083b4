package dev.zt.engine.compile;

import dev.zt.Decision;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;
import org.jspecify.annotations.Nullable;

/** What generated classes are: numbered blocks of rules, and numbered shortcuts. */
abstract class Code {
  /** Judges the rules of a block and leaves in the frame what they came to. */
  abstract void run(int block, Frame frame);

  /** The one rule of a block that is true, as {@link Block#sole} says. */
  abstract int sole(int block, BoundRequest request, Surroundings surroundings);

  /** Decides a request by a shortcut, or answers null where that takes the long way. */
  abstract @Nullable Decision decide(
      int shortcut, Shortcut self, BoundRequest request, Surroundings surroundings, long now);
}
