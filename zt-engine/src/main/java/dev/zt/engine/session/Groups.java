package dev.zt.engine.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** What rests on what: by key the sessions whose decisions may change with it. Thread-safe. */
final class Groups {
  private final ConcurrentMap<Object, Group> groups = new ConcurrentHashMap<>();

  /** The group of a key, or null when no session rests on it. */
  @Nullable Group find(Object key) {
    return groups.get(key);
  }

  /** The groups with those of further keys, which the session joins. */
  List<Group> joined(LiveSession session, List<Group> rests, Set<Object> keys) {
    if (keys.isEmpty()) {
      return rests;
    }
    List<Group> all = new ArrayList<>(rests);
    for (Object key : keys) {
      if (all.stream().noneMatch(group -> group.key().equals(key))) {
        all.add(join(key, session));
      }
    }
    return List.copyOf(all);
  }

  /** The groups of those keys; the session leaves the others. */
  List<Group> left(LiveSession session, List<Group> rests, Set<Object> keys) {
    List<Group> stay = new ArrayList<>();
    for (Group group : rests) {
      if (keys.contains(group.key())) {
        stay.add(group);
      } else {
        leave(group, session);
      }
    }
    return stay.size() == rests.size() ? rests : List.copyOf(stay);
  }

  /** The group of a key, which the session joins. */
  Group join(Object key, LiveSession session) {
    return Objects.requireNonNull(
        groups.compute(
            key,
            (same, present) -> {
              Group group = present == null ? new Group(same) : present;
              group.add(session);
              return group;
            }));
  }

  /** A group is gone once its last session has left. */
  void leave(Group group, LiveSession session) {
    groups.computeIfPresent(
        group.key(), (same, present) -> present.remove(session) ? null : present);
  }
}
