package dev.zt.test.mutation;

import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Situations of which hardly anything is known. */
final class Blank {
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

  private Blank() {}

  /** Somebody of whom the policies speak asks for something. */
  static Situation of(PolicySet policies, Reach.Target target) {
    return new Situation(
        NOW,
        entity(subject(policies, target), "someone"),
        target.action(),
        entity(target.type(), "something"),
        new TreeMap<>(),
        List.of(),
        List.of());
  }

  /** A type that a rule names, else one that nothing can be asked of. */
  private static String subject(PolicySet policies, Reach.Target target) {
    for (Rule rule : policies.rules()) {
      for (Expr each : rule.scope().subjects()) {
        if (each instanceof Expr.IsType is) {
          return is.entityType();
        }
      }
    }
    Set<String> parents = new HashSet<>();
    policies.schema().entities().values().forEach(each -> parents.addAll(each.parents()));
    return policies.schema().entities().values().stream()
        .filter(each -> each.actions().isEmpty() && !parents.contains(each.name()))
        .map(Schema.Entity::name)
        .findFirst()
        .orElse(target.type());
  }

  private static GivenEntity entity(String type, String id) {
    return new GivenEntity(new Value.Ref(type, id), new TreeMap<>(), Set.of());
  }

  /** The same situation with another action asked for. */
  static Situation asking(Situation situation, String action) {
    return new Situation(
        situation.now(),
        situation.subject(),
        action,
        situation.resource(),
        situation.actionFields(),
        situation.signals(),
        situation.entities());
  }

  /** The same situation with a thing of another type, of which nothing is known. */
  static Situation asking(Situation situation, Reach.Target target) {
    return new Situation(
        situation.now(),
        situation.subject(),
        target.action(),
        entity(target.type(), "something"),
        situation.actionFields(),
        situation.signals(),
        situation.entities());
  }
}
