package dev.zt.engine.compile;

import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;

/**
 * Rules of one step that are judged together. It reports to the frame every rule that is true or
 * unknown, and of every timed rule until when it stands; a rule that is false for ever may be
 * passed over, which is what an index lives on.
 */
interface Block {
  /** What {@link #sole} answers where no rule is true and none ever will be. */
  int NONE = -1;

  /** What {@link #sole} answers where that takes more than a look. */
  int SEVERAL = -2;

  /** Judges the rules. */
  void run(Frame frame);

  /**
   * The number of the one rule that is true for ever, where the request itself says so and all
   * others are false for ever; else {@link #NONE} or {@link #SEVERAL}.
   */
  default int sole(BoundRequest request, Surroundings surroundings) {
    return SEVERAL;
  }

  /**
   * Rules that are judged one after the other.
   *
   * @param number the block in the generated class
   */
  record Straight(Code code, int number) implements Block {
    @Override
    public void run(Frame frame) {
      code.run(number, frame);
    }

    @Override
    public int sole(BoundRequest request, Surroundings surroundings) {
      return code.sole(number, request, surroundings);
    }
  }

  /** Rules that are true for ever. */
  final class Settled implements Block {
    private final int[] rules;

    Settled(int... rules) {
      this.rules = rules;
    }

    @Override
    public int sole(BoundRequest request, Surroundings surroundings) {
      return sole();
    }

    int sole() {
      return rules.length == 1 ? rules[0] : SEVERAL;
    }

    @Override
    public void run(Frame frame) {
      for (int rule : rules) {
        frame.foundTrue(rule);
      }
    }
  }

  /** Several blocks. */
  final class Sequence implements Block {
    private final Block[] blocks;

    Sequence(Block... blocks) {
      this.blocks = blocks;
    }

    @Override
    public void run(Frame frame) {
      for (Block block : blocks) {
        block.run(frame);
      }
    }

    @Override
    public int sole(BoundRequest request, Surroundings surroundings) {
      int sole = NONE;
      for (Block block : blocks) {
        int each = block.sole(request, surroundings);
        if (each == SEVERAL || (each != NONE && sole != NONE)) {
          return SEVERAL;
        }
        sole = each == NONE ? sole : each;
      }
      return sole;
    }
  }
}
