package dev.zt.bench.workload;

import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.Signal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The core without an engine: typed records, addresses and versions as numbers, cheap tests first.
 */
public final class CoreApplication implements Application {
  private static final Set<String> EU = Set.copyOf(Core.EU);
  private static final long MFA_AGE = Core.MFA_AGE.toMillis();
  private static final long MINIMAL_VERSION = version("14.2.1");

  /** The first and last address of each blocked range, ascending. */
  private static final long[] FIRST;

  private static final long[] LAST;

  static {
    TreeMap<Long, Long> ranges = new TreeMap<>();
    for (String range : Core.BLOCKED) {
      int slash = range.indexOf('/');
      long first = address(range.substring(0, slash));
      ranges.put(first, first + (1L << (32 - Integer.parseInt(range.substring(slash + 1)))) - 1);
    }
    FIRST = ranges.keySet().stream().mapToLong(Long::longValue).toArray();
    LAST = ranges.values().stream().mapToLong(Long::longValue).toArray();
  }

  private final Core.Incoming[] incoming;
  private final Access[] accesses;

  CoreApplication(List<Core.Incoming> incoming) {
    this.incoming = incoming.toArray(Core.Incoming[]::new);
    this.accesses = incoming.stream().map(CoreApplication::access).toArray(Access[]::new);
  }

  /** Of an access. */
  public enum Action {
    READ,
    EXPORT
  }

  /** Of an access. */
  public enum Edr {
    HEALTHY,
    DEGRADED,
    INFECTED,
    ABSENT
  }

  /** Of an access. */
  public enum Sensitivity {
    OPEN,
    INTERNAL,
    CONFIDENTIAL,
    RESTRICTED
  }

  /** Of an access, typed. */
  public record Employee(String department, Set<String> roles) {}

  /** Of an access, typed. */
  public record Payroll(String department, Sensitivity sensitivity) {}

  /** Of an access, typed. */
  public record Identity(long mfaAt, boolean phishingResistant) {}

  /** Of an access, typed. */
  public record Device(
      boolean managed,
      boolean diskEncrypted,
      boolean firewall,
      long osVersion,
      Edr edr,
      int score) {}

  /** Of an access, typed. */
  public record Location(String country, long ip) {}

  /** Of an access, typed. */
  public record Access(
      Employee employee,
      Action action,
      Payroll payroll,
      Identity identity,
      Device device,
      Location location) {}

  @Override
  public boolean permits(int question, InstantSource clock) {
    return permits(accesses[question], clock.millis());
  }

  @Override
  public boolean permitsAnew(int question, InstantSource clock) {
    return permits(access(incoming[question]), clock.millis());
  }

  private static boolean permits(Access access, long now) {
    Device device = access.device();
    if (!device.managed()
        || !device.diskEncrypted()
        || !device.firewall()
        || device.edr() != Edr.HEALTHY
        || device.score() < 60
        || device.osVersion() < MINIMAL_VERSION) {
      return false;
    }
    Identity identity = access.identity();
    Payroll payroll = access.payroll();
    if (now - identity.mfaAt() > MFA_AGE
        || (payroll.sensitivity().compareTo(Sensitivity.CONFIDENTIAL) >= 0
            && !identity.phishingResistant())) {
      return false;
    }
    return mayAtAll(access.employee(), access.action(), payroll)
        && EU.contains(access.location().country())
        && !blocked(access.location().ip())
        && (access.action() != Action.EXPORT || OfficeHours.at(now));
  }

  private static boolean mayAtAll(Employee employee, Action action, Payroll payroll) {
    Set<String> roles = employee.roles();
    boolean sameDepartment = employee.department().equals(payroll.department());
    if (sameDepartment && roles.contains("manager")) {
      return true;
    }
    return action == Action.READ
        && (roles.contains("auditor") || (sameDepartment && roles.contains("clerk")));
  }

  private static boolean blocked(long ip) {
    int place = Arrays.binarySearch(FIRST, ip);
    int before = place >= 0 ? place : -place - 2;
    return before >= 0 && ip <= LAST[before];
  }

  private static Access access(Core.Incoming in) {
    return new Access(
        new Employee(in.department(), Set.copyOf(in.roles())),
        in.action().equals("export") ? Action.EXPORT : Action.READ,
        new Payroll(in.payrollDepartment(), Sensitivity.values()[in.sensitivity()]),
        new Identity(in.mfaAt().toEpochMilli(), in.phishingResistant()),
        new Device(
            in.managed(),
            in.diskEncrypted(),
            in.firewall(),
            version(in.osVersion()),
            in.edr().equals("healthy") ? Edr.HEALTHY : Edr.INFECTED,
            in.score()),
        new Location(in.country(), address(in.ip())));
  }

