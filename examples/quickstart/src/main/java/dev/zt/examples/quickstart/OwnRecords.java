package dev.zt.examples.quickstart;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Request;
import dev.zt.Signal;
import java.time.Instant;

/**
 * A request built from the records that an application has anyway. Components are found by name: a
 * component {@code diskEncrypted} is the field {@code disk_encrypted}.
 */
final class OwnRecords {
  private OwnRecords() {}

  static Request request() {
    PayrollRow row = new PayrollRow("hr", Sensitivity.INTERNAL, EntityRef.of("Employee", "bo"));
    Posture posture =
        new Posture(true, true, Edr.HEALTHY, "15.3.1", true, Instant.parse("2026-03-02T08:58:10Z"));
    SignIn signIn = new SignIn(Instant.parse("2026-03-02T07:31:00Z"), false, Risk.CLEAR);
    Place place = new Place("10.20.4.17", "DE", false, "0km/h");

    return Request.of(Entity.of("Employee", "ann"), "read", Entity.of("Payroll", "hr-2026-02", row))
        .with(Signal.of("device", posture))
        .with(Signal.of("identity", signIn))
        .with(Signal.of("location", place));
  }

  private record PayrollRow(String department, Sensitivity sensitivity, EntityRef preparedBy) {}

  private record Posture(
      boolean managed,
      boolean diskEncrypted,
      Edr edr,
      String osVersion,
      boolean attested,
      Instant asOf) {}

  private record SignIn(Instant authenticatedAt, boolean phishingResistant, Risk signInRisk) {}

  private record Place(String ip, String country, boolean anonymous, String speed) {}

  private enum Sensitivity {
    INTERNAL,
    CONFIDENTIAL,
    RESTRICTED
  }

  private enum Edr {
    HEALTHY,
    DEGRADED,
    INFECTED,
    ABSENT
  }

  private enum Risk {
    CLEAR,
    LOW,
    MEDIUM,
    HIGH,
    CRITICAL
  }
}
