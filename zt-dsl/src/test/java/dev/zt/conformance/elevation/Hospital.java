package dev.zt.conformance.elevation;

import dev.zt.Entity;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.time.Instant;

/** Records that are opened for a while, and those who ask and decide. */
final class Hospital {
  private Hospital() {}

  static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  static final String POLICIES_TEXT =
      """
          module h

          role "nurse"
          role "doctor"
          role "chief"

          entity Person { ward: string  on_duty: bool }
          entity Record { ward: string  actions read, write, print }
          entity Door { actions open }

          readers:
          permit role "doctor" to read Record

          locked_ward:
          forbid anyone to any action on Record
            unless resource.ward != "locked"

          elevation break_glass permits role "nurse" to read, print Record
            when subject.ward == resource.ward
            for at most 1h
            with reason

          elevation amend permits role "nurse" to write Record
            for at most 2h
            approved by 2 of role "doctor", role "chief" when approver.ward == subject.ward
              and approver.on_duty

          elevation enter permits Person to open Door
            for at most 30m
            approved by Person when approver.on_duty and identity.mfa_age <= 5m

          fresh:
          require identity.mfa_age <= 15m
            to print Record
            when break_glass.active
            else challenge mfa

          copies:
          restrict anyone to read Record
            when break_glass.active
            with watermark
          """;

  static final PolicySet POLICIES = compiled(POLICIES_TEXT);

  static final Entity NURSE = person("nina", "a", "nurse");
  static final Entity RECORD = Entity.of("Record", "r1").with("ward", "a");
  static final Entity OTHER_RECORD = Entity.of("Record", "r2").with("ward", "a");
  static final Entity DOOR = Entity.of("Door", "d1");
  static final Entity DOCTOR = person("dora", "a", "doctor");
  static final Entity CHIEF = person("carl", "a", "chief");

  static PolicySet compiled(String text) {
    return PolicyCompiler.compile("h.zt", text).orThrow();
  }

  static Entity person(String id, String ward, String... roles) {
    return Entity.of("Person", id).with("ward", ward).with("on_duty", true).roles(roles);
  }

  static Engine engine(SteppingClock clock) {
    return Engine.builder(POLICIES).clock(clock).build();
  }
}
