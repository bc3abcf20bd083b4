package dev.zt.engine.behavior;

import dev.zt.policy.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one thing that happened adds to one behavior.
 *
 * @param to the behavior
 * @param key as {@link JointKey#of} makes it
 * @param values what is aggregated, in the order written; null when it is not known whether it
 *     counts or what it counts for
 * @param mayBeRead whether the decision that is added may depend on the behavior
 */
public record Contribution(
    Recipe to, Object key, @Nullable List<Value> values, boolean mayBeRead) {}
