package dev.zt.test.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Explanation.Truth;
import dev.zt.test.CaseResult;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What counts as covered, and what does not. */
class CoverageTest {
  private static final String POLICIES =
      """
      entity User { level: int }
      entity Doc { secret: bool  actions read, write }

      trusted:
      permit User to read Doc
        when device.managed and (device.disk_encrypted or subject.level > 3)

      no_secrets:
      forbid User to read Doc
        when resource.secret

      strong:
      require identity.phishing_resistant
        to read Doc
        when subject.level > 5
        else challenge mfa
      """;
  private static final String GIVENS =
      """
        given subject User "u" { level: 4 }
        given resource Doc "d" { secret: false }
        given device { managed: true, disk_encrypted: false }
        given identity { phishing_resistant: true }
      """;
  private static final String[] COMPLETE = {
    "read => permit",
    "read => deny with device { managed: false }",
    "read => deny with subject { level: 3 }",
    "read => permit with subject { level: 3 }, device { disk_encrypted: true }",
    "read => deny by no_secrets with resource { secret: true }",
    "read => permit with subject { level: 6 }",
    "read => challenge mfa with subject { level: 6 }, identity { phishing_resistant: false }",
    "read => permit with identity { phishing_resistant: false }",
  };

  private static Covered without(int... left) {
    List<Integer> leftOut = Arrays.stream(left).boxed().toList();
    String[] kept =
        IntStream.range(0, COMPLETE.length)
            .filter(i -> !leftOut.contains(i))
            .mapToObj(i -> COMPLETE[i])
            .toArray(String[]::new);
    return Covered.of(POLICIES, GIVENS, kept);
  }

  @Test
  void aCompleteTestCoversEverything() {
    CoverageReport report = without().report();

    assertThat(report.missing()).isEmpty();
    assertThat(report.ruleRatio()).isEqualTo(new Ratio(3, 3));
    assertThat(report.outcomeRatio()).isEqualTo(new Ratio(7, 7));
    assertThat(report.conditionRatio()).isEqualTo(new Ratio(6, 6));
    assertThat(report.cases()).isEqualTo(COMPLETE.length);
  }

  @Test
  void aConditionWithoutItsFalseHalfIsMissingAndTheHalfIsNamed() {
    Covered covered = without(1);

    assertThat(covered.missing())
        .containsExactly("a.trusted: `device.managed` never decides alone by being false");
    assertThat(covered.report().conditionRatio()).isEqualTo(new Ratio(5, 6));
    assertThat(covered.report().missing().get(0).span().position()).hasToString("a.zt:7");
  }

  @Test
  void aConditionWithoutItsTrueHalfIsMissingAndTheHalfIsNamed() {
    assertThat(without(3).missing())
        .containsExactly("a.trusted: `device.disk_encrypted` never decides alone by being true");
  }

  @Test
  void theRequestThatWouldCoverAHalfIsGiven() {
    assertThat(without(1).report().missing().get(0).suggestion())
        .extracting(Suggestion::text)
        .isEqualTo("read => deny with device { managed: false }");
  }

  @Test
  void aConditionThatOthersHideIsNotCoveredThoughItWasSeenBothWays() {
    Covered covered =
        Covered.of(
            POLICIES,
            GIVENS,
            "read => permit with device { disk_encrypted: true }",
            "read => permit with device { disk_encrypted: false }");
    ConditionCoverage condition = covered.condition("trusted", "device.disk_encrypted");

    assertThat(condition.wasEver(Truth.TRUE)).isTrue();
    assertThat(condition.wasEver(Truth.FALSE)).isTrue();
    assertThat(condition.alone(Truth.TRUE)).isEmpty();
    assertThat(condition.isCovered()).isFalse();
  }

  @Test
  void aRuleThatIsInScopeAndDoesNotDecideIsToldFromOneThatIsNeverInScope() {
    Covered covered =
        Covered.of(
            POLICIES + "writers: permit User to write Doc when device.managed\n",
            GIVENS,
            COMPLETE[0]);

    assertThat(covered.rule("trusted").reach()).isEqualTo(Reach.DECIDED);
    assertThat(covered.rule("no_secrets").reach()).isEqualTo(Reach.IN_SCOPE);
    assertThat(covered.rule("writers").reach()).isEqualTo(Reach.NEVER);
    assertThat(covered.report().ruleRatio()).isEqualTo(new Ratio(1, 4));
    assertThat(covered.missing())
        .contains("a.no_secrets: it never decides", "a.writers: no case is in its scope");
  }

  @Test
  void aRequirementIsMetUnmetOrDoesNotApply() {
    RuleCoverage strong = without(6).rule("strong");

    assertThat(strong.outcomes().stream().filter(OutcomeCoverage::isCovered))
        .extracting(OutcomeCoverage::name)
        .containsExactly("is met", "does not apply");
    assertThat(without(5).missing()).contains("a.strong: there is no case in which it is met");
  }

  @Test
  void aPermitDecidesWhereAChallengeRestsOnIt() {
    assertThat(Covered.of(POLICIES, GIVENS, COMPLETE[6]).rule("trusted").reach())
        .isEqualTo(Reach.DECIDED);
  }

