package dev.zt.cli.needs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.PolicyCompiler;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is needed for {@code read} on {@code Doc} under a few rules. */
class NeedsTest {
  private static final String DECLARED =
      """
      module acme
      role "a"
      role "b" includes "a"
      entity User {}
      entity Robot {}
      entity Doc { secret: bool  actions read }
      extend signal device fresh 10m { }
      extend signal context { flag: bool  list: set<string>  @open("no feed") feed: bool = true }
      """;

  static Stream<Arguments> rules() {
    return Stream.of(
        of(
            "what the only permit asks for",
            "p: permit User to read Doc when location.trusted",
            "location.trusted"),
        of(
            "what every permit asks for",
            """
            p: permit User to read Doc when location.trusted and identity.biometric
            q: permit Robot to read Doc when location.trusted and identity.compromised
            """,
            "location.trusted"),
        of(
            "nothing where one permit asks for nothing",
            """
            p: permit User to read Doc when location.trusted
            q: permit Robot to read Doc
            """),
        of(
            "nothing of a shadow rule",
            """
            p: permit User to read Doc
            shadow q: forbid anyone to read Doc when location.anonymous
            """),
        of(
            "what a forbid must rule out",
            """
            p: permit User to read Doc
            q: forbid anyone to read Doc when location.anonymous
            """,
            "location.anonymous"),
        of(
            "nothing for a forbid of somebody else",
            """
            p: permit User to read Doc
            q: forbid Robot to read Doc when location.anonymous
            """),
        of(
            "nothing for a forbid of a role that the subject need not have",
            """
            p: permit User to read Doc
            q: forbid role "a" to read Doc when location.anonymous
            """),
        of(
            "what a forbid of everybody with the permit's role must rule out",
            """
            p: permit role "b" to read Doc
            q: forbid role "a" to read Doc when location.anonymous
            """,
            "location.anonymous"),
        of(
            "nothing where an operand decides alone",
            """
            p: permit User to read Doc
            q: forbid anyone to read Doc when resource.secret and location.anonymous
            """),
        of(
            "the other operand where the permit settles the first",
            """
            p: permit User to read Doc when resource.secret
            q: forbid anyone to read Doc when resource.secret and location.anonymous
            """,
            "location.anonymous"),
        of(
            "what a requirement asks for",
            """
            p: permit User to read Doc
            q: require location.trusted else challenge mfa
            """,
            "location.trusted"),
        of(
            "what both alternatives ask for",
            "p: permit User to read Doc when location.trusted or not location.trusted",
            "location.trusted"),
        of(
            "nothing of alternatives that ask for different things",
            "p: permit User to read Doc when location.trusted or identity.biometric"),
        of(
            "what a restriction must rule out",
            """
            p: permit User to read Doc
            q: restrict anyone to read Doc unless location.trusted with read_only
            """,
            "location.trusted"),
        of(
            "the base of an age",
            "p: permit User to read Doc when identity.mfa_age < 1h",
            "identity.mfa_at"),
        of(
            "when a fact that goes stale was observed",
            "p: permit User to read Doc when device.managed",
            "device.as_of",
            "device.managed"),
        of("nothing for which a value stands in", "p: permit User to read Doc when context.feed"),
        of(
            "what must be known",
            "@open(\"x\") p: permit User to read Doc when known(location.city)",
            "location.city"),
        of(
            "an element that is looked for in a list",
            "p: permit User to read Doc when location.country in [\"DE\", \"FR\"]",
            "location.country"),
        of(
            "nothing to find a value in a set that may be empty",
            "p: permit User to read Doc when \"x\" not in context.list",
            "context.list"),
        of(
            "the set alone where nothing need be in it",
            "p: permit User to read Doc when not any(x in context.list: x == location.city)",
            "context.list"),
        of(
            "the set and the body where something must be in it",
            "p: permit User to read Doc when any(x in context.list: x == location.city)",
            "context.list",
            "location.city"),
        of(
            "a term without which a risk is too open",
            """
            p: permit User to read Doc
            risk score { add 60 when location.anonymous  add 40 when identity.compromised }
            q: require score < 50 else deny
            """,
            "location.anonymous"),
        of(
            "the facts behind a name",
            """
            let trusted = location.trusted and identity.biometric
            p: permit User to read Doc when trusted
            """,
            "identity.biometric",
            "location.trusted"),
        of(
            "what an elevation asks for as well",
            """
            p: permit User to read Doc when location.trusted
            elevation breakglass permits Robot to read Doc when identity.biometric
              for at most 1h
            """));
  }

  private static Arguments of(String what, String rules, String... needs) {
    return Arguments.of(what, rules, new TreeSet<>(List.of(needs)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rules")
  void areFound(String what, String rules, Set<String> needs) {
    assertThat(needs(rules).facts().keySet()).isEqualTo(needs);
  }

  private static ActionNeeds needs(String rules) {
    return NeedsAnalysis.of(PolicyCompiler.compile(Map.of("acme.zt", DECLARED + rules)).orThrow())
        .get(0);
  }

  @Test
  void nobodyIsPermittedWhatIsAlwaysForbidden() {
    ActionNeeds needs =
        needs(
            "p: permit User to read Doc\nq: forbid anyone to read Doc when location.trusted\n"
                + "r: forbid anyone to read Doc\n");
    assertThat(needs.possible()).isFalse();
    assertThat(needs.facts()).isEmpty();
  }

  @Test
  void theRulesThatAskAreNamed() {
    assertThat(
            needs(
                    """
                    p: permit User to read Doc when location.trusted
                    q: require location.trusted else deny
                    """)
                .facts())
        .containsOnly(Map.entry("location.trusted", new TreeSet<>(List.of("acme.p", "acme.q"))));
  }
}
