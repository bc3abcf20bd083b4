package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import org.jspecify.annotations.Nullable;

/** What policies ask of the roles and groups of a subject. Immutable. */
final class Membership {
  private final int @Nullable [] roles;
  private final int @Nullable [] groups;
  private final long[] answers;

  /** That of an entity with these slots. */
  Membership(Layout layout, @Nullable Reading[] slots) {
    Answers places = layout.answers();
    roles = layout.roles().numbers(slots[EntityShape.ROLES]);
    groups = layout.groups().numbers(slots[EntityShape.GROUPS]);
    answers = new long[2 * (places.roleWords() + places.groupWords())];
    layout.roles().answer(slots[EntityShape.ROLES], 0, answers);
    layout.groups().answer(slots[EntityShape.GROUPS], 2 * places.roleWords(), answers);
  }

  /** The numbers of the roles that are asked for; null where they are not given. */
  int @Nullable [] roles() {
    return roles;
  }

  /** The numbers of the groups that are asked for; null where they are not given. */
  int @Nullable [] groups() {
    return groups;
  }

  /** Puts the answers into words from there on. */
  void answer(long[] words, int from) {
    System.arraycopy(answers, 0, words, from, answers.length);
  }
}
