package dev.zt.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random sets of many rules about the same, of the kinds that an index tells apart: each for a
 * subject, role, group, value or stretch of values of its own.
 */
final class Families {
  private Families() {}

  private static final Arbitrary<String> CONSTANTS = Arbitraries.of("-1", "0", "1", "2", "3", "4");
  private static final Arbitrary<String> WORDS =
      Arbitraries.of("\"a\"", "\"b\"", "\"ab\"", "\"c\"");
  private static final Arbitrary<String> ORDER = Arbitraries.of("<", "<=", ">", ">=");

  /** Subjects of one kind. */
  private static final List<Arbitrary<String>> SUBJECTS =
      List.of(
          Arbitraries.just("anyone"),
          Arbitraries.just("anyone"),
          Arbitraries.just("User"),
          Arbitraries.of("User", "Team, User", "anyone"),
          Arbitraries.of("User \"u1\"", "User \"u2\"", "User \"u1\", User \"u3\""),
          Arbitraries.of("role \"reader\"", "role \"writer\"", "role \"admin\""),
          Arbitraries.of("group \"g1\"", "group \"g2\"", "group \"g3\", group \"g1\""),
          Arbitraries.of("role \"writer\", group \"g2\"", "group \"g1\", role \"admin\""),
          Arbitraries.of("User \"u2\", role \"admin\"", "role \"reader\", User \"u1\""));

  /** Conditions of one kind. */
  private static final List<Arbitrary<String>> APART =
      List.of(
          test("subject.level", ORDER),
          test("subject.level", Arbitraries.of("<", "<=")),
          test("resource.size", Arbitraries.of("==")),
          test("context.n", ORDER).map(each -> "not (" + each + ")"),
          Combinators.combine(CONSTANTS, ORDER).as((n, op) -> n + " " + op + " subject.level"),
          Combinators.combine(CONSTANTS, CONSTANTS)
              .as((from, to) -> "resource.size >= " + from + " and resource.size < " + to),
          WORDS.map(word -> "subject.dept == " + word),
          WORDS.map(word -> "not (resource.dept != " + word + ")"),
          Combinators.combine(WORDS, WORDS).as((a, b) -> "resource.dept in [" + a + ", " + b + "]"),
          WORDS.map(word -> "resource.tags contains " + word),
          WORDS.map(word -> word + " in subject.tags"),
          Combinators.combine(WORDS, WORDS)
              .as((a, b) -> "subject.tags contains any [" + a + ", " + b + "]"),
          Arbitraries.of("resource.colour == red", "resource.colour in [green, blue]"),
          Arbitraries.of(
              "location.country == \"DE\"",
              "location.country in europe",
              "location.country in [\"US\", \"GB\"]"),
          Arbitraries.of(
              "subject in Team \"t1\"",
              "subject in Team \"t2\"",
              "subject in [Team \"t1\", Org \"o1\"]"),
          Arbitraries.of("resource in Folder \"f1\"", "resource in Folder \"f2\""),
          Arbitraries.of("resource.owner == User \"u1\"", "resource.owner == User \"u2\""),
          Arbitraries.of("resource == Doc \"d1\"", "resource == Doc \"d2\""),
          Arbitraries.of("subject.manager.level >= 2", "subject.manager.level < 1"),
          Arbitraries.of("subject.tier >= Tier.mid", "subject.tier < Tier.high"),
          Arbitraries.of("subject.started <= opening", "subject.started > opening"),
          Arbitraries.of("subject is User", "subject is Team"),
          Arbitraries.of(
              "(role \"writer\" or subject.dept == \"a\")",
              "(subject.dept == \"b\" or role \"admin\")"));

  private static final Arbitrary<String> TARGETS =
      Arbitraries.frequency(
          Tuple.of(12, "read Doc"),
          Tuple.of(1, "any action on Doc"),
          Tuple.of(1, "read Doc, Folder"),
          Tuple.of(1, "read Doc \"d1\""));

  private static Arbitrary<String> test(String path, Arbitrary<String> operator) {
    return Combinators.combine(operator, CONSTANTS).as((op, n) -> path + " " + op + " " + n);
  }

  /**
   * A set of many rules of one effect and kind, and nothing beside them: what an index finds is all
   * there is to decide.
   */
  static Arbitrary<List<Policies.Labelled>> alone() {
    return Combinators.combine(
            Arbitraries.frequency(Tuple.of(5, PERMIT), Tuple.of(1, FORBID)),
            Arbitraries.of(SUBJECTS),
            kinds())
        .as((effect, subjects, kind) -> family(effect, subjects, kind))
        .flatMap(rules -> rules.list().ofMinSize(12).ofMaxSize(24))
        .map(rules -> labelled("a", rules, false));
  }

