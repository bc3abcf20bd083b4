package dev.zt.engine.facts;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.EntityStore;
import dev.zt.Request;
import dev.zt.policy.Field;
import dev.zt.policy.Schema;
import dev.zt.policy.SourceSpan;
import dev.zt.policy.Type;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A declared world for the tests of this package, and short ways to ask it. */
final class World {
  static final SourceSpan HERE = new SourceSpan("world.zt", 1, 1, 0);
  static final Type TIER = new Type.Enumeration("w.Tier");
  static final Type HEALTH = new Type.Enumeration("w.Health");
  static final Type ADDRESS = new Type.Structure("w.Address");
  static final Type NODE = new Type.Structure("w.Node");
  static final Type USER = Type.Entity.of("w.User");
  static final Type USER_OR_TEAM = new Type.Entity(List.of("w.User", "w.Team"));

  final Intake intake = new Intake();
  final Layout layout;

  World() {
    this(schema());
  }

  World(Schema schema) {
    layout = Layout.of(schema, intake);
  }

  /**
   * The world as a policy would write it.
   *
   * <pre>
   * enum Tier { low < mid < high }
   * enum Health { healthy, earlyStage, late_stage, High, high }
   * record Address { street: string?  city: string  country: country  zip as "post-code": string }
   * record Node { name: string  left: Node?  right: Node? }
   * entity Team in Team { }
   * entity User in Team, Group {
   *   level: int  title as "job-title": string  ends: time?  tags: set&lt;string&gt;
   *   disk_encrypted: bool  started_at: time  age: duration = now - started_at
   *   address: Address  manager: User  tier: Tier
   * }
   * entity Group as "org.group" in Group { }
   * entity Folder in Folder { size: int  actions open as "GET" }
   * entity Doc { level: int  owner: User  actions read, write as "PUT" }
   * signal device { as_of: time  source: string  id: string  managed: bool  edr: Health }
   * signal location { as_of: time  source: string  ip: ip }
   * action { soft: bool }
   * </pre>
   */
  static Schema schema() {
    return schema(
        List.of(
            type("Team", Set.of("w.Team"), Map.of()),
            type(
                "User",
                Set.of("w.Team", "w.Group"),
                Map.of(),
                field("level", Type.Scalar.INT),
                new Field("title", "job-title", Type.Scalar.STRING, false, false, null, HERE),
                field("ends", new Type.Optional(Type.Scalar.TIME)),
                field("tags", new Type.SetOf(Type.Scalar.STRING)),
                field("disk_encrypted", Type.Scalar.BOOL),
                field("started_at", Type.Scalar.TIME),
                new Field("age", "age", Type.Scalar.DURATION, true, false, null, HERE),
                field("address", ADDRESS),
                field("manager", USER),
                field("tier", TIER)),
            new Schema.Entity(
                "w.Group",
                "org.group",
                Set.of("w.Group"),
                List.of(),
                new TreeMap<>(),
                Map.of(),
                HERE),
            type(
                "Folder",
                Set.of("w.Folder"),
                Map.of("open", "GET"),
                field("size", Type.Scalar.INT)),
            type(
                "Doc",
                Set.of(),
                Map.of("read", "read", "write", "PUT"),
                field("level", Type.Scalar.INT),
                field("owner", USER))));
  }

  /** The world in which a `Thing` has one field `x` of that type. */
  static Schema withField(Type type) {
    return schema(
        List.of(
            type("Thing", Set.of(), Map.of("use", "use"), field("x", type)),
            type("User", Set.of(), Map.of()),
            type("Team", Set.of(), Map.of())));
  }

  private static Schema schema(List<Schema.Entity> entities) {
    return new Schema(
        Schema.byName(
            List.of(
                new Schema.Enumeration("w.Tier", List.of("low", "mid", "high"), true, HERE),
                new Schema.Enumeration(
                    "w.Health",
                    List.of("healthy", "earlyStage", "late_stage", "High", "high"),
                    false,
                    HERE))),
        Schema.byName(
            List.of(
                new Schema.Structure(
                    "w.Address",
                    List.of(
                        field("street", new Type.Optional(Type.Scalar.STRING)),
                        field("city", Type.Scalar.STRING),
                        field("country", Type.Scalar.COUNTRY),
                        new Field(
                            "zip", "post-code", Type.Scalar.STRING, false, false, null, HERE)),
                    HERE),
                new Schema.Structure(
                    "w.Node",
                    List.of(
                        field("name", Type.Scalar.STRING),
                        field("left", new Type.Optional(NODE)),
                        field("right", new Type.Optional(NODE))),
                    HERE))),
        Schema.byName(entities),
        Schema.byName(
            List.of(
                signal(
                    "device",
                    field("id", Type.Scalar.STRING),
                    field("managed", Type.Scalar.BOOL),
                    field("edr", HEALTH)),
                signal("location", field("ip", Type.Scalar.IP)))),
        Schema.byName(List.of(field("soft", Type.Scalar.BOOL))),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>());
  }

  private static Schema.Entity type(
      String name, Set<String> parents, Map<String, String> actions, Field... fields) {
    return new Schema.Entity(
        "w." + name, name, parents, List.of(fields), new TreeMap<>(actions), Map.of(), HERE);
  }

  private static Schema.Signal signal(String name, Field... fields) {
    List<Field> all =
        Stream.concat(
                Stream.of(field("as_of", Type.Scalar.TIME), field("source", Type.Scalar.STRING)),
                Arrays.stream(fields))
            .toList();
    return new Schema.Signal(name, null, all, HERE);
  }

  static Field field(String name, Type type) {
    return new Field(name, name, type, false, false, null, HERE);
  }

  /** What becomes of something given for a field of that type. */
  static Reading read(Type type, Object given) {
    Entity thing = Entity.of("Thing", "t").with("x", given);
    Facts facts =
        ((Binding.Bound)
                new World(withField(type))
                    .layout.bind(Request.of(thing, "use", thing), Surroundings.NONE))
            .facts();
    return facts.entityField(facts.subject(), "x");
  }

  Binding bind(Request request, EntityStore store) {
    return layout.bind(request, Surroundings.of(store));
  }

  Facts facts(Request request) {
    return facts(request, EntityStore.EMPTY);
  }

  Facts facts(Request request, EntityStore store) {
    return ((Binding.Bound) bind(request, store)).facts();
  }

  /** A field of a user who asks. */
  Reading ofUser(Entity user, String field) {
    Facts facts = facts(reading(user));
    return facts.entityField(facts.subject(), field);
  }

  static Request reading(Entity user) {
    return Request.of(user, "read", Entity.of("Doc", "d1"));
  }

  static Entity user() {
    return Entity.of("User", "u1");
  }

  static Value.Ref user(String id) {
    return new Value.Ref("w.User", id);
  }

  static Value.Ref team(String id) {
    return new Value.Ref("w.Team", id);
  }

  static EntityRef teamRef(String id) {
    return EntityRef.of("Team", id);
  }

  static Value.Int number(long value) {
    return new Value.Int(value);
  }

  static Value.Text text(String value) {
    return new Value.Text(value);
  }

  static Value.SetOf set(Value... values) {
    return Value.SetOf.of(Arrays.asList(values));
  }

  static Map<String, Object> nulls(String name) {
    return Collections.singletonMap(name, null);
  }
}
