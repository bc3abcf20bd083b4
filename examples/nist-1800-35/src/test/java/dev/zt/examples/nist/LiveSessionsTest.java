package dev.zt.examples.nist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.zt.Decision;
import dev.zt.EntityRef;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Session;
import dev.zt.Signal;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The rows of what is live already, which keep, downgrade or terminate it, told as they happen:
 * sessions are opened in good order, then what the row reports is published, and what becomes of
 * each session is compared.
 */
final class LiveSessionsTest {
  private static final Set<String> OF_SESSIONS =
      Set.of("keep", "terminate", "terminate_all", "downgrade_to_limited");
  private static final Set<String> AUTHENTICATIONS =
      Set.of("auth_asset", "auth_user", "auth_endpoint", "auth_real", "auth_hostile", "re_auth");
  private static final Set<String> AGAIN = Set.of("RA+", "RA-", "Passes", "Fails");
  private static final Set<String> GOOD = Set.of("A", "RA+", "RA-", "Passes", "Fails");

  @Test
  void everySessionBecomesWhatWasPublished() {
    Optional<Rows> rows = Rows.find();
    assumeTrue(rows.isPresent(), Rows.ABSENT);
    RequestMapping mapping = new RequestMapping(rows.get().all());
    int compared = 0;
    int ofRows = 0;
    List<String> different = new ArrayList<>();
    int onPurpose = 0;
    for (Row row : rows.get().all()) {
      Map<Question, Decision> told = told(row, mapping);
      ofRows += told.isEmpty() ? 0 : 1;
      for (Map.Entry<Question, Decision> each : told.entrySet()) {
        Question question = each.getKey();
        Expectation expectation = Expectation.of(row, question.party().outcome());
        Optional<Outcome> expected = expectation.of(question.request());
        if (expected.isEmpty()) {
          continue;
        }
        compared++;
        if (!expectation.isMetBy(question.request(), each.getValue())) {
          Answer answer = new Answer(question, expected.get(), row.id(), each.getValue());
          if (KnownDifference.all().stream().anyMatch(known -> known.explains(row, answer))) {
            onPurpose++;
          } else {
            different.add(row.id() + ": " + answer);
          }
        }
      }
    }
    System.out.println(
        "nist-1800-35: "
            + compared
            + " live sessions of "
            + ofRows
            + " rows compared, "
            + onPurpose
            + " differ on purpose");
    assertThat(different).isEmpty();
    assertThat(compared).isPositive();
  }

  /** The last decision of each session that the row speaks of. */
  private static Map<Question, Decision> told(Row row, RequestMapping mapping) {
    Map<Question, Decision> last = new LinkedHashMap<>();
    Optional<PolicySet> policies = Scenario.policies(row.scenario());
    if (policies.isPresent() && (isOfSessions(row) || isOfWhatIsLive(row))) {
      for (EntityRef target : targets(mapping.questions(row))) {
        last.putAll(told(row, mapping, target, policies.get()));
      }
    }
    return last;
  }

  /** Whether it says what becomes of a session. */
  private static boolean isOfSessions(Row row) {
    return Party.in(row).stream()
        .anyMatch(party -> row.cell(party.outcome()).filter(OF_SESSIONS::contains).isPresent());
  }

  private static boolean isSpokenOf(Row row, Question question) {
    return Expectation.of(row, question.party().outcome()).of(question.request()).isPresent();
  }

  /** Whether somebody in it authenticated before. */
  private static boolean isOfWhatIsLive(Row row) {
    return AUTHENTICATIONS.stream()
        .anyMatch(column -> row.cell(column).filter(GOOD::contains).isPresent());
  }

  private static Map<Question, Decision> told(
      Row row, RequestMapping mapping, EntityRef target, PolicySet policies) {
    List<Question> questions = about(target, mapping.questions(row));
    List<Question> before = about(target, mapping.questions(inGoodOrder(row)));
    Instant end = questions.get(0).now();
    Instant[] now = {end.minus(Duration.ofHours(1))};
    Map<Question, Decision> last = new LinkedHashMap<>();
    try (Engine engine =
        Engine.builder(policies)
            .clock(() -> now[0])
            .enforces("read_only", "no_download", "confine", "record")
            .build()) {
      Map<Question, Session> sessions = new HashMap<>();
      for (int i = 0; i < questions.size(); i++) {
        if (isLive(row, questions.get(i).party())) {
          Session session = engine.sessions().open(at(now[0], before.get(i).request()));
          sessions.put(questions.get(i), session);
          if (isOfSessions(row) && isSpokenOf(row, questions.get(i))) {
            assertThat(session.decision().outcome())
                .as("what is kept or taken away in " + row.id() + " was there")
                .isGreaterThanOrEqualTo(Outcome.RESTRICT);
          }
        }
      }
      now[0] = end;
      for (Question question : questions) {
        Session session = sessions.get(question);
        if (session != null) {
          for (Signal signal : question.request().signals()) {
            engine.signals().publish(session.id(), signal.asOf(end));
          }
        } else if (isOpened(row, question.party())) {
          sessions.put(question, engine.sessions().open(question.request()));
        }
      }
      sessions.forEach((question, session) -> last.put(question, session.decision()));
    }
    return last;
  }

  /** Whether the party has a session when the row begins. */
  private static boolean isLive(Row row, Party party) {
    String code =
        row.cell(party.signIn())
            .or(() -> row.cell("re_auth"))
            .or(() -> row.cell("auth_asset"))
            .orElse(Row.NOTHING);
    return code.equals("A") || AGAIN.contains(code);
  }

  /** Whether the party signs in, and has a session from then on. */
  private static boolean isOpened(Row row, Party party) {
    return row.cell(party.signIn()).filter("A+"::equals).isPresent();
  }

  /** The row before anything happened in it: authenticated, in order, and nothing reported. */
  private static Row inGoodOrder(Row row) {
    Map<String, String> cells = new HashMap<>(row.cells());
    for (String column : AUTHENTICATIONS) {
      cells.computeIfPresent(column, (same, code) -> AGAIN.contains(code) ? "A" : code);
    }
    cells.computeIfPresent("endpoint_compliant", (same, text) -> "Y");
    cells.computeIfPresent("cred_reported_stolen", (same, text) -> "N");
    return new Row(cells);
  }

  /** The request as it would have been made at that instant. */
  private static Request at(Instant instant, Request request) {
    return request.withSignals(
        request.signals().stream().map(signal -> signal.asOf(instant)).toList());
  }

  private static List<EntityRef> targets(List<Question> questions) {
    return questions.stream()
        .map(question -> question.request().resource().reference())
        .distinct()
        .toList();
  }

  private static List<Question> about(EntityRef target, List<Question> questions) {
    return questions.stream()
        .filter(question -> question.request().resource().reference().equals(target))
        .toList();
  }
}
