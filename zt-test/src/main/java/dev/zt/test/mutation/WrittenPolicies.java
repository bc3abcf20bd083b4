package dev.zt.test.mutation;

import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.ActionMember;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.Parser;
import dev.zt.dsl.syntax.PolicyFile;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.dsl.syntax.Rule;
import dev.zt.policy.SourceSpan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The trees of the files that a policy set was compiled from. */
final class WrittenPolicies {
  private static final String EXTENSION = ".zt";

  private final Map<String, PolicyFile> files = new HashMap<>();
  private final Map<String, Source> sources = new HashMap<>();
  private final Map<String, Written<Rule>> rules = new HashMap<>();
  private final Map<String, Written<Declaration.Elevation>> elevations = new HashMap<>();
  private final List<Written<Declaration>> signals = new ArrayList<>();
  private final Map<String, Map<String, List<Name>>> groups = new HashMap<>();

  /** Something that stands in a file. */
  record Written<T>(Source source, T tree) {}

  /** Reads files, all of which compile. */
  WrittenPolicies(Map<String, String> texts) {
    texts.forEach(
        (file, text) -> {
          if (file.endsWith(EXTENSION)) {
            read(new Source(file, text));
          }
        });
  }

  private void read(Source source) {
    sources.put(source.file(), source);
    PolicyFile file = Parser.parse(source, new Diagnostics(List.of(source)));
    files.put(source.file(), file);
    QualifiedName module = file.module();
    for (Declaration each : file.declarations()) {
      if (module != null) {
        note(source, module.text() + ".", each);
      }
    }
  }

  private void note(Source source, String module, Declaration each) {
    if (each instanceof Rule rule) {
      rules.put(module + rule.head().label().text(), new Written<>(source, rule));
    } else if (each instanceof Declaration.Elevation elevation) {
      elevations.put(module + elevation.name().text(), new Written<>(source, elevation));
    } else if (each instanceof Declaration.Signal || each instanceof Declaration.SignalExtension) {
      signals.add(new Written<>(source, each));
    } else if (each instanceof Declaration.EntityType entity) {
      Map<String, List<Name>> declared = new LinkedHashMap<>();
      for (ActionMember member : entity.actions()) {
        if (member instanceof ActionMember.Group group) {
          declared.put(group.name().text(), group.members());
        }
      }
      groups.put(module + entity.name().text(), declared);
    }
  }

  /** The file of that name; null when it is none of these. */
  @Nullable Source source(String file) {
    return sources.get(file);
  }

  /** The module that a file belongs to. */
  String module(String file) {
    PolicyFile tree = files.get(file);
    QualifiedName module = tree == null ? null : tree.module();
    return module == null ? "" : module.text();
  }

  /** The modules that a file imports, in the order written. */
  List<String> imports(String file) {
    PolicyFile tree = files.get(file);
    return tree == null
        ? List.of()
        : tree.imports().stream().map(each -> each.module().text()).distinct().toList();
  }

  @Nullable Written<Rule> rule(String id) {
    return rules.get(id);
  }

  @Nullable Written<Declaration.Elevation> elevation(String id) {
    return elevations.get(id);
  }

  /** What is declared of signals and their extensions. */
  List<Written<Declaration>> signals() {
    return signals;
  }

  /** The single actions that a name stands for on a type that has these. */
  Set<String> meant(String type, Set<String> actions, String name) {
    Set<String> meant = new HashSet<>();
    List<Name> members = groups.getOrDefault(type, Map.of()).get(name);
    if (members != null) {
      members.forEach(member -> meant.addAll(meant(type, actions, member.text())));
    } else if (actions.contains(name)) {
      meant.add(name);
    }
    return meant;
  }

  static SourceSpan at(Source source, Span span) {
    return new SourceSpan(
        source.file(), source.line(span.start()), source.column(span.start()), source.length(span));
  }
}
