package dev.zt.examples.nist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Obligation;
import dev.zt.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the scenarios mean, beyond the rows that were published. */
final class ScenariosTest {
  @Test
  void theGoodRowsPass() {
    assertPasses(Cells.goodB1(), "permit");
    assertPasses(Cells.goodB2(), "permit");
    assertThat(Cells.goodB3().result()).isInstanceOf(Result.Passed.class);
  }

  @Test
  void aRowWithAWrongOutcomeIsFound() {
    Result result = Cells.goodB1().result("deny");

    assertThat(result).isInstanceOf(Result.Different.class);
    Result.Different different = (Result.Different) result;
    assertThat(different.reason()).isEmpty();
    assertThat(different.answers().get(0))
        .hasToString(
            "subject access Resource \"RSS1\": expected DENY (\"outcome\"), got PERMIT by"
                + " nist.b1.full_access");
  }

  @Test
  void aKnownDifferenceExcusesNothingElse() {
    Cells unprovisioned =
        Cells.of("B-7").with("subject_type", "enterprise_id").with("priv_provisioned", "No");
    Result.Different onPurpose = (Result.Different) unprovisioned.result("deny");
    Result.Different wrong = (Result.Different) unprovisioned.result("permit");

    assertThat(onPurpose.reason()).isPresent();
    assertThat(onPurpose.answers().get(0).decision().outcome()).isEqualTo(Outcome.CHALLENGE);
    assertThat(wrong.reason()).isEmpty();
  }

  @Test
  void aScenarioWithoutAPolicyIsSaidToBeOne() {
    assertThat(Cells.of("Z-9").with("subject_type", "any").result("permit"))
        .isInstanceOfSatisfying(
            Result.NotMappable.class,
            row -> assertThat(row.reason()).isEqualTo("there is no policy for scenario Z-9"));
  }

  @Test
  void anUnknownStateOfTheEndpointIsNoComplianceInAnyScenario() {
    for (String scenario : List.of("C-1", "C-2", "C-6", "F-5")) {
      assertPasses(
          Cells.of(scenario)
              .with("subject_type", "federated_id")
              .with("endpoint_type", scenario.equals("C-6") ? "byod" : "enterprise")
              .with("endpoint_compliant", "---")
              .with("resource_compliant", "Y"),
          "deny");
    }
  }

  @Test
  void anUnknownStateOfAResourceLimitsOrClosesIt() {
    assertPasses(Cells.goodB1().with("resource_compliant", "---"), "deny");
    assertPasses(partner("C-1", "enterprise").with("resource_compliant", "---"), "limited");
  }

  @Test
  void limitedAccessInB1IsNeverMoreThanTheProfile() {
    Cells outOfOrder = Cells.goodB1().with("endpoint_compliant", "N").with("access", "RSS2");

    assertPasses(outOfOrder, "limited");
    assertPasses(outOfOrder.with("user_profile", "UP-E2"), "limited");
    assertPasses(outOfOrder.with("user_profile", "UP-E3"), "deny");
  }

  @Test
  void aResourceThatCannotProveWhichOneItIsIsClosed() {
    assertPasses(Cells.goodB1().with("auth_resource", "A-"), "deny");
    assertPasses(Cells.goodB1().with("auth_endpoint", "A-"), "deny");
    assertPasses(Cells.goodB2().with("auth_endpoint", "A-"), "deny");
  }

  @Test
  void nobodyGetsInWithAFailedSignIn() {
    assertPasses(Cells.goodB1().with("auth_user", "A-"), "deny");
    assertPasses(Cells.goodB1().with("auth_user", "RA-"), "deny");
    assertPasses(Cells.goodB2().with("auth_user", "RA-"), "deny");
    assertPasses(partner("C-1", "enterprise").with("auth_user", "A-"), "deny");
    assertPasses(partner("C-2", "enterprise").with("auth_user", "A-"), "deny");
    assertPasses(partner("C-6", "byod").with("auth_user", "A-"), "deny");
    assertPasses(
        Cells.of("B-7")
            .with("subject_type", "enterprise_id")
            .with("auth_user", "A-")
            .with("priv_provisioned", "Yes"),
        "deny");
    assertPasses(
        Cells.of("H-1")
            .with("subject_type", "any")
            .with("user", "UserA")
            .with("auth_user", "A-")
            .with("access_level", "Low"),
        "deny");
    assertThat(Cells.goodB3().with("auth_real", "RA-").with("outcome_real", "deny").result())
        .isInstanceOf(Result.Passed.class);
  }

