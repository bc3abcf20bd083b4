package dev.zt.dsl.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The ranks of the packages below a root. An arrow goes to a lower rank or stays in its package,
 * which also rules out cycles.
 *
 * @param root the package that the names begin with
 * @param ranks the rank of each package by its name below the root, empty for the root itself
 */
record Ranks(String root, Map<String, Integer> ranks) {

  ArchCondition<JavaClass> onlyPointDownwards() {
    return new ArchCondition<>("only depend on packages of a lower rank") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        if (rank(type) == null) {
          events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " has no rank"));
          return;
        }
        for (Dependency arrow : type.getDirectDependenciesFromSelf()) {
          if (!pointsDownwards(arrow)) {
            events.add(SimpleConditionEvent.violated(arrow, arrow.getDescription()));
          }
        }
      }
    };
  }

  private boolean pointsDownwards(Dependency arrow) {
    JavaClass origin = arrow.getOriginClass();
    JavaClass target = arrow.getTargetClass().getBaseComponentType();
    Integer from = rank(origin);
    Integer to = rank(target);
    return from == null
        || to == null
        || to < from
        || origin.getPackageName().equals(target.getPackageName());
  }

  /** The rank of the type's package; null outside the root, and for a package that has none. */
  private @Nullable Integer rank(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(root)) {
      return ranks.get("");
    }
    return name.startsWith(root + ".") ? ranks.get(name.substring(root.length() + 1)) : null;
  }
}
