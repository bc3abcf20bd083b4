package dev.zt.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  static Dispatch of(List<Provision> provisions, Ruling ruling, Emitter emitter) {
    Map<Map<String, Set<String>>, List<Provision>> byTargets = new LinkedHashMap<>();
    for (Provision provision : provisions) {
      byTargets
          .computeIfAbsent(provision.rule().scope().targets(), first -> new ArrayList<>())
          .add(provision);
    }
    Map<String, Map<String, CellBuilder>> cells = new LinkedHashMap<>();
    byTargets.forEach(
        (targets, rules) -> {
          Group group = Group.of(rules, emitter);
          targets.forEach(
              (type, actions) ->
                  actions.forEach(action -> cell(cells, type, action).groups.add(group)));
        });
    Shortcuts shortcuts = new Shortcuts(emitter, ruling, provisions);
    cells.values().forEach(ofType -> ofType.values().forEach(cell -> cell.shorten(shortcuts)));
    Defined defined = emitter.define();
    Map<String, Map<String, Cell>> built = new HashMap<>();
    cells.forEach(
        (type, actions) -> {
          Map<String, Cell> ofType = new HashMap<>();
          actions.forEach((action, cell) -> ofType.put(action, cell.build(defined)));
          built.put(type, ofType);
        });
    return new Dispatch(built);
  }

  private static CellBuilder cell(
      Map<String, Map<String, CellBuilder>> cells, String type, String action) {
    return cells
        .computeIfAbsent(type, fresh -> new LinkedHashMap<>())
        .computeIfAbsent(action, fresh -> new CellBuilder());
  }

  /**
   * The places of rules with equal targets.
   *
   * @param enforced by step, of those in force
   * @param shadow by step, of those that are only reported
   * @param shadowScopes of the latter's scopes
   * @param elevations the ids of those among them
   */
  private record Group(
      List<List<Place>> enforced,
      List<List<Place>> shadow,
      List<Place> shadowScopes,
      List<String> elevations) {
    static Group of(List<Provision> rules, Emitter emitter) {
      List<Provision> scopes =
          rules.stream()
              .filter(provision -> provision.rule().shadow())
              .map(Provision::scopeAlone)
              .toList();
      return new Group(
          steps(rules, false, emitter),
          steps(rules, true, emitter),
          emitter.places(scopes),
          rules.stream()
              .filter(provision -> provision.step() == Step.LENT)
              .map(provision -> provision.rule().id())
              .toList());
    }

    private static List<List<Place>> steps(List<Provision> rules, boolean shadow, Emitter emitter) {
      return Stream.of(Step.values())
          .map(
              step ->
                  rules.stream()
                      .filter(rule -> rule.step() == step && rule.rule().shadow() == shadow)
                      .toList())
          .map(emitter::places)
          .toList();
    }
  }

  private static final class CellBuilder {
    private final List<Group> groups = new ArrayList<>();
    private @Nullable Function<Defined, Shortcut> shortcut;

    void shorten(Shortcuts shortcuts) {
      boolean shadowed = groups.stream().anyMatch(group -> !group.shadowScopes.isEmpty());
      if (!shadowed) {
        shortcut = shortcuts.through(withoutElevations());
      }
    }

    Cell build(Defined defined) {
      return new Cell(
          shortcut == null ? null : shortcut.apply(defined),
          blocks(steps(Group::enforced), defined),
          blocks(steps(Group::shadow), defined),
          blocks(groups.stream().map(Group::shadowScopes).flatMap(List::stream), defined),
          groups.stream().map(Group::elevations).flatMap(List::stream).toList());
    }

    private List<List<Place>> withoutElevations() {
      List<List<Place>> all = new ArrayList<>(steps(Group::enforced));
      all.set(Step.LENT.place(), List.of());
      all.set(Step.OFFERED.place(), List.of());
      return all;
    }

    /** The places of all groups by step. */
    private List<List<Place>> steps(Function<Group, List<List<Place>>> which) {
      return Stream.of(Step.values())
          .map(
              step ->
                  groups.stream()
                      .flatMap(group -> which.apply(group).get(step.place()).stream())
                      .toList())
          .toList();
    }

    private static Block[][] blocks(List<List<Place>> steps, Defined defined) {
      return steps.stream().map(step -> blocks(step.stream(), defined)).toArray(Block[][]::new);
    }

    private static Block[] blocks(Stream<Place> places, Defined defined) {
      return places.map(defined::block).toArray(Block[]::new);
    }
  }
}
