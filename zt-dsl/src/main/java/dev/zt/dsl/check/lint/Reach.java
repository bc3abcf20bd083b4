package dev.zt.dsl.check.lint;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.SourceFiles;
import dev.zt.dsl.source.Span;
import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.Names;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.Scope;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Actions that nothing permits, and rules about nothing but such actions. */
final class Reach {
  private final Findings findings;
  private final SourceFiles files;
  private final WrittenRules written;
  private final Map<String, Set<String>> enforced = new HashMap<>();
  private final Map<String, Set<String>> tried = new HashMap<>();

  Reach(Findings findings, SourceFiles files, WrittenRules written) {
    this.findings = findings;
    this.files = files;
    this.written = written;
  }

  void check(PolicySet set) {
    for (Rule rule : set.rules()) {
      if (rule.effect() == Effect.PERMIT) {
        add(rule.scope(), rule.shadow() ? tried : enforced);
      }
    }
    for (Elevation elevation : set.elevations()) {
      add(elevation.scope(), enforced);
    }
    set.schema().entities().values().forEach(this::actions);
    set.rules().forEach(this::rule);
  }

  private static void add(Scope scope, Map<String, Set<String>> reached) {
    scope
        .targets()
        .forEach(
            (type, actions) ->
                reached.computeIfAbsent(type, each -> new HashSet<>()).addAll(actions));
  }

  private void actions(Schema.Entity entity) {
    Source source = files.find(entity.span().file());
    for (String action : entity.actions().keySet()) {
      Span span = written.action(entity.span(), action);
      if (source != null && span != null && !reaches(enforced, entity.name(), action)) {
        findings.add(
            Code.UNREACHED_ACTION,
            source,
            span,
            "no permit reaches `" + action + "` of `" + Names.simple(entity.name()) + "`",
            reaches(tried, entity.name(), action)
                ? "only a shadow permit does, which is not enforced"
                : "every request for it is denied");
      }
    }
  }

  private static boolean reaches(Map<String, Set<String>> reached, String type, String action) {
    return reached.getOrDefault(type, Set.of()).contains(action);
  }

  private void rule(Rule rule) {
    boolean follows = rule.effect() == Effect.REQUIRE || rule.effect() == Effect.RESTRICT;
    if (follows && !meetsAccess(rule.scope())) {
      findings.add(
          Code.UNREACHED_RULE,
          rule.span(),
          "no permit can lead to this " + rule.effect(),
          "what it is about is denied in any case");
    }
  }

  private boolean meetsAccess(Scope scope) {
    for (Map.Entry<String, Set<String>> target : scope.targets().entrySet()) {
      for (String action : target.getValue()) {
        if (reaches(enforced, target.getKey(), action) || reaches(tried, target.getKey(), action)) {
          return true;
        }
      }
    }
    return false;
  }
}
