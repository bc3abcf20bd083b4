package dev.zt.bench.workload;

import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.bench.model.Condition;
import dev.zt.bench.model.Question;
import dev.zt.bench.model.Reference;
import dev.zt.bench.model.Rule;
import dev.zt.bench.model.Thing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Role grants: each rule lets one role do one of four things to one of 25 types of resources. A
 * role has ten grants, a subject has three roles. Optionally one prohibition stands over all of
 * them: not outside office hours.
 */
final class Grants implements Workload {
  static final List<String> ACTIONS = List.of("read", "write", "remove", "share");
  private static final int TYPES = 25;
  private static final int GRANTS_A_ROLE = 10;

  private final boolean guarded;
  private final List<Grant> grants = new ArrayList<>();
  private final List<Incoming> incoming = new ArrayList<>();

  private record Grant(String role, int type, int action) {}

  /** What is known of one access before any record is made. */
  private record Incoming(
      String user, List<String> roles, String action, String type, String resource) {}

  Grants(int size, boolean guarded) {
    this.guarded = guarded;
    Random random = new Random(7);
    int roles = Math.max(1, size / GRANTS_A_ROLE);
    for (int role = 0; role < roles; role++) {
      int first = random.nextInt(100);
      for (int i = 0; i < GRANTS_A_ROLE; i++) {
        int permission = (first + 7 * i) % 100;
        grants.add(new Grant("role-" + role, permission / 4, permission % 4));
      }
    }
    for (int number = 0; number < QUESTIONS; number++) {
      incoming.add(incoming(number, roles, random));
    }
  }

  private Incoming incoming(int number, int roles, Random random) {
    int role = random.nextInt(roles);
    List<String> held =
        List.of("role-" + role, "role-" + random.nextInt(roles), "staff-" + random.nextInt(9));
    Grant granted = grants.get(role * GRANTS_A_ROLE + random.nextInt(GRANTS_A_ROLE));
    boolean asGranted = random.nextBoolean();
    int type = asGranted ? granted.type() : random.nextInt(TYPES);
    int action = asGranted ? granted.action() : random.nextInt(ACTIONS.size());
    return new Incoming(
        "u" + number,
        held.stream().distinct().toList(),
        ACTIONS.get(action),
        "Thing" + type,
        "r" + random.nextInt(1000));
  }

  @Override
  public List<Rule> rules() {
    List<Rule> rules = new ArrayList<>();
    for (int i = 0; i < grants.size(); i++) {
      Grant grant = grants.get(i);
      rules.add(
          Rule.permitRole(
              "g" + i,
              grant.role(),
              List.of(ACTIONS.get(grant.action())),
              "Thing" + grant.type(),
              new Condition.Always()));
    }
    if (guarded) {
      rules.add(
          Rule.forbid(
              "after_hours",
              Condition.not(
                  new Condition.WorkingHours(OfficeHours.FROM, OfficeHours.TO, OfficeHours.ZONE))));
    }
    return rules;
  }

  @Override
  public String declarations() {
    return "module bench.grants\n\nentity User { }\n"
        + grants.stream()
            .map(Grant::role)
            .distinct()
            .map(role -> "role \"" + role + "\"\n")
            .collect(Collectors.joining())
        + IntStream.range(0, TYPES)
            .mapToObj(type -> "entity Thing" + type + " { actions read, write, remove, share }\n")
            .collect(Collectors.joining());
  }

  @Override
  public Map<Reference, Thing> entities() {
    return Map.of();
  }

  @Override
  public List<Question> questions() {
    return incoming.stream()
        .map(
            in ->
                new Question(
                    Thing.of("User", in.user(), Map.of()).withRoles(in.roles()),
                    in.action(),
                    Thing.of(in.type(), in.resource(), Map.of()),
                    Map.of()))
        .toList();
  }

  @Override
  public Application application() {
    return new ByHand(grants, incoming, guarded);
  }

  /** A hash map from each role to the set of its permissions. */
  private static final class ByHand implements Application {
    private static final Map<String, Integer> TYPE_NUMBERS =
        IntStream.range(0, TYPES)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(type -> "Thing" + type, type -> type));
    private static final Map<String, Integer> ACTION_NUMBERS =
        IntStream.range(0, ACTIONS.size())
            .boxed()
            .collect(Collectors.toUnmodifiableMap(ACTIONS::get, action -> action));

    private final boolean guarded;
    private final Map<String, BitSet> permissions = new HashMap<>();
    private final Incoming[] incoming;
    private final Access[] accesses;

    ByHand(List<Grant> grants, List<Incoming> incoming, boolean guarded) {
      this.guarded = guarded;
      for (Grant grant : grants) {
        permissions
            .computeIfAbsent(grant.role(), role -> new BitSet())
            .set(grant.type() * 4 + grant.action());
      }
      this.incoming = incoming.toArray(Incoming[]::new);
      this.accesses = incoming.stream().map(ByHand::access).toArray(Access[]::new);
    }

    private record Access(List<String> roles, int permission) {}

    private static Access access(Incoming in) {
      return new Access(
          in.roles(),
          4 * TYPE_NUMBERS.getOrDefault(in.type(), TYPES)
              + ACTION_NUMBERS.getOrDefault(in.action(), 0));
    }

    @Override
    public boolean permits(int question, InstantSource clock) {
      return permits(accesses[question], clock);
    }

    @Override
    public boolean permitsAnew(int question, InstantSource clock) {
      return permits(access(incoming[question]), clock);
    }

    private boolean permits(Access access, InstantSource clock) {
      if (guarded && !OfficeHours.at(clock.millis())) {
        return false;
      }
      for (String role : access.roles()) {
        BitSet permitted = permissions.get(role);
        if (permitted != null && permitted.get(access.permission())) {
          return true;
        }
      }
      return false;
    }

    private record UserFields(List<String> roles) {}

    @Override
    public Request request(int question) {
      Incoming in = incoming[question];
      return Request.of(
          Entity.of("User", in.user(), new UserFields(in.roles())),
          in.action(),
          Entity.of(in.type(), in.resource()));
    }
  }
}
