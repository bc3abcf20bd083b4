package dev.zt.dsl.check.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a request of which certain conditions hold. What one alternative adds is kept
 * apart from what holds outside of it.
 */
final class Constraints {
  private static final int MOST_NAMED = 16;

  private final Demands demands;
  private final @Nullable Constraints outer;
  private final Map<Key, Room> own = new HashMap<>();

  Constraints(Demands demands) {
    this(demands, null);
  }

  private Constraints(Demands demands, @Nullable Constraints outer) {
    this.demands = demands;
    this.outer = outer;
  }

  /** What an alternative adds to. */
  Constraints alternative() {
    return new Constraints(demands, this);
  }

  /** Which values are left, and which conditions left them. */
  private record Room(Values left, List<Cause> by) {}

  private record Cause(Atom atom, Values allowed) {}

  /** Adds a condition; how it clashes with those that are there, or null. */
  @Nullable Clash add(Atom atom) {
    for (Demand demand : demands.of(atom.condition(), atom.wanted())) {
      if (demand.allowed().isEmpty()) {
        return new Clash(atom.shown(), atom.shownWanted(), List.of(), demand.why());
      }
      Room room = find(demand.key());
      Values left = room == null ? demand.allowed() : room.left().and(demand.allowed());
      if (room != null && left.isEmpty()) {
        return new Clash(atom.shown(), atom.shownWanted(), culprits(room, demand), null);
      }
      if (left.pieces() <= Demands.MOST_PIECES) {
        own.put(demand.key(), with(room, left, new Cause(atom, demand.allowed())));
      }
    }
    return null;
  }

  private @Nullable Room find(Key key) {
    for (Constraints each = this; each != null; each = each.outer) {
      Room room = each.own.get(key);
      if (room != null) {
        return room;
      }
    }
    return null;
  }

  private static Room with(@Nullable Room room, Values left, Cause cause) {
    List<Cause> by = new ArrayList<>(room == null ? List.of() : room.by());
    if (by.size() < MOST_NAMED) {
      by.add(cause);
    }
    return new Room(left, by);
  }

  /** The one condition that rules the demand out, else all that do so together. */
  private static List<Atom> culprits(Room room, Demand demand) {
    for (Cause cause : room.by()) {
      if (cause.allowed().and(demand.allowed()).isEmpty()) {
        return List.of(cause.atom());
      }
    }
    return room.by().stream().map(Cause::atom).toList();
  }

  /**
   * Adds what holds in whichever of the alternatives.
   *
   * @param standsFor the condition that leaves these alternatives
   * @param all whether it leaves them by itself, so that none was ruled out by another condition
   */
  void addCommon(List<Constraints> alternatives, Atom standsFor, boolean all) {
    for (Map.Entry<Key, Room> entry : alternatives.get(0).own.entrySet()) {
      Key key = entry.getKey();
      Values left = Values.NONE;
      Values told = all ? Values.NONE : Values.ALL;
      for (Constraints alternative : alternatives) {
        Room room = alternative.own.get(key);
        left = left.or(room == null ? Values.ALL : room.left());
        told = told.or(room == null ? Values.ALL : toldWithin(room, standsFor.depth()));
      }
      Room here = find(key);
      Values both = here == null ? left : here.left().and(left);
      if (!left.equals(Values.ALL) && both.pieces() <= Demands.MOST_PIECES) {
        own.put(key, with(here, both, new Cause(standsFor, told)));
      }
    }
  }

  /** What an alternative that stands in so many others tells by itself. */
  private static Values toldWithin(Room room, int depth) {
    Values told = Values.ALL;
    for (Cause each : room.by()) {
      told = each.atom().depth() > depth ? told.and(each.allowed()) : told;
    }
    return told;
  }
}