  @Test
  void aConditionSeenUnknownIsNoHalfOfAPairAndCountedApart() {
    Covered covered =
        Covered.of(POLICIES, GIVENS, "read => permit", "read => deny with device.managed unknown");
    ConditionCoverage managed = covered.condition("trusted", "device.managed");

    assertThat(managed.wasEver(Truth.UNKNOWN)).isTrue();
    assertThat(managed.alone(Truth.FALSE)).isEmpty();
    assertThat(covered.report().unknownRatio()).isEqualTo(new Ratio(1, 6));
    assertThat(without().report().unknownRatio()).isEqualTo(new Ratio(0, 6));
  }

  @Test
  void conditionsAreFoundThroughLetsAndCountInEachRuleThatUsesThem() {
    Covered covered =
        Covered.of(
            """
            entity User {}
            entity Doc { actions read, write }
            let safe = device.managed and device.disk_encrypted
            r: permit User to read Doc when safe
            w: permit User to write Doc when safe
            """,
            "given subject User \"u\" {} given resource Doc \"d\" {} "
                + "given device { managed: true, disk_encrypted: true }",
            "read => permit",
            "read => deny with device { managed: false }");

    assertThat(covered.condition("r", "device.managed").isCovered()).isTrue();
    assertThat(covered.condition("w", "device.managed").isCovered()).isFalse();
    assertThat(covered.condition("r", "device.disk_encrypted").path())
        .isEqualTo("safe › device.disk_encrypted");
    assertThat(covered.condition("r", "device.managed").span().line()).isEqualTo(4);
  }

  @Test
  void theTermsOfARiskScoreAreConditions() {
    Covered covered =
        Covered.of(
            """
            entity User {}
            entity Doc { actions read }
            risk score {
              add 40 when device.jailbroken
              add 30 when location.anonymous
            }
            r: permit anyone to read Doc when score < 60
            """,
            "given subject User \"u\" {} given resource Doc \"d\" {} "
                + "given device { jailbroken: true } given location { anonymous: true }",
            "read => deny",
            "read => permit with device { jailbroken: false }");

    assertThat(covered.condition("r", "device.jailbroken").isCovered()).isTrue();
    assertThat(covered.condition("r", "location.anonymous").isCovered()).isFalse();
    assertThat(covered.condition("r", "location.anonymous").path())
        .isEqualTo("score › location.anonymous");
  }

  @Test
  void aTestOfTheTypeIsNoConditionWhereNobodyOfAnotherTypeAsks() {
    assertThat(without().condition("trusted", "subject is User").possible()).isFalse();
  }

  @Test
  void aTestOfTheTypeCountsWhereOthersAsk() {
    Covered covered =
        Covered.of(
            """
            entity User {}
            entity Robot {}
            entity Doc { actions read }
            r: permit User to read Doc
            """,
            "given subject User \"u\" {} given resource Doc \"d\" {}",
            "read => permit");

    assertThat(covered.condition("r", "subject is User").possible()).isTrue();
    assertThat(covered.report().missing().stream().map(Missing::suggestion))
        .extracting(Suggestion::text)
        .containsOnly("read => deny with subject Robot \"u\" {}");
  }

  @Test
  void aTestOfTheTypeIsNoConditionWhereOthersLackTheSetThatIsLookedInto() {
    Covered covered =
        Covered.of(
            """
            entity User { scopes: set<string> }
            entity Robot {}
            entity Doc { scope: string  actions read }
            r: permit User to read Doc when resource.scope in subject.scopes
            """,
            "given subject User \"u\" { scopes: [\"s\"] } given resource Doc \"d\" { scope: \"s\" }",
            "read => permit",
            "read => deny with subject Robot \"r\" {}");

    assertThat(covered.condition("r", "subject is User").possible()).isFalse();
  }

  @Test
  void aConditionThatTheRuleNeverHangsOnIsNotCounted() {
    Covered covered =
        Covered.of(
            """
            entity User {}
            entity Doc { actions read }
            r: permit anyone to read Doc
              when device.managed and (device.managed or device.compliant)
            """,
            "given subject User \"u\" {} given resource Doc \"d\" {} "
                + "given device { managed: true, compliant: true }",
            "read => permit",
            "read => deny with device { managed: false }");

    assertThat(covered.rule("r").conditions())
        .extracting(ConditionCoverage::possible)
        .containsExactly(true, false, false);
    assertThat(covered.report().conditionRatio()).isEqualTo(new Ratio(1, 1));
  }

  @Test
  void aShadowRuleDecidesWhatTheDecisionWouldBe() {
    Covered covered =
        Covered.of(
            POLICIES + "shadow not_yet: forbid User to read Doc when device.jailbroken\n",
            GIVENS,
            "read => permit with device { jailbroken: true }");

    assertThat(covered.rule("not_yet").reach()).isEqualTo(Reach.DECIDED);
  }

  @Test
  void aFailedCaseCoversWhatItWentThrough() {
    Covered covered = Covered.of(POLICIES, GIVENS, "read => deny");

    assertThat(covered.results()).allMatch(CaseResult.Failed.class::isInstance);
    assertThat(covered.rule("trusted").isCovered()).isTrue();
  }

  @Test
  void withoutCasesNothingIsCoveredAndNothingSuggested() {
    CoverageReport report = Covered.of("module a\n" + POLICIES).report();

    assertThat(report.ruleRatio()).isEqualTo(new Ratio(0, 3));
    assertThat(report.conditionRatio().covered()).isZero();
    assertThat(report.missing()).isNotEmpty().allMatch(each -> each.suggestion() == null);
  }
}
