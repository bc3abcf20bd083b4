package dev.zt.test.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.test.CaseResult;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Suggested cases pass when they are written down, and cover what they promise. */
class SuggestionsTest {
  private static final String POLICIES =
      """
      module acme.payroll

      role "clerk"
      role "manager" includes "clerk"
      enum Sensitivity { public < internal < confidential }
      entity Employee { department: string  ends: time? }
      entity Payroll {
        department: string
        owner: Employee
        sensitivity: Sensitivity
        actions read, export, approve
      }
      let trusted = device.managed and device.edr == healthy and device.patch_age <= 30d

      clerks:
      permit role "clerk" to read Payroll
        when subject.department == resource.department
      managers:
      permit role "manager" to export, approve Payroll
      owners:
      permit Employee to read Payroll
        when resource.owner == subject
      left:
      forbid Employee to any action
        unless subject.ends is none or now < subject.ends
      eu_only:
      forbid anyone to export, approve Payroll
        unless location.country in ["DE", "FR"]
      trusted_devices:
      require trusted
        to read, export Payroll
        when resource.sensitivity >= confidential
        else challenge comply("Enrol this device.")
      fresh_mfa:
      require identity.mfa_age <= 15m and identity.phishing_resistant
        for role "manager" to approve Payroll
        else challenge mfa(max_age: 15m)
      off_site:
      restrict anyone to read Payroll
        unless location.ip in ["10.0.0.0/8", "2001:db8::/32"]
        with read_only
      elsewhere:
      require location.trusted
        for role "manager" to approve Payroll
        else deny
      """;
  private static final String TEST =
      """
      test "one case" {
        given now "2026-03-02T09:00:00Z"
        given subject Employee "ann" { department: "hr", ends: none, roles: ["clerk"] }
        given resource Payroll "p" { department: "hr", sensitivity: confidential }
        given device { managed: true, edr: healthy, patch_age: 3d }
        given location { country: "DE", ip: "10.1.2.3" }
        read => permit
      }
      """;

  @Test
  void oneCaseAndWhatIsSuggestedCoverEverything() {
    Covered one = Covered.of(POLICIES + TEST);
    Covered all = one.withSuggestions();

    assertThat(one.report().conditionRatio().percent()).isLessThan(30);
    assertThat(one.report().missing()).allMatch(each -> each.suggestion() != null);
    assertThat(all.results()).allMatch(CaseResult::isPassed);
    assertThat(all.report().missing()).isEmpty();
    assertThat(all.report().conditionRatio().percent()).isEqualTo(100);
    assertThat(all.report().ruleRatio().percent()).isEqualTo(100);
    assertThat(all.report().outcomeRatio().percent()).isEqualTo(100);
  }

  @Test
  void anotherTimeLeavesTheTimesThatAreGivenAsTheyAre() {
    Covered one =
        Covered.of(
            """
            module acme.hours
            entity User { }
            entity Doc { actions read }
            users: permit User to read Doc
            fresh:
            require identity.mfa_age <= 15m
              to read Doc
              when now in "Mon-Fri 08:00-18:00 UTC"
              else challenge mfa
            test "early" {
              given now "2026-03-02T07:00:00Z"
              given subject User "u" { }
              given resource Doc "d" { }
              given identity { mfa_age: 5m }
              read => permit
            }
            """);
    Covered all = one.withSuggestions();

    assertThat(all.text()).contains("identity { mfa_at: \"2026-03-02T06:55:00Z\" }");
    assertThat(all.results()).hasSizeGreaterThan(2).allMatch(CaseResult::isPassed);
  }

  @Test
  void whatHasToHappenBeforeIsATestOfItsOwn() {
    Covered one =
        Covered.of(
            """
            module acme.locks
            entity User { }
            entity Doc { actions read }
            event login_failed
            behavior failures = count of event login_failed by subject over 15m
            behavior places = values(location.country) of read by subject over 30d
            users: permit User to read Doc
            locked: forbid anyone to read Doc when failures > 2
            familiar:
            require location.country in places
              to read Doc
              else challenge mfa
            test "u" {
              given now "2026-03-02T07:00:00Z"
              given subject User "u" { }
              given resource Doc "d" { }
              given location { country: "DE" }
              read => challenge mfa
            }
            """);
    Covered all = one.withSuggestions();

    assertThat(all.text()).contains("  event login_failed\n  event login_failed\n");
    assertThat(all.results()).hasSizeGreaterThan(1).allMatch(CaseResult::isPassed);
    assertThat(all.condition("locked", "failures > 2").isCovered()).isTrue();
  }

  @Test
  void aSuggestionKeepsWhatItsCaseLaysOver() {
    Covered covered =
        Covered.of(
            POLICIES
                + TEST.replace(
                    "read => permit", "read => challenge comply with device { managed: false }"));

    assertThat(covered.withSuggestions().results()).allMatch(CaseResult::isPassed);
  }

  @Test
  void aSuggestionBesideACaseOfSeveralLinesLeavesThatCaseWhole() {
    Covered covered =
        Covered.of(
            POLICIES
                + TEST.replace(
                    "read => permit",
                    "read => challenge comply\n    with device {\n      managed: false\n    }"));
    Covered all = covered.withSuggestions();

    int end = covered.text().lines().toList().indexOf("    }") + 1;
    assertThat(covered.report().missing())
        .allMatch(each -> each.suggestion().where().equals("below a.zt:" + end));
    assertThat(all.results()).hasSizeGreaterThan(3).allMatch(CaseResult::isPassed);
    assertThat(all.text()).startsWith(covered.text().replaceFirst("\n}\n$", "\n"));
  }

  @Test
  void aSuggestionBesideACaseOfATableHoldsInEachRow() {
    Covered covered =
        Covered.of(
            POLICIES
                + TEST.replace(
                        "\"one case\"",
                        "\"a table\" for (own, outcome) in [(\"hr\", permit), (\"it\", deny)]")
                    .replace(
                        "Employee \"ann\" { department: \"hr\"",
                        "Employee \"ann\" { department: own")
                    .replace("read => permit", "read => outcome"));
    Covered all = covered.withSuggestions();

    assertThat(all.results()).hasSizeGreaterThan(6).allMatch(CaseResult::isPassed);
  }

  @Test
  void oneSuggestionServesSeveralGaps() {
    List<Suggestion> suggestions =
        Covered.of(POLICIES + TEST).report().missing().stream()
            .flatMap(each -> Stream.ofNullable(each.suggestion()))
            .toList();

    assertThat(suggestions.stream().distinct().count()).isLessThan(suggestions.size());
  }
}