  /** Keys, each of which is met by few requests and named by one rule. */
  private static final List<IntFunction<String>> KEYS =
      List.of(
          number -> "resource.size == " + (number - 2),
          number -> "subject.level >= %d and subject.level < %d".formatted(number - 2, number - 1),
          number -> "context.n > %d and context.n <= %d".formatted(number - 3, number - 2),
          number ->
              "subject.dept == \""
                  + List.of("a", "b", "ab", "c").get(number % 4)
                  + "x".repeat(number / 4)
                  + "\"");

  /**
   * A set of many rules, each of which has a key of its own and more to test: what an index finds
   * is one rule that is still to be judged.
   */
  static Arbitrary<List<Policies.Labelled>> keyed() {
    return Combinators.combine(Arbitraries.of(KEYS), kinds(), kinds())
        .flatAs(
            (key, one, other) ->
                Combinators.combine(one, other.optional(0.5))
                    .as((first, second) -> first + second.map(test -> " and " + test).orElse(""))
                    .list()
                    .ofMinSize(12)
                    .ofMaxSize(24)
                    .map(tests -> keyed(key, tests)));
  }

  private static List<Policies.Labelled> keyed(IntFunction<String> key, List<String> tests) {
    List<String> rules = new ArrayList<>();
    for (String test : tests) {
      rules.add("permit anyone to read Doc when " + key.apply(rules.size()) + " and " + test);
    }
    return labelled("k", rules, false);
  }

  /** A set of many rules, most of them of one effect and kind. */
  static Arbitrary<List<Policies.Labelled>> any() {
    Arbitrary<List<Policies.Labelled>> most =
        Combinators.combine(effects(), Arbitraries.of(SUBJECTS), kinds(), kinds())
            .as(Families::family)
            .flatMap(rules -> rules.list().ofMinSize(24).ofMaxSize(48))
            .flatMap(
                rules ->
                    Arbitraries.frequency(Tuple.of(5, false), Tuple.of(1, true))
                        .map(shadow -> labelled("s", rules, shadow)));
    Arbitrary<List<Policies.Labelled>> others =
        Policies.permit()
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(rules -> labelled("o", rules, false));
    return Combinators.combine(most, others)
        .as(
            (some, more) -> {
              List<Policies.Labelled> all = new ArrayList<>(some);
              all.addAll(more);
              return all;
            });
  }

  private static Arbitrary<Arbitrary<String>> kinds() {
    return Arbitraries.of(APART);
  }

  /** How a rule begins and ends. */
  private record Frame(String head, String tail) {}

  private static final Frame PERMIT = new Frame("permit ", "");
  private static final Frame FORBID = new Frame("forbid ", "");

  private static Arbitrary<Frame> effects() {
    return Arbitraries.of(
        PERMIT,
        PERMIT,
        FORBID,
        new Frame("restrict ", " with read_only"),
        new Frame("require device.managed for ", " else deny"),
        new Frame("require subject.level > 1 for ", " else challenge mfa"),
        new Frame("require context.n < 2 for ", " else restrict watermark"));
  }

  private static Arbitrary<String> family(
      Frame effect, Arbitrary<String> subjects, Arbitrary<String> one, Arbitrary<String> other) {
    Arbitrary<String> conditions =
        Combinators.combine(one, other.optional(0.5), Conditions.atoms().optional(0.2))
            .as(
                (first, second, third) ->
                    " when "
                        + first
                        + second.map(test -> " and " + test).orElse("")
                        + third.map(test -> " and " + test).orElse(""));
    Arbitrary<String> clauses =
        Arbitraries.frequencyOf(Tuple.of(5, conditions), Tuple.of(1, Arbitraries.just("")));
    return Combinators.combine(subjects, TARGETS, clauses)
        .as((who, what, when) -> effect.head() + who + " to " + what + when + effect.tail());
  }

  private static Arbitrary<String> family(
      Frame effect, Arbitrary<String> subjects, Arbitrary<String> kind) {
    return Combinators.combine(subjects, kind.optional(0.7))
        .as(
            (who, test) ->
                effect.head()
                    + who
                    + " to read Doc"
                    + test.map(each -> " when " + each).orElse("")
                    + effect.tail());
  }

  private static List<Policies.Labelled> labelled(
      String prefix, List<String> texts, boolean shadow) {
    List<Policies.Labelled> rules = new ArrayList<>();
    texts.forEach(text -> rules.add(new Policies.Labelled(prefix + rules.size(), text, shadow)));
    return rules;
  }
}