  @Test
  void workingHoursBindTheLimitedProfileAlone() {
    assertPasses(Cells.goodB2().with("out_of_hours", "Y"), "deny");
    assertPasses(Cells.goodB2().with("out_of_hours", "Y").with("user_profile", "UP-E4"), "permit");
  }

  @Test
  void aPartnerIsNobodyOnTheWrongKindOfEndpoint() {
    assertPasses(partner("C-1", "enterprise"), "permit");
    assertPasses(partner("C-1", "byod"), "deny");
    assertPasses(partner("C-6", "enterprise"), "deny");
  }

  @Test
  void aPartnerGetsLessWhileTheResourceIsOutOfOrder() {
    assertThat(obligations(partner("C-2", "enterprise"))).containsExactly("read_only");
    assertThat(obligations(partner("C-2", "enterprise").with("resource_compliant", "N")))
        .containsExactly("read_only", "no_download");
    assertThat(obligations(partner("C-6", "byod"))).containsExactly("no_download");
    assertThat(obligations(partner("C-6", "byod").with("resource_compliant", "N")))
        .containsExactly("no_download", "read_only");
  }

  @Test
  void anEnterpriseIdIsNoPartner() {
    assertPasses(partner("C-1", "enterprise").with("subject_type", "enterprise_id"), "deny");
  }

  @Test
  void aGuestGetsNoResourceThatIsNotPublic() {
    Cells guest = Cells.of("E-1").with("subject_type", "no_id").with("req_loc", "branch");

    assertPasses(guest.with("access", "Public resource"), "permit");
    assertPasses(guest.with("access", "RSS1"), "deny");
  }

  @Test
  void aServiceWithoutAWorkloadIdentityIsRefusedThoughItsNameIsListed() {
    for (String scenario : List.of("G-1", "G-2", "G-3")) {
      Cells named =
          Cells.of(scenario)
              .with("subject_type", "service")
              .with("authorized", "Yes")
              .with("res_loc", "saas");

      assertPasses(named.with("req_loc", "iaas"), "permit");
      assertPasses(named.with("req_loc", "---"), "deny");
    }
  }

  @Test
  void dataOfUnknownSensitivityCountAsSensitive() {
    Cells open =
        Cells.of("H-3")
            .with("subject_type", "any")
            .with("resource", "RSSB")
            .with("req_loc", "remote");

    assertPasses(open.with("access_level", "Low"), "permit");
    assertPasses(open.with("access_level", "---"), "deny");
  }

  @Test
  void aSignInWithTheNewCredentialOutlivesTheReport() {
    assertThat(
            Cells.goodB3()
                .with("user_profile", "UP-E7")
                .with("cred_reported_stolen", "Y")
                .with("auth_real", "A+")
                .result())
        .isInstanceOf(Result.Passed.class);
  }

  @Test
  void aKnownDifferenceNamesTheRuleThatDecides() {
    Result result =
        Cells.goodB3()
            .with("user_profile", "UP-E7")
            .with("cred_reported_stolen", "Y")
            .with("outcome_real", "downgrade_to_limited")
            .result();

    assertThat(result)
        .isInstanceOfSatisfying(
            Result.Different.class,
            row -> {
              assertThat(row.reason().map(reason -> reason.substring(0, 3)))
                  .isEqualTo(Optional.of("B-3"));
              assertThat(row.answers().get(0).decidedBy()).isEqualTo("nist.b3.stolen_credential");
            });
  }

  private static Cells partner(String scenario, String endpoint) {
    return Cells.of(scenario)
        .with("subject_type", "federated_id")
        .with("endpoint_type", endpoint)
        .with("endpoint_compliant", "Y")
        .with("resource_compliant", "Y");
  }

  private static List<String> obligations(Cells cells) {
    Decision.Restrict decision = (Decision.Restrict) cells.decide(Duration.ZERO);
    return decision.obligations().stream().map(Obligation::name).toList();
  }

  private static void assertPasses(Cells cells, String outcome) {
    assertThat(cells.result(outcome)).isInstanceOf(Result.Passed.class);
  }
}
