package dev.zt.test.change;

import dev.zt.dsl.suite.Situation;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Looks for the smallest change to what a test gives that leads to a wanted decision: one field
 * given or given otherwise, else one taken away, else a whole signal.
 *
 * <p>The values that are tried are those at which the conditions of the rules in scope turn. Each
 * try is a real decision; there are at most {@value #MOST} of them.
 */
public final class SmallestChange {
  private static final int MOST = 400;

  private final PolicySet policies;
  private final Boundaries boundaries;

  /** Under these policies. */
  public SmallestChange(PolicySet policies) {
    this.policies = policies;
    this.boundaries = new Boundaries(policies.schema());
  }

  /** The change as the text after {@code with}, and what is then given. */
  public record Found(String text, Situation situation) {}

  /**
   * The first change that leads to a wanted decision.
   *
   * @param first the ids of rules whose conditions are looked at before those of others
   * @param wanted decides, and says whether the decision is a wanted one
   */
  public Optional<Found> of(Situation situation, List<String> first, Predicate<Situation> wanted) {
    Candidates candidates = new Candidates(situation, boundaries, MOST);
    conditions(situation, first).forEach(candidates::add);
    for (Change change : candidates.all()) {
      Situation changed = change.applied(situation);
      if (wanted.test(changed)) {
        return Optional.of(new Found(change.text(), changed));
      }
    }
    return Optional.empty();
  }

  /** A rule or elevation with everything that it asks, what it asks for first. */
  private record Asking(String id, Scope scope, List<Expr> conditions) {}

  private List<Expr> conditions(Situation situation, List<String> first) {
    List<Asking> inScope =
        Stream.concat(
                policies.rules().stream().filter(rule -> !rule.shadow()).map(SmallestChange::of),
                policies.elevations().stream().map(SmallestChange::of))
            .filter(
                each ->
                    each.scope.targets(situation.resource().reference().type(), situation.action()))
            .toList();
    List<Expr> conditions = new ArrayList<>();
    Stream.concat(
            inScope.stream().filter(each -> first.contains(each.id)),
            inScope.stream().filter(each -> !first.contains(each.id)))
        .forEach(each -> conditions.addAll(each.conditions));
    return conditions;
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
