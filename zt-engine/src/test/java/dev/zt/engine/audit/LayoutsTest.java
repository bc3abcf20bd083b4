package dev.zt.engine.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zt.AuditRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutsTest {
  /**
   * What the schema 1.5 requires of class 6003 and of the objects in it, and which values it names:
   * `events/base_event.json`, `events/application/api_activity.json`,
   * `profiles/security_control.json` and `objects/` of the published schema.
   */
  private static final Map<String, Set<String>> REQUIRED =
      Map.of(
          "",
          Set.of(
              "activity_id",
              "category_uid",
              "class_uid",
              "type_uid",
              "severity_id",
              "time",
              "metadata",
              "actor",
              "api",
              "src_endpoint",
              "action_id",
              "disposition_id"),
          "/metadata",
          Set.of("version", "product"),
          "/metadata/product",
          Set.of("vendor_name", "name"),
          "/api",
          Set.of("operation"),
          "/api/service",
          Set.of("name"));

  /** Of these at least one. */
  private static final Map<String, Set<String>> ONE_OF =
      Map.of(
          "/actor", Set.of("process", "user", "invoked_by", "session", "app_name", "app_uid"),
          "/actor/user", Set.of("account", "name", "uid"),
          "/src_endpoint", Set.of("ip", "uid", "name", "hostname", "svc_name", "instance_uid"),
          "/policy", Set.of("name", "uid"),
          "/resources/0", Set.of("name", "uid"));

  /** The attributes of the class, of its base and of the profile. */
  private static final Set<String> ATTRIBUTES =
      Set.of(
          "activity_id",
          "activity_name",
          "category_uid",
          "category_name",
          "class_uid",
          "class_name",
          "type_uid",
          "time",
          "severity_id",
          "severity",
          "metadata",
          "actor",
          "api",
          "src_endpoint",
          "resources",
          "message",
          "status_id",
          "status",
          "status_detail",
          "unmapped",
          "action_id",
          "action",
          "disposition_id",
          "disposition",
          "policy",
          "authorizations");

  static List<AuditRecord> records() {
    return Records.kinds();
  }

  private static String line(AuditLayout layout, AuditRecord record) {
    byte[] line = layout.format("payroll").line(record, 17);
    return new String(line, StandardCharsets.UTF_8).strip();
  }

  @ParameterizedTest
  @MethodSource("records")
  void aRecordHasWhatTheOcsfSchemaRequires(AuditRecord record) {
    JsonNode line = ReadBack.json(line(AuditLayout.OCSF, record));

    REQUIRED.forEach(
        (at, names) ->
            assertThat(names).allSatisfy(name -> assertThat(line.at(at).has(name)).isTrue()));
    ONE_OF.forEach(
        (at, names) -> {
          if (!line.at(at).isMissingNode()) {
            assertThat(names).as(at).anySatisfy(name -> assertThat(line.at(at).has(name)).isTrue());
          }
        });
    assertThat(ATTRIBUTES).containsAll(List.copyOf(names(line)));
    assertThat(line.at("/category_uid").intValue()).isEqualTo(6);
    assertThat(line.at("/class_uid").intValue()).isEqualTo(6003);
    assertThat(line.at("/activity_id").intValue()).isIn(0, 1, 2, 3, 4, 99);
    assertThat(line.at("/type_uid").longValue())
        .isEqualTo(6003 * 100 + line.at("/activity_id").intValue());
    assertThat(line.at("/severity_id").intValue()).isBetween(0, 6);
    assertThat(line.at("/time").isIntegralNumber()).isTrue();
    assertThat(line.at("/metadata/profiles").toString()).isEqualTo("[\"security_control\"]");
    assertThat(line.at("/action_id").intValue()).isIn(0, 1, 2, 3, 4, 99);
    assertThat(line.at("/disposition_id").intValue()).isIn(1, 2, 17, 23, 99);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.properties().forEach(each -> names.add(each.getKey()));
    return names;
  }

  @Test
  void theOutcomeIsTheActionAndTheDispositionOfTheProfile() {
    assertThat(control(Records.permit(1))).isEqualTo("1 1 Allowed");
    assertThat(control(Records.restrict())).isEqualTo("1 99 Restricted");
    assertThat(control(Records.challenge())).isEqualTo("2 23 Challenge");
    assertThat(control(Records.deny())).isEqualTo("2 2 Blocked");
  }

  private static String control(AuditRecord record) {
    JsonNode line = ReadBack.json(line(AuditLayout.OCSF, record));
    return line.at("/action_id").intValue()
        + " "
        + line.at("/disposition_id").intValue()
        + " "
        + line.at("/disposition").textValue();
  }

  @ParameterizedTest
  @EnumSource
  void everyLayoutSaysEverything(AuditLayout layout) {
    assertThat(Records.kinds())
        .allSatisfy(
            record ->
                assertThat(ReadBack.read(layout, line(layout, record)))
                    .isEqualTo(ReadBack.expected(record)));
  }

  @Test
  void aRestrictionInEcs() {
    JsonNode line = ReadBack.json(line(AuditLayout.ECS, Records.restrict()));

    assertThat(line.at("/@timestamp").textValue()).isEqualTo("2026-11-26T12:00:00Z");
    assertThat(line.at("/event").toString())
        .isEqualTo(
            "{\"kind\":\"event\",\"category\":[\"api\"],\"type\":[\"access\",\"allowed\"],"
                + "\"action\":\"read\",\"code\":\"decision.check\",\"outcome\":\"success\","
                + "\"sequence\":17}");
    assertThat(line.at("/source/ip").textValue()).isEqualTo("10.0.0.7");
    assertThat(line.at("/zt/shadow").textValue()).isEqualTo("DENY");
    assertThat(line.at("/zt/valid_until").textValue()).isEqualTo("2026-11-26T12:01:00Z");
  }

  @Test
  void aDenialInCef() {
    assertThat(line(AuditLayout.CEF, Records.deny()))
        .isEqualTo(
            "CEF:0|zt|zt|1|decision.check|read|5|rt=1795694400000 app=payroll act=DENY"
                + " outcome=failure reason=REQUIREMENT_UNMET suid=bob ztSubjectType=Employee"
                + " ztAction=read ztResourceType=Payroll ztResource=p1"
                + " msg=`acme.healthy` is not met ztPolicyVersion="
                + Records.VERSION
                + " ztRules=acme.healthy ztUnknowns=device.edr STALE (observed yesterday)"
                + " ztSeal=17:"
                + Seal.NONE);
  }
}
