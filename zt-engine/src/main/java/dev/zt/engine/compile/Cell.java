package dev.zt.engine.compile;

import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What counts for one resource type and action: by step, blocks of rules. */
final class Cell {
  private static final Block[] NONE = {};

  /** No rule is about it. */
  static final Cell EMPTY =
      new Cell(null, new Block[Step.COUNT][0], new Block[Step.COUNT][0], NONE, List.of());

  private final @Nullable Shortcut shortcut;
  private final Block[][] enforced;
  private final Block[][] shadow;
  private final Block[] shadowScopes;
  private final String[] elevations;

  /**
   * The cell of these blocks.
   *
   * @param shortcut the way of the common request, if there is one
   * @param enforced by step, those of the rules in force
   * @param shadow by step, those of the rules that are only reported
   * @param shadowScopes in which each shadow rule stands for its scope alone
   * @param elevations the ids of those that may give access
   */
  Cell(
      @Nullable Shortcut shortcut,
      Block[][] enforced,
      Block[][] shadow,
      Block[] shadowScopes,
      List<String> elevations) {
    this.shortcut = shortcut;
    this.enforced = enforced;
    this.shadow = shadow;
    this.shadowScopes = shadowScopes;
    this.elevations = elevations.toArray(new String[0]);
  }

  /** The decision of a common request; null where that takes the long way. */
  @Nullable Decision decide(BoundRequest request, Surroundings surroundings, long now) {
    if (shortcut == null) {
      return null;
    }
    Decision decision = shortcut.decide(request, surroundings, now);
    return decision == null
            || elevations.length == 0
            || standsWithElevations(decision, request, surroundings, now)
        ? decision
        : null;
  }

  /**
   * Whether a decision that minds no elevation is right: none can give what is forbidden or replace
   * what is required, and none counts beside a permit that has not been granted.
   */
  private boolean standsWithElevations(
      Decision decision, BoundRequest request, Surroundings surroundings, long now) {
    if (decision instanceof Decision.Deny deny) {
      return deny.cause() != DenyCause.NOT_PERMITTED;
    }
    return !(decision instanceof Decision.Challenge) && !isLent(request, surroundings, now);
  }

  private boolean isLent(BoundRequest request, Surroundings surroundings, long now) {
    for (String elevation : elevations) {
      if (surroundings
          .grants()
          .tenure(elevation, request.subject(), request.resource(), now)
          .active()) {
        return true;
      }
    }
    return false;
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
