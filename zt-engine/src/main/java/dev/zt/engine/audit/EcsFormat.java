package dev.zt.engine.audit;

import dev.zt.AuditRecord;
import dev.zt.EntityRef;
import dev.zt.Outcome;
import java.io.IOException;
import java.util.List;

/** The Elastic Common Schema 8. What it has no field for stands in {@code zt}. */
final class EcsFormat implements LineFormat {
  private final String application;
  private final JsonLine json = new JsonLine();

  EcsFormat(String application) {
    this.application = application;
  }

  @Override
  public byte[] line(AuditRecord record, long number) {
    Said said = new Said(record);
    EntityRef subject = record.subject();
    String correlation = record.correlation();
    return json.of(
        () -> {
          json.text("@timestamp", record.time().toString())
              .object("ecs", () -> json.text("version", "8.11.0"))
              .object("event", () -> event(json, said, number))
              .object("service", () -> json.text("name", application));
          if (subject != null) {
            json.object("user", () -> json.text("id", subject.id()));
          }
          if (correlation != null) {
            json.object("trace", () -> json.text("id", correlation));
          }
          String ip = record.attributes().get("location.ip");
          if (ip != null) {
            json.object("source", () -> json.text("ip", ip));
          }
          if (!said.reasons().isEmpty()) {
            json.object(
                "rule",
                () -> json.texts("id", said.rules()).text("version", record.policyVersion()));
          }
          json.text("message", said.message());
          json.object("zt", () -> own(json, said, number));
        });
  }

  private static void event(JsonLine json, Said said, long number) throws IOException {
    Outcome outcome = said.outcome();
    json.text("kind", "event")
        .texts("category", List.of(category(said.record().kind())))
        .texts(
            "type",
            outcome == null
                ? List.of("change")
                : List.of("access", said.givesAccess() ? "allowed" : "denied"))
        .text("action", said.operation())
        .text("code", said.code())
        .text("reason", said.cause())
        .text("outcome", outcome == null ? "unknown" : said.givesAccess() ? "success" : "failure")
        .number("sequence", number);
  }

  private static String category(AuditRecord.Kind kind) {
    return switch (kind) {
      case DECISION -> "api";
      case SESSION -> "session";
      case ELEVATION -> "iam";
      case RELOAD, LOG -> "configuration";
    };
  }

  private static void own(JsonLine json, Said said, long number) throws IOException {
    Outcome outcome = said.outcome();
    EntityRef subject = said.record().subject();
    EntityRef resource = said.record().resource();
    json.text("kind", said.record().kind().name())
        .text("step", said.record().step())
        .text("outcome", outcome == null ? null : outcome.name())
        .text("subject_type", subject == null ? null : subject.type())
        .text("resource_type", resource == null ? null : resource.type())
        .text("resource_id", resource == null ? null : resource.id())
        .text("policy_version", said.record().policyVersion())
        .texts("obligations", said.obligations())
        .texts("challenges", said.challenges())
        .text("valid_until", said.validUntil())
        .text("shadow", said.shadow())
        .texts("attributes", said.record().attributes());
    if (!said.unknowns().isEmpty()) {
      json.objects(
          "unknowns",
          said.unknowns().stream().map(unknown -> OcsfFormat.unknown(json, unknown)).toList());
    }
    json.seal("seal", number);
  }
}
