package dev.zt.dsl.check.lint;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.ActionMember;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.PolicyFile;
import dev.zt.dsl.syntax.Rule;
import dev.zt.policy.SourceSpan;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules and entity types as they are written, by the place of their name. */
final class WrittenRules {
  private final Map<Position, Rule> rules = new HashMap<>();
  private final Map<Position, Declaration.EntityType> entities = new HashMap<>();

  private record Position(String file, int line, int column) {}

  WrittenRules(Collection<PolicyFile> files) {
    for (PolicyFile file : files) {
      for (Declaration declaration : file.declarations()) {
        if (declaration instanceof Rule rule) {
          rules.put(at(file.source(), rule.head().label().span()), rule);
        } else if (declaration instanceof Declaration.EntityType entity) {
          entities.put(at(file.source(), entity.name().span()), entity);
        }
      }
    }
  }

  private static Position at(Source source, Span span) {
    int start = span.start();
    return new Position(source.file(), source.line(start), source.column(start));
  }

  private static Position at(SourceSpan span) {
    return new Position(span.file(), span.line(), span.column());
  }

  @Nullable Rule rule(SourceSpan label) {
    return rules.get(at(label));
  }

  /** Where the name of an action is declared, or null. */
  @Nullable Span action(SourceSpan entity, String action) {
    Declaration.EntityType declaration = entities.get(at(entity));
    if (declaration == null) {
      return null;
    }
    return declaration.actions().stream()
        .filter(member -> member instanceof ActionMember.Action)
        .filter(member -> member.name().text().equals(action))
        .map(member -> member.name().span())
        .findFirst()
        .orElse(null);
  }
}
