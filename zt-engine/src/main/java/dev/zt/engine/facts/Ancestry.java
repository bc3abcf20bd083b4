package dev.zt.engine.facts;

import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What an entity is a transitive member of. A cycle is walked once; an entity in one is an ancestor
 * of itself.
 *
 * @param ancestors every ancestor that could be found, unmodifiable
 * @param gaps why the parents of an entity on the way are not known, by that entity, unmodifiable
 */
public record Ancestry(Set<Value.Ref> ancestors, Map<Value.Ref, Absent> gaps) {
  public Ancestry {
    ancestors = Collections.unmodifiableSet(new LinkedHashSet<>(ancestors));
    gaps = Collections.unmodifiableMap(new LinkedHashMap<>(gaps));
  }

  /**
   * Walks upwards, nearest first.
   *
   * @param parents the direct parents of an entity
   * @param known the ancestry of an entity where it is known already, else null
   * @param most how many ancestors to find before giving up
   * @return null when there are more
   */
  static @Nullable Ancestry of(
      Value.Ref entity,
      Function<Value.Ref, Reading> parents,
      Function<Value.Ref, @Nullable Ancestry> known,
      int most) {
    Set<Value.Ref> ancestors = new LinkedHashSet<>();
    Map<Value.Ref, Absent> gaps = new LinkedHashMap<>();
    Set<Value.Ref> reached = new HashSet<>(Set.of(entity));
    Deque<Value.Ref> open = new ArrayDeque<>(reached);
    while (!open.isEmpty() && ancestors.size() <= most) {
      Value.Ref next = open.remove();
      Reading above = parents.apply(next);
      if (above instanceof Absent absent) {
        gaps.put(next, absent);
      } else if (above instanceof Value.SetOf set) {
        for (Value each : set.elements()) {
          Value.Ref parent = (Value.Ref) each;
          ancestors.add(parent);
          if (reached.add(parent)) {
            Ancestry further = known.apply(parent);
            if (further == null) {
              open.add(parent);
            } else {
              ancestors.addAll(further.ancestors);
              gaps.putAll(further.gaps);
            }
          }
        }
      }
    }
    return ancestors.size() > most ? null : new Ancestry(ancestors, gaps);
  }
}
