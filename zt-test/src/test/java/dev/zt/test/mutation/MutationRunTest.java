package dev.zt.test.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.test.Suite;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class MutationRunTest {
  private static final String POLICY =
      """
      module lib

      entity Reader { age: int  banned: bool }
      entity Book { rating: int  actions borrow, burn }

      readers:
      permit Reader to borrow Book
        when subject.age >= resource.rating

      banned:
      forbid Reader to borrow Book
        unless not subject.banned
      """;

  private static final String COMPLETE =
      """

      test "readers" {
        given subject Reader "ann" { age: 12, banned: false }
        given resource Book "b" { rating: 12 }

        borrow => permit
        borrow => deny with subject { age: 11 }
        borrow => permit with subject { age: 13 }
        borrow => deny by banned with subject { banned: true }
        borrow => deny with subject.banned unknown
        borrow => deny with subject Book "c" { }
        burn   => deny
      }
      """;

  private static MutationReport run(String text) {
    Compilation compilation = PolicyCompiler.compile("lib.zt", text);
    assertThat(compilation.errors()).isEmpty();
    return MutationRun.of(compilation).run();
  }

  @Test
  void aCompleteTestKillsEveryMutant() {
    MutationReport report = run(POLICY + COMPLETE);
    assertThat(report.survivors()).as(report.toString()).isEmpty();
    assertThat(report.score()).isEqualTo(1.0);
    assertThat(report.reaches(100)).isTrue();
    assertThat(report.counts().killed()).isGreaterThan(10);
    assertThat(report.suggestedFiles()).isEmpty();
  }

  @Test
  void withoutTestsNothingIsKilled() {
    MutationReport report = run(POLICY);
    assertThat(report.score()).isZero();
    assertThat(report.reaches(0)).isTrue();
    assertThat(report.reaches(0.1)).isFalse();
    assertThat(report.cases()).isZero();
  }

  @Test
  void aMutantThatDecidesAlikeIsNoSurvivor() {
    MutationReport report =
        run(
            """
            module lib
            entity Reader { age: int }
            entity Book { actions borrow }
            adults: permit Reader to borrow Book when subject.age >= 18
            seniors: forbid Reader to borrow Book when subject.age < 18 and subject.age < 18
            test "adults" {
              given subject Reader "ann" { age: 18 }
              given resource Book "b" { }
              borrow => permit
              borrow => deny by seniors with subject { age: 17 }
              borrow => deny with subject.age unknown
            }
            """);
    assertThat(report.equivalents())
        .filteredOn(each -> each.kind() == MutationKind.DROP_CONJUNCT)
        .filteredOn(each -> each.diff().toString().contains("seniors"))
        .hasSizeGreaterThanOrEqualTo(2);
    assertThat(report.counts().equivalent()).isEqualTo(report.equivalents().size());
  }

  @Test
  void aWiderActionIsNoticedByACaseOfAnotherActionHoweverFarDown() {
    MutationReport report =
        run(
            """
            module bank
            enum Status { submitted, approved }
            entity Person { }
            entity Payment {
              status: Status  maker: Person  approvals: set<Person>  actions approve, execute
            }
            approvers: permit group "approvers" to approve Payment when resource.status == submitted
            settlers: permit group "settlers" to execute Payment
              when resource.status == approved and size(resource.approvals) >= 1
            four_eyes: forbid anyone to approve Payment
              when resource.maker == subject or subject in resource.approvals

            let bob = Person "bob" { groups: ["approvers"] }
            let sid = Person "sid" { groups: ["settlers"] }
            let new = Payment "p" { status: submitted, maker: Person "ann", approvals: [] }

            test "one" { given subject bob  given resource new  approve => permit  execute => deny }
            test "two" { given subject bob  given resource new  approve => permit  execute => deny }
            test "three" {
              given subject sid
              given resource new
              execute => permit with resource { status: approved, approvals: [bob] }
            }
            """);
    assertThat(report.survivors())
        .extracting(each -> each.mutant().diff().toString())
        .anyMatch(diff -> diff.contains("permit group \"settlers\" to any action on Payment"));
  }

  @Test
  void aCaseThatFailsKillsNothing() {
    MutationReport report =
        run(
            POLICY
                + """
                test "wrong" {
                  given subject Reader "ann" { age: 1, banned: false }
                  given resource Book "b" { rating: 12 }
                  borrow => permit
                }
                """);
    assertThat(report.counts().killed()).isZero();
    assertThat(report.cases()).isZero();
    assertThat(report.leftOut()).isEqualTo(1);
  }

  @Test
  void someKindsAndSomeTestsCanBeAskedFor() {
    Compilation compilation = PolicyCompiler.compile("lib.zt", POLICY + COMPLETE);
    Suite suite = Suite.prepare(compilation.orThrow(), compilation.tests()).named("burn");
    MutationOptions options =
        MutationOptions.DEFAULT.kinds(Set.of(MutationKind.DROP_RULE)).withoutWitnesses();
    MutationReport report = MutationRun.of(compilation, suite, options).run();
    assertThat(report.byKind()).containsOnlyKeys(MutationKind.DROP_RULE);
    assertThat(report.counts()).isEqualTo(new MutationReport.Counts(0, 2, 0));
    assertThat(report.survivors()).allMatch(each -> each.suggestion() == null);
  }

  @Test
  void theThreadsDoNotMatter() {
    Compilation compilation = PolicyCompiler.compile("lib.zt", POLICY);
    MutationRun run = MutationRun.of(compilation);
    List<String> one =
        run.with(MutationOptions.DEFAULT.threads(1)).run().toString().lines().toList();
    List<String> three =
        run.with(MutationOptions.DEFAULT.threads(3)).run().toString().lines().toList();
    assertThat(three).isEqualTo(one);
  }

  @Test
  void aSurvivorIsShownAsADiffWithTheCaseThatKillsIt() {
    MutationReport report =
        run(POLICY + COMPLETE.replace("  borrow => deny with subject { age: 11 }\n", ""));
    assertThat(report.toString())
        .isEqualTo(
            """
            lib.zt:8: no test notices: drop a conjunct
              -   when subject.age >= resource.rating
              add to the test "readers", below line 18 of lib.zt:
                borrow => deny with subject { age: 11 }

            killed  survived  equivalent  mutants
                 2         0           0  drop a rule
                 1         1           0  drop a conjunct
                 2         0           0  negate an atom
                 1         0           0  <↔<=
                 1         0           0  forbid→shadow forbid
                 1         0           3  widen a role, type or action list
                 2         0           0  unless↔when
                10         1           3  all

            mutation score 90.9 %: 10 of 11, by 6 cases
            """);
  }

  @Test
  void aLineGoesBelowTheWholeOfItsBasisAndNamesRulesAsItsTestWould() {
    Compilation compilation =
        PolicyCompiler.compile(
            Map.of(
                "lib.zt",
                POLICY,
                "tests.zt",
                """
                module tests
                import lib

                test "readers" {
                  given subject Reader "ann" { age: 12, banned: false }
                  given resource Book "b" { rating: 12 }

                  borrow => permit
                    with resource {
                      rating: 11
                    }
                }
                """));
    assertThat(MutationRun.of(compilation).run().survivors())
        .filteredOn(each -> each.mutant().kind() == MutationKind.SHADOW_FORBID)
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.suggestion().below()).isEqualTo(11);
              assertThat(each.suggestion().line())
                  .startsWith("borrow => deny by lib.banned with resource { rating: 11 } with ");
            });
  }

  @Test
  void aQuantifierOverASetThatNobodyKnowsIsBroughtToBothSides() {
    MutationReport report =
        run(
            """
            module lib
            entity Reader { cards: set<string> }
            entity Book { actions borrow }
            readers: permit Reader to borrow Book when any(c in subject.cards: c == "gold")
            """);
    assertThat(report.survivors()).isNotEmpty().allMatch(each -> each.suggestion() != null);
  }

  private static final String LIMITS =
      """
      module acme.limits
      role "clerk"
      role "boss" includes "clerk"
      entity User { }
      entity Order { amount: int  actions place, cancel }
      event login_failed
      behavior failures = count of event login_failed where location.country != "DE" by subject over 15m
      behavior placed = sum(resource.amount) of place by subject over 1h
      clerks: permit role "clerk" to place, cancel Order when resource.amount <= 50
      calm: forbid anyone to place Order when failures > 3
      enough: forbid anyone to place Order when placed >= 120
      test "orders" {
        given now "2026-03-02T09:00:00Z"
        given subject User "u" { roles: ["clerk"] }
        given resource Order "o" { amount: 10 }
        given location { country: "US" }
        place => permit
      }
      """;

  @Test
  void mutantsOfWhatIsRememberedAreKilledByWhatHappensBefore() {
    MutationReport before = MutationRun.of(PolicyCompiler.compile("l.zt", LIMITS)).run();
    assertThat(before.survivors())
        .filteredOn(each -> each.mutant().kind() == MutationKind.MOVE_THRESHOLD)
        .isNotEmpty()
        .allMatch(each -> each.suggestion() != null);
    Map<String, String> files = new TreeMap<>(before.suggestedFiles());
    files.put("l.zt", LIMITS);
    MutationReport after = MutationRun.of(PolicyCompiler.compile(files)).run();
    assertThat(files.get("l.suggested.zt")).contains("  event login_failed\n", "  do place");
    assertThat(after.leftOut()).isZero();
    assertThat(after.survivors()).isEmpty();
  }

  @Test
  void aMutantOfWhatIsDoneBeforeIsNoticedByWhatIsRemembered() {
    String test =
        """
        test "remembered" {
          given now "2026-03-02T09:00:00Z"
          given subject User "v" { roles: ["clerk"] }
          given resource Order "o" { amount: 50 }
          given location { country: "US" }
          do place
          do place
          do place
          place => deny by enough with resource { amount: 1 }
        }
        """;
    String policies = LIMITS.substring(0, LIMITS.indexOf("test ")) + test;
    MutationReport report = MutationRun.of(PolicyCompiler.compile("l.zt", policies)).run();
    assertThat(report.results())
        .filteredOn(each -> each.mutant().kind() == MutationKind.SWAP_BOUND)
        .filteredOn(each -> each.mutant().diff().toString().contains("amount < 50"))
        .singleElement()
        .isInstanceOf(MutantResult.Killed.class);
  }
}
