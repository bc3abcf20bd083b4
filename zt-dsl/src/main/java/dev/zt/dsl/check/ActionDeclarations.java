package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.ActionMember;
import dev.zt.dsl.syntax.Name;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Enters the actions of an entity type and what its groups of actions hold. */
final class ActionDeclarations {
  private final EntityType type;
  private final FileScope file;
  private final Map<String, ActionMember.Group> groups = new LinkedHashMap<>();

  ActionDeclarations(EntityType type) {
    this.type = type;
    this.file = type.declared().file();
  }

  void declare() {
    Set<String> outsideNames = new HashSet<>();
    for (ActionMember member : type.syntax().actions()) {
      String name = member.name().text();
      if (type.actions().containsKey(name) || groups.containsKey(name)) {
        file.report(
            Code.DUPLICATE,
            member.name().span(),
            "`" + type.declared().name() + "` already has an action `" + name + "`");
      } else if (member instanceof ActionMember.Action action) {
        declare(action, outsideNames);
      } else if (member instanceof ActionMember.Group group) {
        groups.put(name, group);
      }
    }
    if (!groups.isEmpty()) {
      enterGroups();
    }
  }

  private void enterGroups() {
    groups.values().forEach(this::checkMembers);
    refuseCycles();
    groups.keySet().forEach(group -> type.groups().put(group, members(group)));
  }

  private void declare(ActionMember.Action action, Set<String> outsideNames) {
    String name = action.name().text();
    String outside = action.outside() == null ? name : action.outside().value();
    Span span = action.outside() == null ? action.name().span() : action.outside().span();
    if (!outsideNames.add(outside)) {
      file.report(
          Code.DUPLICATE_OUTSIDE,
          span,
          "requests already use the name `"
              + outside
              + "` for an action of `"
              + type.declared().name()
              + "`");
    }
    type.actions().put(name, outside);
  }

  private void checkMembers(ActionMember.Group group) {
    for (Name member : group.members()) {
      String name = member.text();
      if (!type.actions().containsKey(name) && !groups.containsKey(name) && !file.isBroken(name)) {
        Set<String> candidates = new LinkedHashSet<>(type.actions().keySet());
        candidates.addAll(groups.keySet());
        candidates.remove(group.name().text());
        file.report(
            Code.UNKNOWN_ACTION,
            member.span(),
            "`" + type.declared().name() + "` has no action `" + name + "`",
            Nearest.help(name, candidates).orElse(null));
      }
    }
  }

  private List<String> memberNames(String group) {
    ActionMember.Group found = groups.get(group);
    return found == null ? List.of() : found.members().stream().map(Name::text).toList();
  }

  private void refuseCycles() {
    for (List<String> cycle : new Cycles<>(this::memberNames).among(groups.keySet())) {
      for (Map.Entry<String, ActionMember.Group> each : groups.entrySet()) {
        if (cycle.contains(each.getKey())) {
          file.report(
              Code.CYCLE,
              each.getValue().name().span(),
              "the group of actions `" + each.getKey() + "` holds itself",
              Cycles.path(cycle, each.getKey()));
          break;
        }
      }
    }
  }

  private Set<String> members(String group) {
    Set<String> seen = new HashSet<>();
    Set<String> actions = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(memberNames(group));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (type.actions().containsKey(next)) {
        actions.add(next);
      } else if (seen.add(next)) {
        open.addAll(memberNames(next));
      }
    }
    return actions;
  }
}
