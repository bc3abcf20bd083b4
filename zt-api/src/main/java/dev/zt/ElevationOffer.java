package dev.zt;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a subject may ask for by an elevation, and who may approve it.
 *
 * @param elevation its id, {@code module.name}
 * @param actions what it permits: by the outside name of a resource type the outside names of
 *     actions
 * @param atMost the longest grant
 * @param approvals how many distinct approvers it takes; 0 when nobody must approve
 * @param approvers who may approve, each as a policy writes it, such as {@code role "on-call"}, of
 *     which one must hold; empty for anyone but the subject
 * @param condition what must also hold of an approver, as the policy writes it, or null
 * @param reasonRequired whether a reason must be given
 * @param annotations the elevation's annotations by name
 */
public record ElevationOffer(
    String elevation,
    Map<String, Set<String>> actions,
    Duration atMost,
    int approvals,
    List<String> approvers,
    @Nullable String condition,
    boolean reasonRequired,
    Map<String, String> annotations) {
  public ElevationOffer {
    Objects.requireNonNull(elevation, "elevation");
    Objects.requireNonNull(atMost, "atMost");
    actions = Collections.unmodifiableMap(new TreeMap<>(actions));
    approvers = List.copyOf(approvers);
    annotations = Map.copyOf(annotations);
  }
}
