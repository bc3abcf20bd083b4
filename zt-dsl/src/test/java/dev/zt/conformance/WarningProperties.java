package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Explanation;
import dev.zt.Explanation.Truth;
import dev.zt.dsl.Compilation;
import dev.zt.dsl.Diagnostic;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.policy.Expr;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What a warning says of a condition or a rule holds for every request. What it says is read from
 * its message, as its author reads it.
 */
class WarningProperties {
  private static final Pattern NEVER_BOTH =
      Pattern.compile("`(.*)` and `(.*)` are never both true.*");
  private static final Pattern ONE_OF_TWO =
      Pattern.compile("`(.*)` or `(.*)` is true whenever both are known.*");
  private static final Pattern IMPLIED = Pattern.compile("`(.*)` is true wherever `(.*)` is.*");
  private static final Pattern NEVER = Pattern.compile("`(.*)` is never true(, so .*)?");
  private static final Pattern ALWAYS =
      Pattern.compile("`(.*)` is (true whenever it is known|always true)(, so .*)?");

  /** Conditions on few things, so that they often have to do with each other. */
  private static final List<String> RELATED =
      List.of(
          "subject.level > 1",
          "subject.level < 1",
          "subject.level != 2",
          "subject.level == 2",
          "2 >= subject.level",
          "subject.dept == \"a\"",
          "subject.dept != \"a\"",
          "subject.dept in [\"a\", \"b\"]",
          "subject.dept starts with \"b\"",
          "subject.dept matches \"a*\"",
          "subject.dept == resource.dept",
          "subject.dept != resource.dept",
          "subject.tier == Tier.low",
          "subject.tier > Tier.low",
          "subject.tier in [Tier.low, Tier.mid]",
          "subject.ends is none",
          "subject.ends > now",
          "not (now < subject.ends)",
          "location.ip in [\"10.0.0.0/8\"]",
          "location.ip in [\"2001:db8::/32\"]",
          "location.ip == \"8.8.8.8\"",
          "role \"reader\"",
          "not role \"reader\"",
          "role \"admin\"",
          "not role \"admin\"",
          "subject is User",
          "subject is Team",
          "subject == User \"u1\"",
          "score > 50",
          "score <= 40",
          "size(subject.tags) > 1",
          "size(subject.tags) == 0",
          "device.managed",
          "not device.managed",
          "identity.mfa_age < 10m",
          "identity.mfa_age >= 15m",
          "\"a\" in subject.tags",
          "not (subject.tags contains \"a\")",
          "action.name == \"read\"",
          "device.edr in [healthy, degraded]",
          "device.edr == infected");

  /** A rule of one permit, and requests to judge by it. */
  record Case(String rule, List<World> worlds) {
    Compilation compilation() {
      return PolicyCompiler.compile("t.zt", SampleSchema.TEXT + "p: " + rule + "\n");
    }
  }

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<String> joined =
        Combinators.combine(
                Arbitraries.of(" and ", " and ", " or "),
                Arbitraries.oneOf(
                        Arbitraries.of(RELATED), Arbitraries.of(RELATED), Conditions.any())
                    .list()
                    .ofMinSize(2)
                    .ofMaxSize(6))
            .as((connective, parts) -> String.join(connective, parts));
    Arbitrary<String> plain =
        Combinators.combine(Arbitraries.of("anyone", "User", "role \"admin\""), joined)
            .as((who, when) -> "permit " + who + " to read Doc, Folder when " + when);
    return Combinators.combine(
            Arbitraries.oneOf(plain, plain, Policies.permit()), Worlds.any().list().ofSize(8))
        .as(Case::new);
  }

  @Property(tries = 1000)
  void whatAWarningSaysHolds(@ForAll("cases") Case given) {
    Compilation compilation = given.compilation();
    PolicySet policies = compilation.orThrow();
    for (World world : given.worlds()) {
      if (!isAbout(policies, world)) {
        continue;
      }
      for (Diagnostic warning : compilation.warnings()) {
        assertThat(contradiction(warning.message(), policies, world))
            .as("%s%n%s", given.rule(), warning.message())
            .isEmpty();
      }
    }
  }

  @Example
  void aWarningThatDoesNotHoldIsSeen() {
    PolicySet policies =
        new Case("permit anyone to read Doc when resource.size > 1", List.of())
            .compilation()
            .orThrow();
    World world =
        new World(
            "read", "User u1", "Doc d1", Map.of("User u1", Map.of(), "Doc d1", Map.of("size", 2)));

    assertThat(
            Stream.of(
                    "`resource.size > 1` is never true",
                    "`resource.size > 1` and `resource.size > 1` are never both true",
                    "the rule is odd, so this permit never applies")
                .map(message -> contradiction(message, policies, world)))
        .allMatch(Optional::isPresent);
  }

  /** What a warning says of types holds for the subjects and resources that the rule is about. */
  private static boolean isAbout(PolicySet policies, World world) {
    Scope scope =
        policies.rules().stream()
            .filter(rule -> rule.id().equals("t.p"))
            .findFirst()
            .orElseThrow()
            .scope();
    String subject = "t." + World.reference(world.subject()).type();
    boolean isAmongTypes =
        scope.subjects().isEmpty()
            || scope.subjects().stream()
                .anyMatch(
                    each -> !(each instanceof Expr.IsType is) || is.entityType().equals(subject));
    return isAmongTypes
        && scope.targets().containsKey("t." + World.reference(world.resource()).type());
  }

  private static Optional<String> contradiction(String message, PolicySet policies, World world) {
    Explanation explained =
        Decider.explainer(policies, Instant.parse(Worlds.NOW)).explain(world.request());
    Map<String, Truth> truths = new HashMap<>();
    Stream.concat(explained.rules().stream(), explained.nearest().stream())
        .flatMap(rule -> rule.conditions().stream())
        .forEach(node -> collect(node, truths));
    boolean broken =
        isBroken(message, truths)
            || (message.endsWith("so this permit never applies")
                && explained.decision().permitted());
    return broken ? Optional.of(explained.text()) : Optional.empty();
  }

  private static boolean isBroken(String message, Map<String, Truth> truths) {
    Matcher matcher = NEVER_BOTH.matcher(message);
    if (matcher.matches()) {
      return is(truths, matcher.group(1), Truth.TRUE) && is(truths, matcher.group(2), Truth.TRUE);
    }
    matcher = ONE_OF_TWO.matcher(message);
    if (matcher.matches()) {
      return is(truths, matcher.group(1), Truth.FALSE) && is(truths, matcher.group(2), Truth.FALSE);
    }
    matcher = IMPLIED.matcher(message);
    if (matcher.matches()) {
      return is(truths, matcher.group(1), Truth.FALSE) && is(truths, matcher.group(2), Truth.TRUE);
    }
    matcher = NEVER.matcher(message);
    if (matcher.matches()) {
      return is(truths, matcher.group(1), Truth.TRUE);
    }
    matcher = ALWAYS.matcher(message);
    return matcher.matches() && is(truths, matcher.group(1), Truth.FALSE);
  }

  private static boolean is(Map<String, Truth> truths, String condition, Truth truth) {
    return truths.get(condition) == truth;
  }

  private static void collect(Explanation.Node node, Map<String, Truth> truths) {
    Truth truth = node.truth();
    if (truth != null) {
      truths.put(node.text(), truth);
    }
    new ArrayList<>(node.children()).forEach(child -> collect(child, truths));
  }
}
