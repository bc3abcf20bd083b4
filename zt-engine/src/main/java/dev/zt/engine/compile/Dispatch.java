package dev.zt.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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
    for (Map.Entry<Map<String, Set<String>>, List<Provision>> each : byTargets.entrySet()) {
      Group group = Group.of(each.getValue(), emitter);
      for (Map.Entry<String, Set<String>> target : each.getKey().entrySet()) {
        for (String action : target.getValue()) {
          cell(cells, target.getKey(), action).groups.add(group);
        }
      }
    }
    Shortcuts shortcuts = new Shortcuts(emitter, ruling, provisions);
    for (Map<String, CellBuilder> ofType : cells.values()) {
      for (CellBuilder cell : ofType.values()) {
        cell.shorten(shortcuts);
      }
    }
    return new Dispatch(built(cells, emitter.define()));
  }

  private static Map<String, Map<String, Cell>> built(
      Map<String, Map<String, CellBuilder>> cells, Defined defined) {
    Map<String, Map<String, Cell>> built = new HashMap<>();
    for (Map.Entry<String, Map<String, CellBuilder>> type : cells.entrySet()) {
      Map<String, Cell> ofType = new HashMap<>();
      for (Map.Entry<String, CellBuilder> action : type.getValue().entrySet()) {
        ofType.put(action.getKey(), action.getValue().build(defined));
      }
      built.put(type.getKey(), ofType);
    }
    return built;
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
      List<Provision> scopes = new ArrayList<>();
      List<String> elevations = new ArrayList<>();
      for (Provision provision : rules) {
        if (provision.rule().shadow()) {
          scopes.add(provision.scopeAlone());
        }
        if (provision.step() == Step.LENT) {
          elevations.add(provision.rule().id());
        }
      }
      return new Group(
          steps(rules, false, emitter),
          steps(rules, true, emitter),
          emitter.places(scopes),
          elevations);
    }

    private static List<List<Place>> steps(List<Provision> rules, boolean shadow, Emitter emitter) {
      List<List<Place>> steps = new ArrayList<>();
      for (Step step : Step.values()) {
        List<Provision> ofStep = new ArrayList<>();
        for (Provision rule : rules) {
          if (rule.step() == step && rule.rule().shadow() == shadow) {
            ofStep.add(rule);
          }
        }
        steps.add(emitter.places(ofStep));
      }
      return steps;
    }
  }

  private static final class CellBuilder {
    private final List<Group> groups = new ArrayList<>();
    private @Nullable Function<Defined, Shortcut> shortcut;

    void shorten(Shortcuts shortcuts) {
      for (Group group : groups) {
        if (!group.shadowScopes.isEmpty()) {
          return;
        }
      }
      shortcut = shortcuts.through(withoutElevations());
    }

    Cell build(Defined defined) {
      List<Place> shadowScopes = new ArrayList<>();
      List<String> elevations = new ArrayList<>();
      for (Group group : groups) {
        shadowScopes.addAll(group.shadowScopes);
        elevations.addAll(group.elevations);
      }
      return new Cell(
          shortcut == null ? null : shortcut.apply(defined),
          blocks(steps(false), defined),
          blocks(steps(true), defined),
          defined.blocks(shadowScopes),
          elevations);
    }

    private List<List<Place>> withoutElevations() {
      List<List<Place>> all = steps(false);
      all.set(Step.LENT.place(), List.of());
      all.set(Step.OFFERED.place(), List.of());
      return all;
    }

    /** The places of all groups by step, of shadow rules or of those in force. */
    private List<List<Place>> steps(boolean shadow) {
      List<List<Place>> steps = new ArrayList<>();
      for (int step = 0; step < Step.COUNT; step++) {
        List<Place> ofStep = new ArrayList<>();
        for (Group group : groups) {
          ofStep.addAll((shadow ? group.shadow : group.enforced).get(step));
        }
        steps.add(ofStep);
      }
      return steps;
    }

    private static Block[][] blocks(List<List<Place>> steps, Defined defined) {
      Block[][] blocks = new Block[steps.size()][];
      for (int step = 0; step < blocks.length; step++) {
        blocks[step] = defined.blocks(steps.get(step));
      }
      return blocks;
    }
  }
}
