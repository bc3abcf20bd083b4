package dev.zt.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.PolicyCompiler;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FailureTest {
  private static Failure failure(String step) {
    Failure failure = Payroll.suite(Payroll.with(step)).run().cases().get(0).failure();
    return Objects.requireNonNull(failure, "it passed");
  }

  @Test
  void aFailureSaysWhichRuleDecidedWhatItSawAndWhatWouldHelp() {
    assertThat(failure("  read => permit with device { patch_age: 31d }").text())
        .isEqualTo(
            """
            policies/payroll-tests.zt:8: read => permit with device { patch_age: 31d }
              expected  permit
              actual    challenge comply(text: "Enrol this device and turn on disk encryption.")
              asked     Employee "ann" read Payroll "p1" at 2026-03-02T09:00:00Z

              decided by
                policies/payroll.zt:40: acme.payroll.trusted_devices is unmet and challenges
                  ✓ resource.sensitivity >= confidential
                      resource.sensitivity = confidential
                  ✗ require trusted_device
                    ✗ device.managed and device.disk_encrypted and device.edr == healthy and device.os_version >= "14.2" and device.patch_age <= 30d
                      ✓ device.managed
                      ✓ device.disk_encrypted
                      ✓ device.edr == healthy
                          device.edr = healthy
                      ✓ device.os_version >= "14.2"
                          device.os_version = "14.4"
                      ✗ device.patch_age <= 30d
                          device.patch_age = 31d

              it would be as expected
                with device { patch_age: 30d }
            """);
  }

  @Test
  void whatWasUnknownIsMarked() {
    assertThat(failure("  read => permit with device.edr unknown").text())
        .contains("  unknown   device.edr MISSING\n")
        .contains("? device.edr   unknown: MISSING")
        .contains("with device { edr: healthy }");
  }

  @Test
  void theRuleThatWasExpectedToDecideIsShown() {
    assertThat(
            failure("  export => deny by left_the_company with location { country: \"US\" }")
                .text())
        .contains("`acme.payroll.left_the_company` is not among the rules that decided")
        .contains("  expected to decide\n    policies/payroll.zt:31: acme.payroll.left_the_company")
        .contains("with subject { ends: \"2026-03-02T09:00:00Z\" }");
  }

  @Test
  void thePermitThatCameClosestIsShown() {
    assertThat(failure("  export => permit").text())
        .contains(
            """
              permits that came closest
                policies/payroll.zt:24: acme.payroll.managers does not apply
                  ✗ role "payroll-manager"
                      subject.roles = ["payroll-clerk"]
            """
                .indent(0))
        .contains("with subject { roles: [\"payroll-clerk\", \"payroll-manager\"] }");
  }

  @Test
  void rulesThatCouldHaveClosedTheDoorAreShown() {
    assertThat(failure("  read => restrict").text())
        .contains("  rules that could have made it restrict\n")
        .contains("policies/payroll.zt:51: acme.payroll.off_site does not apply")
        .contains("with location { ip: ");
  }

  @Test
  void theChangeThatIsToldMakesTheCasePass() {
    for (String step :
        new String[] {
          "read => permit with device { edr: infected }",
          "read => deny",
          "read => challenge",
          "export => permit",
          "read => restrict mask, read_only",
          "export => deny by eu_only",
          "read => permit with subject { ends: now - 1d }",
          "list => permit with resource { department: \"sales\" }",
        }) {
      String change = failure("  " + step).change();
      assertThat(change).as(step).isNotNull();
      assertThat(Payroll.results(Payroll.with("  " + step + " " + change)))
          .as(step + " " + change)
          .containsExactly("passed");
    }
  }

  @Test
  void timeThatPassesIsAChangeToo() {
    Failure failure =
        Objects.requireNonNull(
            Payroll.suite(
                    PolicyCompiler.compile(
                        "office.zt",
                        """
                        module office
                        entity User { }
                        entity Door { actions open }
                        p: permit User to open Door when now in "Mon-Fri 08:00-18:00 UTC"
                        test "doors" {
                          given now "2026-03-02T07:30:00Z"
                          given subject User "u" {}
                          given resource Door "d" {}
                          open => permit
                        }
                        """))
                .run()
                .cases()
                .get(0)
                .failure());
    assertThat(failure.change()).isEqualTo("after 30m: …");
  }

  @Test
  void whereNoSingleChangeHelpsThatIsSaid() {
    Failure failure = failure("  approve => permit");
    assertThat(failure.change()).isNull();
    assertThat(failure.text())
        .endsWith("  no single change to what is given makes it as expected\n");
  }
}
