package dev.zt.engine.audit;

import dev.zt.AuditRecord;
import dev.zt.EntityRef;
import dev.zt.Outcome;
import dev.zt.Reason;
import dev.zt.Unknown;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Open Cybersecurity Schema Framework 1.5, class API Activity (6003), profile security control.
 * What the schema has no place for stands in {@code unmapped}, as the schema asks for.
 */
final class OcsfFormat implements LineFormat {
  private static final int CATEGORY = 6;
  private static final int CLASS = 6003;

  /** What is done to a resource is the application's to say, and not one of the schema's verbs. */
  private static final int OTHER = 99;

  private final String application;
  private final JsonLine json = new JsonLine();

  OcsfFormat(String application) {
    this.application = application;
  }

  @Override
  public byte[] line(AuditRecord record, long number) {
    Said said = new Said(record);
    return json.of(
        () -> {
          classification(json, said);
          json.object("metadata", () -> metadata(json, said, number));
          control(json, said);
          json.object("actor", () -> actor(json, record.subject()));
          json.object(
              "api",
              () ->
                  json.text("operation", said.operation())
                      .object("service", () -> json.text("name", application)));
          json.object("src_endpoint", () -> source(json, record));
          EntityRef resource = record.resource();
          if (resource != null) {
            json.objects(
                "resources",
                List.of(() -> json.text("uid", resource.id()).text("type", resource.type())));
          }
          String version = record.policyVersion();
          if (!version.isEmpty()) {
            json.object("policy", () -> json.text("uid", version).text("version", version));
          }
          if (!said.reasons().isEmpty()) {
            json.objects(
                "authorizations",
                said.reasons().stream().map(reason -> authorization(json, said, reason)).toList());
          }
          json.text("message", said.message());
          json.object("unmapped", () -> unmapped(json, said, number));
        });
  }

  private static void classification(JsonLine json, Said said) throws IOException {
    json.number("category_uid", CATEGORY)
        .text("category_name", "Application Activity")
        .number("class_uid", CLASS)
        .text("class_name", "API Activity")
        .number("activity_id", OTHER)
        .text("activity_name", said.operation())
        .number("type_uid", CLASS * 100L + OTHER)
        .number("time", said.millis())
        .number("severity_id", 1)
        .text("severity", "Informational");
  }

  private static void metadata(JsonLine json, Said said, long number) throws IOException {
    json.text("version", "1.5.0")
        .object("product", () -> json.text("name", "zt").text("vendor_name", "zt"))
        .texts("profiles", List.of("security_control"))
        .text("event_code", said.code())
        .text("correlation_uid", said.record().correlation())
        .number("sequence", number);
  }

  private static void control(JsonLine json, Said said) throws IOException {
    Outcome outcome = said.outcome();
    if (outcome == null) {
      json.number("action_id", 0).number("disposition_id", 17).text("disposition", "Logged");
      return;
    }
    boolean access = said.givesAccess();
    json.number("action_id", access ? 1 : 2)
        .text("action", access ? "Allowed" : "Denied")
        .number("disposition_id", disposition(outcome))
        .text("disposition", dispositionName(outcome))
        .number("status_id", access ? 1 : 2)
        .text("status", access ? "Success" : "Failure")
        .text("status_detail", said.cause());
  }

  private static int disposition(Outcome outcome) {
    return switch (outcome) {
      case PERMIT -> 1;
      case RESTRICT -> OTHER;
      case CHALLENGE -> 23;
      case DENY -> 2;
    };
  }

  private static String dispositionName(Outcome outcome) {
    return switch (outcome) {
      case PERMIT -> "Allowed";
      case RESTRICT -> "Restricted";
      case CHALLENGE -> "Challenge";
      case DENY -> "Blocked";
    };
  }

  private void actor(JsonLine json, @Nullable EntityRef subject) throws IOException {
    json.text("app_name", application);
    if (subject != null) {
      json.object(
          "user",
          () ->
              json.text("uid", subject.id()).text("type", subject.type()).number("type_id", OTHER));
    }
  }

  private void source(JsonLine json, AuditRecord record) throws IOException {
    json.text("svc_name", application).text("ip", record.attributes().get("location.ip"));
  }

  private static JsonLine.Inside authorization(JsonLine json, Said said, Reason reason) {
    return () ->
        json.text("decision", said.givesAccess() ? "Allowed" : "Denied")
            .object(
                "policy", () -> json.text("name", reason.rule()).text("desc", reason.message()));
  }

  private static void unmapped(JsonLine json, Said said, long number) throws IOException {
    Outcome outcome = said.outcome();
    json.text("kind", said.record().kind().name())
        .text("step", said.record().step())
        .text("outcome", outcome == null ? null : outcome.name())
        .texts("rules", said.rules())
        .texts("obligations", said.obligations())
        .texts("challenges", said.challenges())
        .text("valid_until", said.validUntil())
        .text("shadow", said.shadow())
        .texts("attributes", said.record().attributes());
    if (!said.unknowns().isEmpty()) {
      json.objects(
          "unknowns", said.unknowns().stream().map(unknown -> unknown(json, unknown)).toList());
    }
    json.seal("seal", number);
  }

  static JsonLine.Inside unknown(JsonLine json, Unknown unknown) {
    return () ->
        json.text("path", unknown.path())
            .text("cause", unknown.cause().name())
            .text("detail", unknown.detail());
  }
}
