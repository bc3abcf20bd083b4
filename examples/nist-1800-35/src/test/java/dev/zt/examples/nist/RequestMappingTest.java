package dev.zt.examples.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.EntityRef;
import dev.zt.Request;
import dev.zt.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RequestMappingTest {
  @Test
  void aFailedSignInIsAFactAndNoTime() {
    Request request = only(Cells.goodB1().with("auth_user", "A-").row("deny"));

    assertThat(signal(request, "identity"))
        .containsEntry("last_attempt", "failed")
        .doesNotContainKey("authenticated_at");
  }

  @Test
  void aFailedReauthenticationLeavesTheEarlierSignIn() {
    Question question = questions(Cells.goodB1().with("auth_user", "RA-").row("deny")).get(0);

    assertThat(signal(question.request(), "identity"))
        .containsEntry("last_attempt", "failed")
        .containsEntry("authenticated_at", question.now().minus(Duration.ofHours(9)));
  }

  @Test
  void whatATableDoesNotSayIsNotSaid() {
    Request request =
        only(
            Cells.goodB1()
                .with("endpoint_compliant", "---")
                .with("resource_compliant", "---")
                .with("req_loc", "---")
                .row("deny"));

    assertThat(signal(request, "device")).doesNotContainKey("compliant");
    assertThat(request.resource().fields()).doesNotContainKey("compliant");
    assertThat(request.signals()).noneMatch(signal -> signal.name().equals("location"));
  }

  @Test
  void peopleAreSignedInWhereTheTableHasNoColumnForIt() {
    Request request = only(Cells.goodB1().without("auth_user").row("permit"));

    assertThat(signal(request, "identity")).containsEntry("last_attempt", "succeeded");
  }

  @Test
  void aGuestHasNoSignIn() {
    Request request =
        only(
            Cells.of("E-1")
                .with("subject_type", "no_id")
                .with("access", "Public internet")
                .row("permit"));

    assertThat(signal(request, "identity"))
        .containsEntry("kind", "guest")
        .doesNotContainKey("last_attempt");
    assertThat(request.resource().reference()).isEqualTo(EntityRef.of("Website", "internet"));
  }

  @Test
  void whereARowDoesNotSayWhatIsAccessedEverythingThatItsScenarioNamesIs() {
    Row row = Cells.goodB1().with("access", "---").row("deny");
    List<Row> table =
        List.of(
            row,
            Cells.goodB1().with("access", "RSS2").row("permit"),
            Cells.goodB1().with("access", "RSS1").row("permit"),
            Cells.goodB2().with("access", "URL1").row("permit"));

    assertThat(new RequestMapping(table).questions(row))
        .extracting(question -> question.request().resource().id())
        .containsExactly("RSS1", "RSS2");
  }

  @Test
  void outOfHoursIsATimeOfTheClock() {
    Instant in = questions(Cells.goodB2().row("permit")).get(0).now();
    Instant out = questions(Cells.goodB2().with("out_of_hours", "Y").row("deny")).get(0).now();

    assertThat(Duration.between(in, out)).isEqualTo(Duration.ofHours(12));
  }

  @Test
  void whoeverHasAStolenCredentialAsksAsItsOwner() {
    assertThat(questions(Cells.goodB3().with("auth_hostile", "A+").row()))
        .hasSize(2)
        .extracting(question -> question.request().subject().reference())
        .containsOnly(EntityRef.of("Person", "requester"));
  }

  @Test
  void theSecondOfTwoSessionsKnowsThatItIs() {
    List<Question> both = questions(Cells.goodB3().with("auth_hostile", "A+").row());

    assertThat(signal(both.get(0).request(), "session"))
        .containsEntry("concurrent", 1)
        .containsEntry("second", false);
    assertThat(signal(both.get(1).request(), "session"))
        .containsEntry("concurrent", 1)
        .containsEntry("second", true);
  }

  @Test
  void aFailedSignInIsNoSecondSession() {
    List<Question> both = questions(Cells.goodB3().with("auth_hostile", "A-").row());

    assertThat(signal(both.get(0).request(), "session")).containsEntry("concurrent", 0);
    assertThat(both.get(1).request().signals())
        .noneMatch(signal -> signal.name().equals("session"));
  }

  @Test
  void aReportComesBeforeAnAttemptToSignIn() {
    Cells reported = Cells.goodB3().with("cred_reported_stolen", "Y");
    Question attempt = questions(reported.with("auth_hostile", "A-").row()).get(0);

    assertThat(reportedAt(attempt)).isBefore(authenticatedAt(attempt));
  }

  @Test
  void aReportComesAfterASessionIfNobodyAttemptsToSignIn() {
    Cells reported = Cells.goodB3().with("cred_reported_stolen", "Y");
    Question live = questions(reported.row()).get(0);

    assertThat(reportedAt(live)).isAfter(authenticatedAt(live));
  }

  @Test
  void theTitleSaysWhoseReauthenticationItIs() {
    Cells cells = Cells.of("F-0").with("subject_type", "any").with("re_auth", "Fails");
    Request user = only(cells.with("title", "User reauthentication fails").row("terminate"));
    Request endpoint =
        only(cells.with("title", "Requesting endpoint reauthentication fails").row("terminate"));

    assertThat(signal(user, "identity")).containsEntry("last_attempt", "failed");
    assertThat(signal(user, "device")).containsEntry("last_attempt", "succeeded");
    assertThat(signal(endpoint, "identity")).containsEntry("last_attempt", "succeeded");
    assertThat(signal(endpoint, "device")).containsEntry("last_attempt", "failed");
  }

  @Test
  void anAuthorizedServiceIsNamedByTheResource() {
    Cells cells = Cells.of("G-1").with("subject_type", "service").with("req_loc", "remote_(iaas)");
    Request authorized = only(cells.with("authorized", "Yes").row("permit"));
    Request other = only(cells.with("authorized", "No").row("deny"));

    assertThat(authorized.resource().fields())
        .containsEntry("callers", List.of(EntityRef.of("Service", "requester")));
    assertThat(other.resource().fields()).containsEntry("callers", List.of());
    assertThat(signal(authorized, "workload"))
        .containsEntry("spiffe", "spiffe://cloud.example/remote_iaas/requester");
  }

  @Test
  void anUnknownTextIsNotGuessedAt() {
    assertThatThrownBy(() -> questions(Cells.goodB1().with("auth_user", "B+").row("permit")))
        .isInstanceOf(UnmappableRow.class)
        .hasMessage("nothing stands for `B+` in `auth_user`");
  }

  @Test
  void anUnknownColumnIsNotIgnored() {
    assertThatThrownBy(() -> questions(Cells.goodB1().with("moon_phase", "full").row("permit")))
        .isInstanceOf(UnmappableRow.class)
        .hasMessage("nothing stands for the columns [moon_phase]");
  }

  private static List<Question> questions(Row row) {
    return new RequestMapping(List.of(row)).questions(row);
  }

  private static Request only(Row row) {
    List<Question> questions = questions(row);
    assertThat(questions).hasSize(1);
    return questions.get(0).request();
  }

  private static Map<String, Object> signal(Request request, String name) {
    return request.signals().stream()
        .filter(signal -> signal.name().equals(name))
        .map(Signal::fields)
        .findFirst()
        .orElseThrow();
  }

  private static Instant reportedAt(Question question) {
    return (Instant) signal(question.request(), "identity").get("reported_stolen_at");
  }

  private static Instant authenticatedAt(Question question) {
    return (Instant) signal(question.request(), "identity").get("authenticated_at");
  }
}
