package dev.zt.engine.compile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The shortcuts of a policy set. Cells of the same rules share one; and there are only as many as
 * keep what is generated within a multiple of the rules, however many cells a rule counts in.
 */
final class Shortcuts {
  private static final int TIMES_THE_RULES = 4;
  private static final int ALWAYS = 2_000;

  private final Emitter emitter;
  private final Ruling ruling;
  private final Map<List<List<Place>>, @Nullable Function<Defined, Shortcut>> known =
      new HashMap<>();
  private int room;

  Shortcuts(Emitter emitter, Ruling ruling, List<Provision> provisions) {
    this.emitter = emitter;
    this.ruling = ruling;
    int tests = 0;
    for (Provision provision : provisions) {
      tests += provision.formula().size();
    }
    this.room = ALWAYS + TIMES_THE_RULES * tests;
  }

  /** The shortcut through the places of a cell, by step; null where there is none. */
  @Nullable Function<Defined, Shortcut> through(List<List<Place>> steps) {
    if (!known.containsKey(steps)) {
      known.put(steps, made(steps));
    }
    return known.get(steps);
  }

  private @Nullable Function<Defined, Shortcut> made(List<List<Place>> steps) {
    ShortcutPlan plan = ShortcutPlan.of(steps, emitter.vocabulary());
    if (plan == null) {
      return null;
    }
    if (!emitter.has(plan)) {
      int tests = plan.tests() + 1;
      if (tests > room) {
        return null;
      }
      room -= tests;
    }
    return emitter.shortcut(plan, ruling);
  }
}
