package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Text;
import dev.zt.policy.Schema;
import dev.zt.policy.SourceSpan;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The roles of a set, one hierarchy for all modules. */
final class Roles {
  /** The most roles that all the closures of a set may have together. */
  private static final long MOST_GRANTED = 5_000_000;

  /** For so many warnings a name is looked for that may be meant. */
  private static final int MOST_SUGGESTIONS = 100;

  private final Map<String, Entry> declared = new LinkedHashMap<>();
  private final Map<String, List<String>> includedBy = new HashMap<>();
  private final Map<String, Set<String>> grantedBy = new HashMap<>();
  private final Map<String, Mention> mentions = new LinkedHashMap<>();
  private long granted;

  private record Entry(FileScope file, Declaration.Role syntax) {}

  /** Where a role was first named, and how often it is named in all. */
  static final class Mention {
    private final FileScope file;
    private final Span span;
    private int count;

    private Mention(FileScope file, Span span) {
      this.file = file;
      this.span = span;
    }
  }

  /** Enters a declaration. */
  void declare(FileScope file, Declaration.Role role) {
    String name = role.name().value();
    mention(file, role.name());
    Entry earlier = declared.putIfAbsent(name, new Entry(file, role));
    if (earlier != null) {
      file.report(
          Code.DUPLICATE, role.name().span(), "the role `" + name + "` is already declared");
    }
  }

  /** Looks at what the declared roles include, when all are entered. */
  void connect() {
    for (Map.Entry<String, Entry> each : declared.entrySet()) {
      Entry entry = each.getValue();
      for (Text included : entry.syntax.includes()) {
        check(entry.file, included);
        includedBy.computeIfAbsent(included.value(), key -> new ArrayList<>()).add(each.getKey());
      }
    }
    if (!includedBy.isEmpty()) {
      refuseCycles();
    }
  }

  /** Takes note of a role that is named, and reports one that is not declared beside others. */
  private void check(FileScope file, Text role) {
    mention(file, role);
    String name = role.value();
    if (!declared.isEmpty() && !declared.containsKey(name)) {
      file.report(
          Code.UNKNOWN_ROLE,
          role.span(),
          "the role `" + name + "` is not declared",
          Nearest.help(name, declared.keySet()).orElse(null));
    }
  }

  private void mention(FileScope file, Text role) {
    Mention known = mentions.get(role.value());
    Mention mention = known == null ? new Mention(file, role.span()) : known;
    mention.count++;
    mentions.put(role.value(), mention);
  }

  /**
   * A role that a rule names: the role itself and every role that includes it, through any number
   * of steps.
   */
  Set<String> grantedBy(FileScope file, Text role) {
    check(file, role);
    String name = role.value();
    Set<String> closure = grantedBy.get(name);
    if (closure != null || granted > MOST_GRANTED) {
      return closure == null ? Set.of(name) : closure;
    }
    closure = closure(name);
    grantedBy.put(name, closure);
    granted += closure.size();
    if (granted > MOST_GRANTED) {
      file.report(
          Code.EXPANDS_TOO_FAR,
          role.span(),
          "the roles of this set include too many others in all");
    }
    return closure;
  }

  private Set<String> closure(String role) {
    Set<String> closure = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(role));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (closure.add(next)) {
        open.addAll(includedBy.getOrDefault(next, List.of()));
      }
    }
    return Set.copyOf(closure);
  }

  private void refuseCycles() {
    Cycles<String> cycles =
        new Cycles<>(
            name -> {
              Entry entry = declared.get(name);
              return entry == null
                  ? List.of()
                  : entry.syntax.includes().stream().map(Text::value).toList();
            });
    for (List<String> cycle : cycles.among(declared.keySet())) {
      report(cycle);
    }
  }

  private void report(List<String> cycle) {
    Set<String> members = Set.copyOf(cycle);
    for (Map.Entry<String, Entry> each : declared.entrySet()) {
      if (members.contains(each.getKey())) {
        each.getValue()
            .file
            .report(
                Code.CYCLE,
                each.getValue().syntax.name().span(),
                "the role `" + each.getKey() + "` includes itself",
                Cycles.path(cycle, each.getKey()));
        return;
      }
    }
  }

  Collection<Schema.Role> toSchema() {
    List<Schema.Role> roles = new ArrayList<>();
    for (Map.Entry<String, Entry> each : declared.entrySet()) {
      Declaration.Role syntax = each.getValue().syntax;
      Set<String> includes = new HashSet<>();
      for (Text included : syntax.includes()) {
        includes.add(included.value());
      }
      SourceSpan at = each.getValue().file.at(syntax.name().span());
      roles.add(new Schema.Role(each.getKey(), includes, at));
    }
    return roles;
  }

  /**
   * Warns of every role that is named once and nowhere else. One that includes another has its
   * effect by that, and needs no rule of its own.
   */
  void warn() {
    int warnings = 0;
    for (Map.Entry<String, Mention> each : mentions.entrySet()) {
      String name = each.getKey();
      Mention mention = each.getValue();
      if (mention.count == 1 && !includesAnother(name)) {
        mention.file.report(
            Code.ROLE_NAMED_ONCE,
            mention.span,
            "the role `" + name + "` is named here and nowhere else",
            warnings++ < MOST_SUGGESTIONS ? nearestOther(name) : null);
      }
    }
  }

  private boolean includesAnother(String name) {
    Entry entry = declared.get(name);
    return entry != null && !entry.syntax.includes().isEmpty();
  }

  private @Nullable String nearestOther(String name) {
    return Nearest.help(name, mentions.keySet()).orElse(null);
  }
}