  /** Up to three parts of a version as one number. */
  private static long version(String text) {
    long version = 0;
    int dots = 0;
    int part = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        version = (version << 20) | part;
        part = 0;
        dots++;
      } else {
        part = part * 10 + (c - '0');
      }
    }
    return ((version << 20) | part) << (20 * (2 - dots));
  }

  private static long address(String text) {
    long address = 0;
    int part = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        address = (address << 8) | part;
        part = 0;
      } else {
        part = part * 10 + (c - '0');
      }
    }
    return (address << 8) | part;
  }

  /** One access as an expression language sees it, question by question. */
  public record View(Access access, long now) {
    /** The device is managed. */
    public boolean managed() {
      return access.device().managed();
    }

    /** Its disk is encrypted. */
    public boolean diskEncrypted() {
      return access.device().diskEncrypted();
    }

    /** Its firewall is on. */
    public boolean firewall() {
      return access.device().firewall();
    }

    /** Nothing was found on it. */
    public boolean healthy() {
      return access.device().edr() == Edr.HEALTHY;
    }

    /** Its score. */
    public int score() {
      return access.device().score();
    }

    /** The version of its operating system as a number. */
    public long osVersion() {
      return access.device().osVersion();
    }

    /** The version that it must have at least. */
    public long minimalVersion() {
      return MINIMAL_VERSION;
    }

    /** The instant of the second factor, in milliseconds. */
    public long mfaAt() {
      return access.identity().mfaAt();
    }

    /** The second factor cannot be phished. */
    public boolean phishingResistant() {
      return access.identity().phishingResistant();
    }

    /** The payroll is confidential, or more than that. */
    public boolean sensitive() {
      return access.payroll().sensitivity().compareTo(Sensitivity.CONFIDENTIAL) >= 0;
    }

    /** The payroll is of the subject's own department. */
    public boolean sameDepartment() {
      return access.employee().department().equals(access.payroll().department());
    }

    /** The subject has that role. */
    public boolean hasRole(String role) {
      return access.employee().roles().contains(role);
    }

    /** The payroll is only read. */
    public boolean reads() {
      return access.action() == Action.READ;
    }

    /** The request comes from a country of the European Union. */
    public boolean fromEu() {
      return EU.contains(access.location().country());
    }

    /** The request comes from a blocked address. */
    public boolean blocked() {
      return CoreApplication.blocked(access.location().ip());
    }

    /** It is office hours. */
    public boolean officeHours() {
      return OfficeHours.at(now);
    }
  }

  /** A question's access at an instant. */
  public View view(int question, Instant now) {
    return new View(accesses[question], now.toEpochMilli());
  }

  /** What an application that uses zt has instead: records of what came in, as it came in. */
  record EmployeeFields(String department, List<String> roles) {}

  record PayrollFields(String department, Sensitivities sensitivity) {}

  record IdentityFields(Instant mfaAt, boolean phishingResistant) {}

  record DeviceFields(
      boolean managed,
      boolean diskEncrypted,
      boolean firewall,
      String osVersion,
      String edr,
      int score) {}

  record LocationFields(String country, String ip) {}

  /** Constants are bound by name, and named as the policy names them. */
  enum Sensitivities {
    open,
    internal,
    confidential,
    restricted
  }

  @Override
  public Request request(int question) {
    Core.Incoming in = incoming[question];
    return Request.of(
            Entity.of("Employee", in.employee(), new EmployeeFields(in.department(), in.roles())),
            in.action(),
            Entity.of(
                "Payroll",
                in.payroll(),
                new PayrollFields(
                    in.payrollDepartment(), Sensitivities.values()[in.sensitivity()])))
        .withSignals(
            List.of(
                Signal.of("identity", new IdentityFields(in.mfaAt(), in.phishingResistant())),
                Signal.of(
                    "device",
                    new DeviceFields(
                        in.managed(),
                        in.diskEncrypted(),
                        in.firewall(),
                        in.osVersion(),
                        in.edr(),
                        in.score())),
                Signal.of("location", new LocationFields(in.country(), in.ip()))));
  }
}
