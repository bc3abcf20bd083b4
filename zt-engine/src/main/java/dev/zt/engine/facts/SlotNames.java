package dev.zt.engine.facts;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where something that was given goes, by the name it was given under: to a slot, or to one of the
 * negative answers.
 *
 * <p>Data use outside names, exactly. A component of a Java record meets a field as {@link
 * JavaName} says, by the outside name first and then by the name that policies use.
 */
final class SlotNames {
  static final int UNDECLARED = -1;
  static final int DERIVED = -2;
  static final int IGNORED = -3;

  private final Map<String, Integer> outside;
  private final Map<String, Integer> inside;
  private final Map<String, Integer> bareOutside;
  private final Map<String, Integer> bareInside;
  private final ClassValue<RecordPlan> plans =
      new ClassValue<>() {
        @Override
        protected RecordPlan computeValue(Class<?> type) {
          return RecordPlan.of(type.asSubclass(Record.class), SlotNames.this::ofComponent);
        }
      };
  private volatile @Nullable RecordPlan lastPlan;

  /**
   * @param outside where things go by the names that data use
   * @param inside where they go by the names that policies use
   */
  SlotNames(Map<String, Integer> outside, Map<String, Integer> inside) {
    this.outside = Map.copyOf(outside);
    this.inside = Map.copyOf(inside);
    this.bareOutside = JavaName.byBare(outside);
    this.bareInside = JavaName.byBare(inside);
  }

  int ofData(String name) {
    return outside.getOrDefault(name, UNDECLARED);
  }

  /** Where the components of a record class go. */
  RecordPlan plan(Class<? extends Record> type) {
    RecordPlan last = lastPlan;
    if (last == null || last.type() != type) {
      last = plans.get(type);
      lastPlan = last;
    }
    return last;
  }

  /** The names that data may use. */
  Set<String> all() {
    return outside.keySet();
  }

  private int ofComponent(String name) {
    Integer exact = first(outside.get(name), inside.get(name));
    if (exact != null) {
      return exact;
    }
    String bare = JavaName.bare(name);
    Integer met = first(bareOutside.get(bare), bareInside.get(bare));
    return met == null ? UNDECLARED : met;
  }

  private static @Nullable Integer first(@Nullable Integer one, @Nullable Integer other) {
    return one == null ? other : one;
  }
}
