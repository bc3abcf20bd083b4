package dev.zt.test;

import dev.zt.dsl.suite.Situation;
import dev.zt.dsl.suite.TestCase;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which cases depend on what was remembered, which nothing remembers yet. Immutable. */
final class Runnability {
  private final List<Reader> readers;

  private Runnability(List<Reader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** A rule or elevation that reads a behavior. */
  private record Reader(String id, Scope scope, String behavior) {}

  static Runnability of(PolicySet policies) {
    return new Runnability(
        policies.behaviors().isEmpty() ? List.of() : new Search().readers(policies));
  }

  /** Why a case cannot be run; null when it can. */
  @Nullable String reasonAgainst(TestCase testCase) {
    Situation asked = testCase.asked();
    for (Reader reader : readers) {
      if (reader.scope.targets(asked.resource().reference().type(), asked.action())) {
        return "`"
            + reader.id
            + "` reads the behavior `"
            + reader.behavior
            + "`, and nothing is remembered yet";
      }
    }
    return null;
  }

  /** Looks for behaviors, once in each expression however often it is named. */
  private static final class Search {
    private final IdentityHashMap<Expr, Optional<String>> named = new IdentityHashMap<>();

    List<Reader> readers(PolicySet policies) {
      List<Reader> readers = new ArrayList<>();
      for (Rule rule : policies.rules()) {
        Stream<@Nullable Expr> parts = Stream.of(rule.when(), rule.unless(), rule.requirement());
        if (!rule.shadow()) {
          first(parts).ifPresent(it -> readers.add(new Reader(rule.id(), rule.scope(), it)));
        }
      }
      for (Elevation each : policies.elevations()) {
        first(Stream.ofNullable(each.when()))
            .ifPresent(it -> readers.add(new Reader(each.id(), each.scope(), it)));
      }
      return readers;
    }

    private Optional<String> first(Stream<@Nullable Expr> parts) {
      return parts
          .filter(Objects::nonNull)
          .map(this::behavior)
          .flatMap(Optional::stream)
          .findFirst();
    }

    private Optional<String> behavior(Expr expr) {
      if (expr instanceof Expr.BehaviorValue value) {
        return Optional.of(value.behavior());
      }
      Optional<String> known = named.get(expr);
      if (known == null) {
        known =
            ExprParts.of(expr).stream().map(this::behavior).flatMap(Optional::stream).findFirst();
        named.put(expr, known);
      }
      return known;
    }
  }
}
