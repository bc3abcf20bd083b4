package dev.zt.dsl.check.lint;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.policy.Effect;
import dev.zt.policy.Elevation;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Rule;
import dev.zt.policy.Schema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields that one of the types a rule is about does not have, where that makes the rule apply to it
 * always or never.
 */
final class LackingFields {
  private static final Set<String> EVERYWHERE = Set.of("id", "roles", "groups");

  private final Findings findings;
  private final List<Schema.Entity> types;
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, BitSet> lacking = new HashMap<>();
  private final IdentityHashMap<List<String>, BitSet> candidates = new IdentityHashMap<>();

  LackingFields(Findings findings, Schema schema) {
    this.findings = findings;
    this.types = List.copyOf(schema.entities().values());
    for (int i = 0; i < types.size(); i++) {
      numbers.put(types.get(i).name(), i);
    }
  }

  void check(PolicySet set) {
    set.rules().forEach(this::rule);
    set.elevations().forEach(this::elevation);
  }

  private void rule(Rule rule) {
    boolean permits = rule.effect() == Effect.PERMIT;
    List<Conditions.Condition> written = Conditions.of(rule).written();
    check(
        written,
        permits,
        "this " + rule.effect() + (permits ? " never applies to it" : " always applies to it"));
    Expr requirement = rule.requirement();
    if (requirement != null) {
      check(
          List.of(new Conditions.Condition(requirement, true)),
          true,
          "this requirement is never met for it");
    }
  }

  private void elevation(Elevation elevation) {
    check(Conditions.of(elevation).written(), true, "this elevation never applies to it");
  }

  private void check(List<Conditions.Condition> conditions, boolean mustHold, String consequence) {
    if (!conditions.isEmpty() && types.size() > 1) {
      check(conditions, true, mustHold, consequence);
      check(conditions, false, mustHold, consequence);
    }
  }

  private void check(
      List<Conditions.Condition> conditions,
      boolean ofSubject,
      boolean mustHold,
      String consequence) {
    FieldUses reads = new FieldUses(ofSubject);
    conditions.forEach(condition -> reads.collect(condition.expr()));
    Map<FieldUses.Use, BitSet> blamed = new LinkedHashMap<>();
    for (BitSet group : groups(reads)) {
      String type = types.get(group.nextSetBit(0)).name();
      Assumption assumption = new Assumption(ofSubject, type, lackedBy(type, reads));
      boolean decides =
          !isOpen(conditions, mustHold, assumption)
              && isOpen(conditions, mustHold, assumption.withAllFields());
      if (decides) {
        blamed.computeIfAbsent(first(reads, type), each -> new BitSet()).or(group);
      }
    }
    blamed.forEach((use, group) -> tell(use, group, ofSubject, consequence));
  }

  /** Whether the conditions can all hold; or, when they must not, whether one can fail. */
  private static boolean isOpen(
      List<Conditions.Condition> conditions, boolean mustHold, Assumption assumption) {
    Outcomes outcomes = new Outcomes(assumption);
    return mustHold
        ? conditions.stream().allMatch(each -> outcomes.canBe(each.expr(), each.wanted()))
        : conditions.stream().anyMatch(each -> outcomes.canBe(each.expr(), !each.wanted()));
  }

  /** The types that lack a field, together with those that lack the same and are not told apart. */
  private List<BitSet> groups(FieldUses reads) {
    List<BitSet> groups = List.of();
    Set<String> seen = new HashSet<>();
    for (FieldUses.Use use : reads.uses()) {
      if (seen.add(use.field())) {
        groups = split(groups, lacking(use.field()), candidates(use.candidates()));
      }
    }
    for (String type : reads.typesAsked()) {
      BitSet one = new BitSet();
      Integer number = numbers.get(type);
      if (number != null) {
        one.set(number);
      }
      groups = split(groups, one, new BitSet());
    }
    return groups;
  }

  /** Splits each group by whether the types lack a field, and adds those in none that do. */
  private static List<BitSet> split(List<BitSet> groups, BitSet by, BitSet among) {
    List<BitSet> split = new ArrayList<>();
    BitSet rest = (BitSet) among.clone();
    rest.and(by);
    for (BitSet group : groups) {
      BitSet within = (BitSet) group.clone();
      within.and(by);
      BitSet without = (BitSet) group.clone();
      without.andNot(by);
      rest.andNot(group);
      split.add(within);
      split.add(without);
    }
    split.add(rest);
    split.removeIf(BitSet::isEmpty);
    return split;
  }

  private BitSet lacking(String field) {
    return lacking.computeIfAbsent(
        field,
        name -> {
          BitSet without = new BitSet();
          for (int i = 0; i < types.size(); i++) {
            without.set(i, types.get(i).field(name) == null && !EVERYWHERE.contains(name));
          }
          return without;
        });
  }

  private BitSet candidates(List<String> names) {
    BitSet known = candidates.get(names);
    if (known == null) {
      known = new BitSet();
      for (String name : names) {
        Integer number = numbers.get(name);
        if (number != null) {
          known.set(number);
        }
      }
      candidates.put(names, known);
    }
    return known;
  }

  private Set<String> lackedBy(String type, FieldUses reads) {
    Integer number = numbers.get(type);
    Set<String> fields = new HashSet<>();
    for (FieldUses.Use use : reads.uses()) {
      if (number != null && lacking(use.field()).get(number)) {
        fields.add(use.field());
      }
    }
    return fields;
  }

  private FieldUses.Use first(FieldUses reads, String type) {
    Set<String> lacked = lackedBy(type, reads);
    return reads.uses().stream()
        .filter(use -> lacked.contains(use.field()))
        .findFirst()
        .orElseThrow();
  }

  private void tell(FieldUses.Use use, BitSet group, boolean ofSubject, String consequence) {
    BitSet having = (BitSet) candidates(use.candidates()).clone();
    having.andNot(lacking(use.field()));
    findings.add(
        Code.LACKING_FIELD,
        use.shown().span(),
        "a "
            + (ofSubject ? "subject" : "resource")
            + " of type "
            + Kinds.anyOf(names(group))
            + " has no `"
            + use.field()
            + "`, so "
            + consequence,
        "name the types that are meant, such as " + Kinds.anyOf(names(having)));
  }

  private List<String> names(BitSet group) {
    return group.stream().mapToObj(number -> types.get(number).name()).toList();
  }
}
