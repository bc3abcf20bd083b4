package dev.zt.engine.audit;

import dev.zt.AuditRecord;
import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Entity;
import dev.zt.Obligation;
import dev.zt.Reason;
import dev.zt.Request;
import dev.zt.SourcePosition;
import dev.zt.Unknown;
import dev.zt.UnknownCause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records to write. */
final class Records {
  static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  static final String VERSION = "ab".repeat(32);

  private Records() {}

  static Request request(String id) {
    return Request.of(Entity.of("Employee", id), "read", Entity.of("Payroll", "p1"));
  }

  static Reason reason(String rule, String message) {
    return new Reason(rule, message, new SourcePosition("payroll.zt", 3, 1), Map.of());
  }

  static Decision.Grounds grounds(List<Unknown> unknowns, String... rules) {
    List<Reason> reasons = List.of(rules).stream().map(rule -> reason(rule, null)).toList();
    return new Decision.Grounds(reasons, unknowns, Long.MAX_VALUE, VERSION, null);
  }

  static AuditRecord permit(int number) {
    return permit(number, NOON);
  }

  static AuditRecord permit(int number, Instant time) {
    Decision decision = new Decision.Permit(grounds(List.of(), "acme.payroll.clerks"));
    return AuditRecord.decision(request("e" + number), decision, time, Map.of());
  }

  static AuditRecord restrict() {
    Decision.Grounds grounds =
        new Decision.Grounds(
            List.of(reason("acme.off_site", "Off site.")),
            List.of(new Unknown("location.ip", UnknownCause.MISSING, "")),
            NOON.plusSeconds(60).toEpochMilli(),
            VERSION,
            new Decision.Deny(grounds(List.of()), DenyCause.NOT_PERMITTED, "no permit applies"));
    Obligation mask = new Obligation("mask", Map.of("field", "iban"));
    return AuditRecord.decision(
        request("ann").correlatedBy("trace-1"),
        new Decision.Restrict(grounds, List.of(mask)),
        NOON,
        Map.of("location.ip", "10.0.0.7", "device.id", "d1"));
  }

  static AuditRecord challenge() {
    Challenge mfa =
        new Challenge(
            List.of(new Challenge.Step("mfa", Map.of("max_age", Duration.ofMinutes(15)))));
    return AuditRecord.decision(
        request("ann"),
        new Decision.Challenge(grounds(List.of(), "acme.fresh"), List.of(mfa)),
        NOON,
        Map.of());
  }

  static AuditRecord deny() {
    Unknown stale = new Unknown("device.edr", UnknownCause.STALE, "observed yesterday");
    return AuditRecord.decision(
        request("bob"),
        new Decision.Deny(
            grounds(List.of(stale), "acme.healthy"),
            DenyCause.REQUIREMENT_UNMET,
            "`acme.healthy` is not met"),
        NOON,
        Map.of());
  }

  /** One of each kind. */
  static List<AuditRecord> kinds() {
    return List.of(
        permit(1),
        restrict(),
        challenge(),
        deny(),
        AuditRecord.session(
            "revoked", request("ann"), deny().decision(), NOON, "the device was stolen"),
        AuditRecord.elevation(
            "approved",
            Entity.of("Employee", "eve").reference(),
            "payroll_admin",
            Entity.of("Payroll", "p1").reference(),
            NOON,
            VERSION,
            "month end",
            Map.of("for", "ann", "until", "2026-11-26T14:00:00Z")),
        AuditRecord.elevation("expired", null, "payroll_admin", null, NOON, VERSION, "", Map.of()),
        AuditRecord.of(AuditRecord.Kind.RELOAD, "reload", NOON, VERSION, "in force instead of cd"));
  }
}
