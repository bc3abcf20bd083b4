package dev.zt.test.mutation;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.policy.Elevation;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** All changes of a policy set, by file and place. Shadow rules decide nothing and stay. */
final class Mutants {
  private Mutants() {}

  /**
   * The changes.
   *
   * @param texts the files that the set was compiled from, by name
   */
  static List<Mutant> of(PolicySet policies, Map<String, String> texts) {
    WrittenPolicies written = new WrittenPolicies(texts);
    List<Mutant> mutants = new ArrayList<>(ConditionMutations.of(written, policies));
    for (Rule rule : policies.rules()) {
      WrittenPolicies.Written<dev.zt.dsl.syntax.Rule> found = written.rule(rule.id());
      if (found != null && !rule.shadow()) {
        mutants.addAll(RuleMutations.of(rule, found));
        mutants.addAll(scope(written, policies, rule, found));
      }
    }
    for (Elevation elevation : policies.elevations()) {
      WrittenPolicies.Written<Declaration.Elevation> found = written.elevation(elevation.id());
      if (found != null) {
        mutants.addAll(elevation(written, policies, elevation, found));
      }
    }
    mutants.addAll(FreshMutations.of(written, policies.schema()));
    mutants.sort(
        Comparator.comparing((Mutant mutant) -> mutant.span().file())
            .thenComparing(mutant -> mutant.span().line())
            .thenComparing(mutant -> mutant.span().column())
            .thenComparing(Mutant::kind));
    return mutants;
  }

  private static List<Mutant> scope(
      WrittenPolicies written,
      PolicySet policies,
      Rule rule,
      WrittenPolicies.Written<dev.zt.dsl.syntax.Rule> found) {
    dev.zt.dsl.syntax.Rule.Scope scope = found.tree().scope();
    return new ScopeMutations(
            written,
            policies.schema(),
            found.source(),
            rule.scope(),
            scope.subjects(),
            scope.actions(),
            scope.resources(),
            changed -> Variant.of(Altered.scope(rule, changed)))
        .mutants();
  }

  private static List<Mutant> elevation(
      WrittenPolicies written,
      PolicySet policies,
      Elevation elevation,
      WrittenPolicies.Written<Declaration.Elevation> found) {
    Declaration.Elevation tree = found.tree();
    Source source = found.source();
    Span name = tree.name().span();
    List<Mutant> mutants = new ArrayList<>();
    mutants.add(
        new Mutant(
            MutationKind.DROP_RULE,
            WrittenPolicies.at(source, name),
            List.of(RuleMutations.leaveOut(source, tree)),
            Variant.without(elevation)));
    mutants.addAll(
        new ScopeMutations(
                written,
                policies.schema(),
                source,
                elevation.scope(),
                tree.subjects(),
                tree.actions(),
                tree.resources(),
                changed -> Variant.of(Altered.scope(elevation, changed)))
            .mutants());
    return mutants;
  }
}
