package dev.zt.engine.compile;

import org.jspecify.annotations.Nullable;

/** What counts for one resource type and action: by step, blocks of rules. */
final class Cell {
  private static final Block[] NONE = {};

  /** No rule is about it. */
  static final Cell EMPTY =
      new Cell(null, new Block[Step.COUNT][0], new Block[Step.COUNT][0], NONE);

  /** The reference decides. */
  static final Cell REFERENCE =
      new Cell(null, new Block[Step.COUNT][0], new Block[Step.COUNT][0], NONE);

  private final @Nullable Shortcut shortcut;
  private final Block[][] enforced;
  private final Block[][] shadow;
  private final Block[] shadowScopes;

  /**
   * The cell of these blocks.
   *
   * @param shortcut the way of the common request, if there is one
   * @param enforced by step, those of the rules in force
   * @param shadow by step, those of the rules that are only reported
   * @param shadowScopes in which each shadow rule stands for its scope alone
   */
  Cell(@Nullable Shortcut shortcut, Block[][] enforced, Block[][] shadow, Block[] shadowScopes) {
    this.shortcut = shortcut;
    this.enforced = enforced;
    this.shadow = shadow;
    this.shadowScopes = shadowScopes;
  }

  /** The way of the common request, if there is one. */
  @Nullable Shortcut shortcut() {
    return shortcut;
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
