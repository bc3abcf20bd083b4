package dev.zt.engine.compile;

import dev.zt.Decision;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Layout;
import dev.zt.engine.facts.Surroundings;
import dev.zt.engine.reference.ReferenceEvaluator;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Schema;
import java.util.List;
import java.util.function.Predicate;

/**
 * Decides as the {@link ReferenceEvaluator} does, by code that was generated for the policy set.
 * Immutable and thread-safe.
 */
public final class CompiledEvaluator {
  private static final ThreadLocal<Frame> FRAMES = ThreadLocal.withInitial(Frame::new);

  /** By number of resource type and of action. */
  private final Cell[][] cells;

  private final Ruling ruling;
  private final int shared;
  private final ReferenceEvaluator reference;

  private CompiledEvaluator(
      Cell[][] cells, Ruling ruling, int shared, ReferenceEvaluator reference) {
    this.cells = cells;
    this.ruling = ruling;
    this.shared = shared;
    this.reference = reference;
  }

  static CompiledEvaluator of(
      PolicySet policies,
      Predicate<String> enforced,
      List<Provision> provisions,
      int shared,
      Layout layout) {
    Vocabulary vocabulary = new Vocabulary(policies, layout);
    Ruling ruling = new Ruling(provisions, policies.policyVersion(), vocabulary);
    Emitter emitter = new Emitter(vocabulary);
    return new CompiledEvaluator(
        cells(policies.schema(), layout, Dispatch.of(provisions, ruling, emitter)),
        ruling,
        shared,
        new ReferenceEvaluator(policies, enforced));
  }

  private static Cell[][] cells(Schema schema, Layout layout, Dispatch dispatch) {
    Cell[][] cells = new Cell[layout.entityTypes()][];
    for (Schema.Entity declared : schema.entities().values()) {
      String type = declared.name();
      Cell[] ofType = new Cell[declared.actions().size()];
      for (String action : declared.actions().keySet()) {
        ofType[layout.actionNumber(type, action)] = dispatch.cell(type, action);
      }
      cells[layout.entityType(type)] = ofType;
    }
    return cells;
  }

  /**
   * Decides one request.
   *
   * @param now the instant of the decision in epoch milliseconds
   */
  public Decision decide(BoundRequest request, Surroundings surroundings, long now) {
    Cell cell = cells[request.resourceType()][request.actionNumber()];
    if (cell == Cell.EMPTY) {
      return ruling.notPermitted(Frame.EVER);
    }
    Decision decision = cell.decide(request, surroundings, now);
    return decision == null ? decideAtLength(cell, request, surroundings, now) : decision;
  }

  private Decision decideAtLength(
      Cell cell, BoundRequest request, Surroundings surroundings, long now) {
    Frame frame = FRAMES.get();
    if (frame.isBusy()) {
      frame = new Frame();
    }
    frame.begin(request, surroundings, now, reference, shared);
    Decision decision;
    try {
      decision = ruling.decide(cell, frame);
    } finally {
      frame.end();
    }
    return decision == null ? reference.decide(request.facts(surroundings), now) : decision;
  }
}
