package dev.zt.engine.compile;

/** What counts for one resource type and action: by step, blocks of rules. */
final class Cell {
  private static final Block[] NONE = {};

  /** No rule is about it. */
  static final Cell EMPTY = new Cell(new Block[Step.COUNT][0], new Block[Step.COUNT][0], NONE);

  /** The reference decides. */
  static final Cell REFERENCE = new Cell(new Block[Step.COUNT][0], new Block[Step.COUNT][0], NONE);

  private final Block[][] enforced;
  private final Block[][] shadow;
  private final Block[] shadowScopes;

  /**
   * The cell of these blocks.
   *
   * @param enforced by step, those of the rules in force
   * @param shadow by step, those of the rules that are only reported
   * @param shadowScopes in which each shadow rule stands for its scope alone
   */
  Cell(Block[][] enforced, Block[][] shadow, Block[] shadowScopes) {
    this.enforced = enforced;
    this.shadow = shadow;
    this.shadowScopes = shadowScopes;
  }

  /** Judges the rules of a step, with the shadow ones or without. */
  void run(Step step, boolean shadowed, Frame frame) {
    frame.beginStep();
    run(enforced[step.place()], frame);
    if (shadowed) {
      run(shadow[step.place()], frame);
    }
  }

  /** Whether there are rules of a step, with the shadow ones or without. */
  boolean has(Step step, boolean shadowed) {
    return enforced[step.place()].length > 0 || (shadowed && shadow[step.place()].length > 0);
  }

  /** Whether the request may be in the scope of a shadow rule. */
  boolean mayShadow(Frame frame) {
    if (shadowScopes.length == 0) {
      return false;
    }
    frame.beginStep();
    run(shadowScopes, frame);
    boolean may = frame.count() > 0;
    frame.restore(0);
    return may;
  }

  private static void run(Block[] blocks, Frame frame) {
    for (Block block : blocks) {
      block.run(frame);
    }
  }
}
