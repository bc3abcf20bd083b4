package dev.zt.engine.compile;

/**
 * Rules of one step that are judged together. It reports to the frame every rule that is true or
 * unknown, and of every timed rule until when it stands; a rule that is false for ever may be
 * passed over, which is what an index lives on.
 */
interface Block {
  /** Judges the rules. */
  void run(Frame frame);

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
  }

  /** Rules that are true for ever. */
  final class Settled implements Block {
    private final int[] rules;

    Settled(int... rules) {
      this.rules = rules;
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
  }
}
