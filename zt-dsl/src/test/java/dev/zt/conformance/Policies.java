package dev.zt.conformance;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random rules over {@link SampleSchema}. */
final class Policies {
  private Policies() {}

  private static final Arbitrary<String> SUBJECTS =
      Arbitraries.of(
          "anyone",
          "anyone",
          "User",
          "User, Team",
          "User \"u1\"",
          "role \"reader\"",
          "role \"admin\"",
          "group \"g1\"",
          "role \"writer\", group \"g2\"",
          "segment web");
  private static final Arbitrary<String> TARGETS =
      Arbitraries.of(
          "any action",
          "read",
          "read Doc",
          "read, write Doc",
          "touch Doc",
          "any action on Doc",
          "share Doc",
          "read Doc \"d1\"",
          "read Doc, Folder",
          "read segment web");
  private static final Arbitrary<String> CONSEQUENCES =
      Arbitraries.of(
          "deny",
          "challenge mfa",
          "challenge mfa(max_age: 15m), comply(\"x\")",
          "challenge one of mfa, reauthenticate",
          "restrict read_only",
          "restrict mask(\"iban\"), watermark",
          "restrict no_download");

  private static Arbitrary<String> clauses(Arbitrary<String> conditions) {
    return Combinators.combine(
            conditions.optional(0.7).map(when -> when.map(c -> " when " + c).orElse("")),
            conditions.optional(0.2).map(c -> c.map(u -> " unless " + u).orElse("")))
        .as((when, unless) -> when + unless);
  }

  private static Arbitrary<String> effect(String effect, Arbitrary<String> conditions) {
    return Combinators.combine(SUBJECTS, TARGETS, clauses(conditions))
        .as((who, what, clauses) -> effect + " " + who + " to " + what + clauses);
  }

  private static Arbitrary<String> restriction(Arbitrary<String> conditions) {
    return Combinators.combine(
            effect("restrict", conditions),
            Arbitraries.of("read_only", "watermark, mask(\"iban\")"))
        .as((rule, with) -> rule + " with " + with);
  }

  private static Arbitrary<String> requirement(Arbitrary<String> conditions) {
    return Combinators.combine(
            conditions,
            SUBJECTS,
            TARGETS,
            clauses(conditions),
            CONSEQUENCES,
            Arbitraries.of(true, false))
        .as(
            (required, who, what, clauses, consequence, scoped) ->
                "require "
                    + required
                    + (scoped ? " for " + who + " to " + what : "")
                    + clauses
                    + " else "
                    + consequence);
  }

  /** One rule, without its label. */
  private static Arbitrary<String> rule(Arbitrary<String> conditions) {
    return Arbitraries.frequencyOf(
        Tuple.of(5, effect("permit", conditions)),
        Tuple.of(2, effect("forbid", conditions)),
        Tuple.of(1, restriction(conditions)),
        Tuple.of(3, requirement(conditions)));
  }

  /** A permit, without its label. */
  static Arbitrary<String> permit() {
    return effect("permit", Conditions.any());
  }

  /** A forbid or a requirement, without its label. */
  static Arbitrary<String> closing() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, effect("forbid", Conditions.any())),
        Tuple.of(1, requirement(Conditions.any())));
  }

  /** Several rules, without labels, of which some may only be reported. */
  static Arbitrary<List<Labelled>> rules() {
    return rules(Conditions.any());
  }

  /** Several rules under such conditions. */
  static Arbitrary<List<Labelled>> rules(Arbitrary<String> conditions) {
    Arbitrary<Boolean> shadow = Arbitraries.frequency(Tuple.of(8, false), Tuple.of(1, true));
    return Combinators.combine(rule(conditions), shadow)
        .as(Unlabelled::new)
        .list()
        .ofMinSize(0)
        .ofMaxSize(6)
        .map(Policies::labelled);
  }

  private record Unlabelled(String text, boolean shadow) {}

  private static List<Labelled> labelled(List<Unlabelled> rules) {
    List<Labelled> labelled = new ArrayList<>();
    for (Unlabelled rule : rules) {
      labelled.add(new Labelled("r" + labelled.size(), rule.text(), rule.shadow()));
    }
    return labelled;
  }

  /** A rule as a policy file holds it. */
  record Labelled(String label, String text, boolean shadow) {
    @Override
    public String toString() {
      return (shadow ? "shadow " : "") + label + ": " + text;
    }
  }
}
