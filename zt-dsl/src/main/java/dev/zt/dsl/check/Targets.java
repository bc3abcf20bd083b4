package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Actions;
import dev.zt.dsl.syntax.Name;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the actions that a rule names mean on the types that it may be about. */
final class Targets {
  private final Checking checking;
  private final FileScope file;
  private final @Nullable Actions actions;
  private final Collection<EntityType> considered;
  private final boolean everywhere;

  /**
   * Of a rule.
   *
   * @param actions null when all of them are meant
   * @param considered the types that it may be about
   * @param everywhere whether these are all that there are
   */
  Targets(
      Checking checking,
      FileScope file,
      @Nullable Actions actions,
      Collection<EntityType> considered,
      boolean everywhere) {
    this.checking = checking;
    this.file = file;
    this.actions = actions;
    this.considered = considered;
    this.everywhere = everywhere;
  }

  /**
   * The actions by type; nothing, once the rules of the set cover more than a set may hold, which
   * is reported at the given place.
   */
  Map<String, Set<String>> byType(Span place) {
    Expansion expansion = checking.expansion();
    if (expansion.coversTooMuch()) {
      return Map.of();
    }
    Map<String, Set<String>> targets =
        everywhere
            ? checking.coverage().everywhere(actions, this::worked)
            : checking.coverage().of(worked()).targets();
    expansion.cover(targets.values());
    if (expansion.coversTooMuch()) {
      file.report(
          Code.EXPANDS_TOO_FAR,
          place,
          "the rules of this set cover too many actions of too many types in all",
          "name the types that are meant");
    }
    return targets;
  }

  private Map<String, Set<String>> worked() {
    Map<String, Set<String>> targets = new LinkedHashMap<>();
    for (EntityType type : considered) {
      Set<String> meant = meant(type);
      if (!meant.isEmpty()) {
        targets.put(type.qualified(), meant);
      }
    }
    return targets;
  }

  private Set<String> meant(EntityType type) {
    if (actions == null || actions.any()) {
      return type.actions().keySet();
    }
    Set<String> meant = new LinkedHashSet<>();
    for (Name name : actions.names()) {
      Set<String> each = type.meant(name.text());
      if (each != null) {
        meant.addAll(each);
      }
    }
    return meant;
  }

  /** Whether every action named is one of some type; reports those that are not. */
  boolean areKnown() {
    boolean known = true;
    for (Name name : actions == null ? List.<Name>of() : actions.names()) {
      if (!isMeantByAny(name)) {
        known = false;
        refuse(name);
      }
    }
    return known;
  }

  private boolean isMeantByAny(Name name) {
    for (EntityType type : considered) {
      if (type.meant(name.text()) != null) {
        return true;
      }
    }
    return false;
  }

  private void refuse(Name name) {
    if (file.isBroken(name.text())) {
      return;
    }
    boolean every = everywhere || considered.size() == checking.symbols().entities().size();
    List<String> names = considered.stream().map(EntityType::qualified).toList();
    String who = every || names.isEmpty() ? "no type" : Types.listed(names, "and");
    String message =
        every || names.size() <= 1
            ? who + " has " + (every || names.isEmpty() ? "an" : "no")
            : "none of " + who + " has an";
    String help =
        Nearest.help(name.text(), Symbols.actionNames(considered)).orElse(ownerOf(name.text()));
    file.report(Code.UNKNOWN_ACTION, name.span(), message + " action `" + name.text() + "`", help);
  }

  private @Nullable String ownerOf(String action) {
    for (EntityType type : checking.symbols().entities().values()) {
      if (type.meant(action) != null) {
        return "`" + type.declared().name() + "` has one";
      }
    }
    return null;
  }
}
