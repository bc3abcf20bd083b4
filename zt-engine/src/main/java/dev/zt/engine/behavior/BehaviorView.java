package dev.zt.engine.behavior;

import dev.zt.engine.facts.Memory;
import dev.zt.policy.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A store as the behaviors of one policy set see it. Thread-safe. */
public final class BehaviorView implements Memory {
  private final BehaviorStore store;
  private final Map<String, Recipe> recipes;

  BehaviorView(BehaviorStore store, Map<String, Recipe> recipes) {
    this.store = store;
    this.recipes = Map.copyOf(recipes);
  }

  /** A look at the store that can be followed by an addition to it, as one step. */
  public Attempt attempt() {
    return new Attempt(this);
  }

  @Override
  public Recollection recall(String behavior, List<Value> key, List<Value> present, long now) {
    return attempt().recall(behavior, key, present, now);
  }

  BehaviorStore store() {
    return store;
  }

  /** How a behavior of these policies is remembered, by its qualified name; null for another. */
  public @Nullable Recipe recipe(String behavior) {
    return recipes.get(behavior);
  }

  Set<Integer> numbers() {
    return recipes.values().stream().map(Recipe::number).collect(Collectors.toSet());
  }
}
