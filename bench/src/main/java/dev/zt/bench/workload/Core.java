package dev.zt.bench.workload;

import static dev.zt.bench.model.Condition.all;
import static dev.zt.bench.model.Condition.any;
import static dev.zt.bench.model.Condition.not;

import dev.zt.bench.model.Address;
import dev.zt.bench.model.Condition;
import dev.zt.bench.model.Path;
import dev.zt.bench.model.Question;
import dev.zt.bench.model.Rank;
import dev.zt.bench.model.Reference;
import dev.zt.bench.model.Release;
import dev.zt.bench.model.Rule;
import dev.zt.bench.model.Thing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * The zero-trust core: twelve rules about roles and departments, the age of the second factor, the
 * device, the place, the hour and the sensitivity of a payroll.
 */
public final class Core implements Workload {
  /** The instant of the questions, within working hours. */
  public static final Instant NOW = Instant.parse("2026-03-03T10:15:30Z");

  static final List<String> SENSITIVITIES =
      List.of("open", "internal", "confidential", "restricted");
  static final List<String> EU =
      List.of(
          "AT", "BE", "BG", "HR", "CY", "CZ", "DK", "EE", "FI", "FR", "DE", "GR", "HU", "IE", "IT",
          "LV", "LT", "LU", "MT", "NL", "PL", "PT", "RO", "SK", "SI", "ES", "SE");
  static final List<String> BLOCKED =
      IntStream.range(0, 50)
          .mapToObj(i -> 11 + 4 * i + "." + 37 * i % 256 + "." + 16 * (i % 16) + ".0/20")
          .toList();
  static final Duration MFA_AGE = Duration.ofHours(8);

  private final List<Incoming> incoming;
  private final List<Question> questions;

  /** All its questions. */
  public Core() {
    this(QUESTIONS);
  }

  /** Only the first of its questions. */
  public Core(int questions) {
    Random random = new Random(20260303);
    this.incoming = new ArrayList<>();
    this.questions = new ArrayList<>();
    for (int number = 0; number < questions; number++) {
      Incoming next = incoming(number, random);
      incoming.add(next);
      this.questions.add(next.question());
    }
  }

  @Override
  public List<Rule> rules() {
    Condition sameDepartment =
        new Condition.Same(Path.of("subject.department"), Path.of("resource.department"));
    return List.of(
        Rule.permitRole("clerks_read", "clerk", List.of("read"), "Payroll", sameDepartment),
        Rule.permitRole(
            "managers_export", "manager", List.of("read", "export"), "Payroll", sameDepartment),
        Rule.permitRole(
            "auditors_read", "auditor", List.of("read"), "Payroll", new Condition.Always()),
        Rule.require("recent_mfa", new Condition.AtMostAgo(Path.of("identity.mfa_at"), MFA_AGE)),
        Rule.require(
            "posture",
            all(
                new Condition.IsTrue(Path.of("device.managed")),
                new Condition.IsTrue(Path.of("device.disk_encrypted")),
                new Condition.IsTrue(Path.of("device.firewall")))),
        Rule.require(
            "patched",
            new Condition.VersionAtLeast(Path.of("device.os_version"), new Release("14.2.1"))),
        Rule.require("clean", new Condition.IsText(Path.of("device.edr"), "healthy")),
        Rule.require("scored", new Condition.AtLeast(Path.of("device.score"), 60)),
        Rule.require(
            "office_hours",
            new Condition.WorkingHours(OfficeHours.FROM, OfficeHours.TO, OfficeHours.ZONE),
            "export"),
        Rule.require(
            "sensitive",
            any(
                not(new Condition.RankAtLeast(Path.of("resource.sensitivity"), sensitivity(2))),
                new Condition.IsTrue(Path.of("identity.phishing_resistant")))),
        Rule.forbid("abroad", not(new Condition.OneOf(Path.of("location.country"), EU))),
        Rule.forbid("blocked", new Condition.InNetworks(Path.of("location.ip"), BLOCKED)));
  }

  @Override
  public String declarations() {
    return """
        module bench.core

        role "clerk"
        role "manager"
        role "auditor"

        enum Sensitivity { open < internal < confidential < restricted }

        entity Employee { department: string }

        entity Payroll {
          department:  string
          sensitivity: Sensitivity
          actions read, export
        }
        """;
  }

  @Override
  public Map<Reference, Thing> entities() {
    return Map.of();
  }

  @Override
  public List<Question> questions() {
    return questions;
  }

  @Override
  public Application application() {
    return new CoreApplication(incoming);
  }

  private static Rank sensitivity(int level) {
    return new Rank("Sensitivity", SENSITIVITIES, level);
  }

  /** What is known of one access before any record is made, as headers and tokens carry it. */
  record Incoming(
      String employee,
      String department,
      List<String> roles,
      String action,
      String payroll,
      String payrollDepartment,
      int sensitivity,
      Instant mfaAt,
      boolean phishingResistant,
      boolean managed,
      boolean diskEncrypted,
      boolean firewall,
      String osVersion,
      String edr,
      int score,
      String country,
      String ip) {

    Question question() {
      return new Question(
          Thing.of("Employee", employee, Map.of("department", department)).withRoles(roles),
          action,
          Thing.of(
              "Payroll",
              payroll,
              Map.of(
                  "department", payrollDepartment, "sensitivity", Core.sensitivity(sensitivity))),
          Map.of(
              "identity",
              Map.of("mfa_at", mfaAt, "phishing_resistant", phishingResistant),
              "device",
              Map.of(
                  "managed", managed,
                  "disk_encrypted", diskEncrypted,
                  "firewall", firewall,
                  "os_version", new Release(osVersion),
                  "edr", edr,
                  "score", (long) score),
              "location",
              Map.of("country", country, "ip", new Address(ip))));
    }
  }

  /** One in two questions has nothing wrong; the others have one thing wrong, or more. */
  private static Incoming incoming(int number, Random random) {
    boolean flawed = random.nextBoolean();
    int flaw = flawed ? random.nextInt(12) : -1;
    List<String> departments = List.of("hr", "sales", "engineering", "legal");
    String department = departments.get(random.nextInt(4));
    String role = List.of("clerk", "manager", "auditor").get(random.nextInt(3));
    List<String> roles = new ArrayList<>(List.of("staff-" + random.nextInt(4), role));
    boolean export = role.equals("manager") && random.nextBoolean();
    int sensitivity = random.nextInt(4);
    return new Incoming(
        "e" + number,
        department,
        flaw == 0 ? List.of("staff-0") : roles,
        flaw == 1 || export ? "export" : "read",
        "p" + number,
        flaw == 2 ? departments.get(random.nextInt(4)) : department,
        flaw == 3 ? 3 : sensitivity,
        NOW.minusSeconds(flaw == 4 ? 40_000 : random.nextInt(28_000)),
        flaw != 3 && (sensitivity >= 2 || random.nextBoolean()),
        flaw != 5,
        flaw != 6,
        flaw != 7 || random.nextBoolean(),
        flaw == 8 ? "14.1." + random.nextInt(9) : "14." + (3 + random.nextInt(5)),
        flaw == 9 ? "infected" : "healthy",
        flaw == 10 ? random.nextInt(80) : 60 + random.nextInt(40),
        flaw == 11 && random.nextBoolean() ? "US" : EU.get(random.nextInt(EU.size())),
        flaw == 11 ? "15.37.16.9" : "203.0.113." + random.nextInt(256));
  }
}
