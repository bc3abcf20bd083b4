package dev.zt.examples.nist;

import dev.zt.Decision;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows written for a test. */
final class Cells {
  private final Map<String, String> cells = new HashMap<>();

  private Cells() {}

  /** A row of a scenario without any further column. */
  static Cells of(String scenario) {
    return new Cells().with("id", scenario + ".test").with("scenario", scenario);
  }

  /** A row of B-1 in which everything is as it should be. */
  static Cells goodB1() {
    return of("B-1")
        .with("subject_type", "enterprise_id")
        .with("endpoint_type", "enterprise")
        .with("user_profile", "UP-E1")
        .with("req_loc", "branch")
        .with("res_loc", "cloud")
        .with("auth_user", "A+")
        .with("auth_endpoint", "A")
        .with("auth_resource", "A")
        .with("access", "RSS1")
        .with("endpoint_compliant", "Y")
        .with("resource_compliant", "Y");
  }

  /** A row of B-2 in which everything is as it should be. */
  static Cells goodB2() {
    return of("B-2")
        .with("subject_type", "enterprise_id")
        .with("endpoint_type", "enterprise")
        .with("user_profile", "UP-E5")
        .with("req_loc", "remote")
        .with("res_loc", "internet")
        .with("auth_user", "A+")
        .with("auth_endpoint", "A")
        .with("access", "URL2")
        .with("endpoint_compliant", "Y")
        .with("out_of_hours", "N");
  }

  /** A row of B-3 in which the owner of the account is signed in and nobody else is. */
  static Cells goodB3() {
    return of("B-3")
        .with("subject_type", "enterprise_id")
        .with("endpoint_type", "enterprise")
        .with("user_profile", "UP-E6")
        .with("real_req_loc", "on_prem")
        .with("hostile_req_loc", "remote")
        .with("res_loc", "on_prem")
        .with("auth_real", "A")
        .with("auth_hostile", "---")
        .with("cred_reported_stolen", "N")
        .with("outcome_real", "permit")
        .with("outcome_hostile", "n/a");
  }

  Cells with(String column, String text) {
    cells.put(column, text);
    return this;
  }

  Cells without(String column) {
    cells.remove(column);
    return this;
  }

  /** The row with this published outcome. */
  Row row(String outcome) {
    return with("outcome", outcome).row();
  }

  Row row() {
    return new Row(cells);
  }

  /** What becomes of the row with this published outcome, where its table has no other rows. */
  Result result(String outcome) {
    Row row = row(outcome);
    return new Comparison(List.of(row), KnownDifference.all()).result(row);
  }

  /** What becomes of the row, where its table has no other rows. */
  Result result() {
    Row row = row();
    return new Comparison(List.of(row), KnownDifference.all()).result(row);
  }

  /** The decision about what the row asks for first, so much later than the row asks for it. */
  Decision decide(Duration later) {
    Row row = row("n/a");
    Question asked = new RequestMapping(List.of(row)).questions(row).get(0);
    return Scenario.of(row.scenario())
        .orElseThrow()
        .decide(new Question(asked.party(), asked.now().plus(later), asked.request()));
  }
}
