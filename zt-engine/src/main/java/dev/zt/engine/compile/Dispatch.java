package dev.zt.engine.compile;

import dev.zt.policy.Elevation;
import dev.zt.policy.PolicySet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which rules can matter: by resource type and action a cell, in it blocks of rules.
 *
 * <p>Rules with equal targets are one group, made into blocks once and shared by all the cells that
 * it counts in, so that what is kept grows with the rules and not with the cells.
 */
final class Dispatch {
  private final Map<String, Map<String, Cell>> cells;

  private Dispatch(Map<String, Map<String, Cell>> cells) {
    this.cells = cells;
  }

  /** The cell of a resource type, by qualified name, and a declared action. */
  Cell cell(String type, String action) {
    Map<String, Cell> ofType = cells.get(type);
    Cell cell = ofType == null ? null : ofType.get(action);
    return cell == null ? Cell.EMPTY : cell;
  }

  /**
   * The dispatch of these rules.
   *
   * @throws UnsupportedOperationException where classes cannot be defined
   */
  static Dispatch of(PolicySet policies, List<Provision> provisions, Emitter emitter) {
    Map<Map<String, Set<String>>, Group> groups = new LinkedHashMap<>();
    for (Provision provision : provisions) {
      groups.computeIfAbsent(provision.rule().scope().targets(), Group::new).add(provision);
    }
    List<Group> all = List.copyOf(groups.values());
    List<List<Block>> blocks =
        emitter.blocks(all.stream().flatMap(group -> group.parts().stream()).toList());
    Map<String, Map<String, CellBuilder>> cells = new HashMap<>();
    for (int at = 0; at < all.size(); at++) {
      Group group = all.get(at);
      List<List<Block>> made = blocks.subList(at * Group.PARTS, (at + 1) * Group.PARTS);
      group.targets.forEach(
          (type, actions) -> actions.forEach(action -> cell(cells, type, action).add(made)));
    }
    for (Elevation elevation : policies.elevations()) {
      elevation
          .scope()
          .targets()
          .forEach(
              (type, actions) ->
                  actions.forEach(action -> cell(cells, type, action).leaveToReference()));
    }
    Map<String, Map<String, Cell>> built = new HashMap<>();
    cells.forEach(
        (type, actions) -> {
          Map<String, Cell> ofType = new HashMap<>();
          actions.forEach((action, cell) -> ofType.put(action, cell.build()));
          built.put(type, ofType);
        });
    return new Dispatch(built);
  }

  private static CellBuilder cell(
      Map<String, Map<String, CellBuilder>> cells, String type, String action) {
    return cells
        .computeIfAbsent(type, fresh -> new HashMap<>())
        .computeIfAbsent(action, fresh -> new CellBuilder());
  }

  /** Rules with equal targets: by step those in force, by step the shadow ones, their scopes. */
  private static final class Group {
    static final int PARTS = 2 * Step.COUNT + 1;

    private final Map<String, Set<String>> targets;
    private final List<List<Provision>> enforced = lists(Step.COUNT);
    private final List<List<Provision>> shadow = lists(Step.COUNT);

    Group(Map<String, Set<String>> targets) {
      this.targets = targets;
    }

    void add(Provision provision) {
      (provision.rule().shadow() ? shadow : enforced).get(provision.step().place()).add(provision);
    }

    List<List<Provision>> parts() {
      List<Provision> scopes =
          shadow.stream().flatMap(List::stream).map(Provision::scopeAlone).toList();
      return Stream.of(enforced, shadow, List.of(scopes)).flatMap(List::stream).toList();
    }
  }

  private static <T> List<List<T>> lists(int count) {
    return Stream.<List<T>>generate(ArrayList::new).limit(count).toList();
  }

  private static final class CellBuilder {
    private final List<List<Block>> parts = lists(Group.PARTS);
    private boolean reference;

    void add(List<List<Block>> group) {
      for (int part = 0; part < Group.PARTS; part++) {
        parts.get(part).addAll(group.get(part));
      }
    }

    void leaveToReference() {
      reference = true;
    }

    Cell build() {
      if (reference) {
        return Cell.REFERENCE;
      }
      return new Cell(
          arrays(parts.subList(0, Step.COUNT)),
          arrays(parts.subList(Step.COUNT, 2 * Step.COUNT)),
          array(parts.get(2 * Step.COUNT)));
    }

    private static Block[][] arrays(List<List<Block>> steps) {
      return steps.stream().map(CellBuilder::array).toArray(Block[][]::new);
    }

    private static Block[] array(List<Block> blocks) {
      return blocks.toArray(new Block[0]);
    }
  }
}
