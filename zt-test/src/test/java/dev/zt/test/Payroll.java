package dev.zt.test;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A payroll system's policies, with tests to try on them. */
final class Payroll {
  static final String POLICIES =
      """
      module acme.payroll

      role "payroll-clerk"
      role "payroll-manager" includes "payroll-clerk"

      enum Sensitivity { public < internal < confidential < restricted }

      entity Employee { department: string  ends: time? }
      entity Payroll {
        department:  string
        owner:       Employee
        sensitivity: Sensitivity
        actions read, list, export, approve
      }
      event login_failed

      let trusted_device = device.managed and device.disk_encrypted and device.edr == healthy
                       and device.os_version >= "14.2" and device.patch_age <= 30d

      clerks_view:
      permit role "payroll-clerk" to read, list Payroll
        when subject.department == resource.department

      managers:
      permit role "payroll-manager" to export, approve Payroll

      owners_read:
      permit Employee to read Payroll
        when resource.owner == subject

      left_the_company:
      forbid Employee to any action
        unless subject.ends is none or now < subject.ends

      eu_only:
      forbid anyone to export, approve Payroll
        unless location.country in ["DE", "FR", "NL"]
        because "Payroll data stays in the EU."

      trusted_devices:
      require trusted_device
        to read, list, export Payroll
        when resource.sensitivity >= confidential
        else challenge comply("Enrol this device and turn on disk encryption.")

      fresh_mfa:
      require identity.mfa_age <= 15m and identity.phishing_resistant
        for role "payroll-manager" to approve Payroll
        else challenge mfa(phishing_resistant: true, max_age: 15m)

      off_site:
      restrict anyone to read Payroll
        unless location.ip in ["10.0.0.0/8", "2001:db8::/32"]
        with read_only, mask("iban")

      let ann = Employee "ann" { department: "hr", ends: none, roles: ["payroll-clerk"] }
      """;

  static final String GIVENS =
      """
        given now "2026-03-02T09:00:00Z"
        given subject ann
        given resource Payroll "p1" { department: "hr", sensitivity: confidential }
        given device { managed: true, disk_encrypted: true, edr: healthy, os_version: "14.4", patch_age: 3d }
        given location { country: "DE", ip: "10.1.2.3", speed: 0km/h }
      """;

  private Payroll() {}

  /** The policies with a test of these steps after the usual givens. */
  static Compilation with(String steps) {
    return compiled("test \"steps\" {\n" + GIVENS + steps + "\n}\n");
  }

  /** The policies with some tests, and further files by name and text. */
  static Compilation compiled(String tests, String... files) {
    Map<String, String> texts = new HashMap<>();
    texts.put("policies/payroll.zt", POLICIES);
    texts.put("policies/payroll-tests.zt", "module acme.payroll\n" + tests);
    for (int i = 0; i < files.length; i += 2) {
      texts.put("policies/" + files[i], files[i + 1]);
    }
    return PolicyCompiler.compile(texts);
  }

  static Suite suite(Compilation compilation) {
    return Suite.prepare(compilation.orThrow(), compilation.tests());
  }

  /** What comes of each case, {@code passed} or what differs. */
  static List<String> results(Compilation compilation) {
    List<String> results = new ArrayList<>();
    for (CaseReport each : suite(compilation).run().cases()) {
      results.add(
          each.result() instanceof CaseResult.Failed failed
              ? String.join("; ", failed.differences())
              : each.result() instanceof CaseResult.NotRunnable not ? not.reason() : "passed");
    }
    return results;
  }
}
