package dev.zt.examples.nist;

import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Turns a row into the requests that it stands for: columns become facts, the same way in every
 * scenario. What the facts lead to is for the policies to say.
 */
final class RequestMapping {
  /** The columns that stand for facts, and those that are no facts at all. */
  private static final Set<String> COLUMNS =
      Set.of(
          "id",
          "scenario",
          "title",
          "subject_type",
          "subj_type",
          "user",
          "user_profile",
          "endpoint_type",
          "onboarded_registered",
          "endpoint_compliant",
          "resource_compliant",
          "auth_asset",
          "auth_user",
          "auth_endpoint",
          "auth_resource",
          "auth_real",
          "auth_hostile",
          "re_auth",
          "cred_reported_stolen",
          "priv_provisioned",
          "authorized",
          "req_loc",
          "real_req_loc",
          "hostile_req_loc",
          "res_loc",
          "resource",
          "access",
          "access_level",
          "out_of_hours",
          "outcome",
          "outcome_text",
          "outcome_real",
          "outcome_real_text",
          "outcome_hostile",
          "outcome_hostile_text");

  /** A Monday in working hours, and the same day after them; the office is in Gaithersburg. */
  private static final Instant IN_HOURS = Instant.parse("2026-03-02T10:00:00-05:00");

  private static final Instant OUT_OF_HOURS = Instant.parse("2026-03-02T22:00:00-05:00");

  private final Targets targets;

  /** A mapping of rows that stand in these tables. */
  RequestMapping(List<Row> tables) {
    this.targets = new Targets(tables);
  }

  /**
   * The requests of everybody who asks in the row.
   *
   * @throws UnmappableRow when a column or a text in it stands for no fact
   */
  List<Question> questions(Row row) {
    refuseUnknownColumns(row);
    Instant now = row.flag("out_of_hours").orElse(false) ? OUT_OF_HOURS : IN_HOURS;
    List<Question> questions = new ArrayList<>();
    for (Party party : Party.in(row)) {
      Entity subject = Subjects.of(row);
      for (Entity target : targets.of(row, subject)) {
        Request request =
            Request.of(subject, Targets.action(target), target)
                .withEntities(Targets.open(row).toList());
        questions.add(new Question(party, now, observed(request, row, party, now)));
      }
    }
    return questions;
  }

  private static Request observed(Request request, Row row, Party party, Instant now) {
    List<Signal> signals =
        Stream.of(Subjects.signals(row, party, now), Endpoints.signals(row, party, now))
            .flatMap(List::stream)
            .toList();
    Request observed = request;
    for (Signal signal : signals) {
      observed = observed.with(signal);
    }
    return observed;
  }

  /** A column that nobody reads could be the one that decides. */
  private static void refuseUnknownColumns(Row row) {
    Set<String> unknown = new TreeSet<>(row.cells().keySet());
    unknown.removeAll(COLUMNS);
    if (!unknown.isEmpty()) {
      throw new UnmappableRow("nothing stands for the columns " + unknown);
    }
  }
}
