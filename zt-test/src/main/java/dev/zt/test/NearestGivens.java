package dev.zt.test;

import dev.zt.dsl.suite.Situation;
import dev.zt.engine.Inspection;
import dev.zt.engine.Inspector;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import dev.zt.policy.value.Value;
import dev.zt.test.search.Boundaries;
import dev.zt.test.search.Change;
import dev.zt.test.search.Setting;
import dev.zt.test.search.SmallestChange;
import dev.zt.test.search.Written;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the single change to what a case gives that makes it pass. For one thread.
 *
 * <p>The values that are tried are those at which the conditions of the rules in scope turn. Each
 * try is a real decision, and there are at most {@value #TRIES} of them for a case; in a set so
 * large that they take longer than two seconds, the search ends then.
 */
final class NearestGivens {
  private static final int TRIES = 400;
  private static final int MOST_CANDIDATES = 5_000;
  private static final long NANOS = Duration.ofSeconds(2).toNanos();

  private final Judge judge;
  private final PolicySet policies;
  private final Requests requests;
  private final Inspector inspector;

  NearestGivens(Judge judge) {
    this.judge = judge;
    this.policies = judge.policies();
    this.requests = new Requests(policies.schema());
    this.inspector = Inspector.of(policies);
  }

  /**
   * The change as an author writes it: {@code with device { edr: healthy }}; null when no single
   * one will do.
   *
   * @param first the ids of rules whose conditions are looked at before those of others
   */
  @Nullable String to(PreparedCase prepared, List<String> first) {
    Situation given = prepared.testCase().asked();
    Optional<Inspection> inspection =
        inspector.inspect(prepared.request(), prepared.now(), judge.past(prepared));
    if (inspection.isEmpty()) {
      return null;
    }
    List<Change> candidates =
        conditions(inspection.get(), first)
            .flatMap(
                condition ->
                    Boundaries.ofGivens(condition, policies.schema(), given, inspection.get())
                        .stream())
            .limit(MOST_CANDIDATES)
            .filter(change -> isWritable(change, prepared))
            .distinct()
            .sorted(Comparator.comparingInt(NearestGivens::size))
            .limit(TRIES)
            .toList();
    long start = System.nanoTime();
    return SmallestChange.of(
            candidates,
            1,
            TRIES,
            changes -> System.nanoTime() - start < NANOS && passes(prepared, given, changes))
        .map(changes -> written(changes.get(0), prepared))
        .orElse(null);
  }

  private boolean passes(PreparedCase prepared, Situation given, List<Change> changes) {
    Situation changed = Setting.of(given).after(changes).asked();
    Instant now = changed.now() == null ? prepared.now() : changed.now();
    return Differences.between(
            prepared.expected(), judge.decide(prepared, requests.of(changed), now))
        .isEmpty();
  }

  private static int size(Change change) {
    return change instanceof Change.Give
        ? 0
        : change instanceof Change.Clock ? 1 : change instanceof Change.Hide ? 2 : 3;
  }

  /** Whether a line of a test can say it: time passes, but does not run back. */
  private static boolean isWritable(Change change, PreparedCase prepared) {
    return !(change instanceof Change.Clock clock) || clock.now().isAfter(prepared.now());
  }

  private static String written(Change change, PreparedCase prepared) {
    if (change instanceof Change.Clock clock) {
      long passed = Duration.between(prepared.now(), clock.now()).toMillis();
      return "after " + new Value.Duration(passed) + ": …";
    }
    Situation changed = change.applyTo(prepared.testCase().asked());
    return Written.with(List.of(change), changed);
  }

  /** A rule or elevation with everything that it asks, what it asks for first. */
  private record Asking(String id, Scope scope, List<Expr> conditions) {}

  private Stream<Expr> conditions(Inspection inspection, List<String> first) {
    return Stream.concat(
            policies.rules().stream().filter(rule -> !rule.shadow()).map(NearestGivens::of),
            policies.elevations().stream().map(NearestGivens::of))
        .filter(each -> inspection.targets(each.scope))
        .sorted(Comparator.comparing(each -> !first.contains(each.id)))
        .flatMap(each -> each.conditions.stream());
  }

  private static Asking of(Rule rule) {
    return asking(
        rule.id(),
        rule.scope(),
        Stream.of(rule.requirement(), rule.unless(), rule.when()).filter(Objects::nonNull));
  }

  private static Asking of(Elevation elevation) {
    return asking(elevation.id(), elevation.scope(), Stream.ofNullable(elevation.when()));
  }

  private static Asking asking(String id, Scope scope, Stream<Expr> conditions) {
    return new Asking(
        id,
        scope,
        Stream.of(conditions, scope.subjects().stream(), scope.resources().stream())
            .flatMap(each -> each)
            .toList());
  }
}
