package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an {@code actions} line of an entity type declares. */
public sealed interface ActionMember {
  /** The name. */
  Name name();

  /** The whole text of this one. */
  Span span();

  /**
   * One action.
   *
   * @param outside the name in requests, where it differs
   */
  record Action(Name name, @Nullable Text outside, Span span) implements ActionMember {}

  /** {@code name = member, …}; members are actions or groups. */
  record Group(Name name, List<Name> members, Span span) implements ActionMember {
    public Group {
      members = List.copyOf(members);
    }
  }
}
