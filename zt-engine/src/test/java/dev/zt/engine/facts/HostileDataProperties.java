package dev.zt.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.EntityStore;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.UnknownCause;
import dev.zt.policy.Schema;
import dev.zt.policy.Type;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Vectors;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever a request holds, it is bound, soon, to facts that can be read and printed. */
class HostileDataProperties {
  private static final List<Type> TYPES = types();

  private static final Map<Type, World> WORLDS =
      TYPES.stream()
          .collect(Collectors.toMap(type -> type, type -> new World(World.withField(type))));

  private static List<Type> types() {
    List<Type> types = new ArrayList<>(List.of(Type.Scalar.values()));
    types.addAll(
        List.of(
            World.TIER, World.HEALTH, World.ADDRESS, World.NODE, World.USER, World.USER_OR_TEAM));
    for (Type type : List.copyOf(types)) {
      types.add(new Type.SetOf(type));
      types.add(new Type.Optional(type));
    }
    types.add(new Type.SetOf(new Type.SetOf(World.NODE)));
    return types;
  }

  private static Reading read(Type type, Object given) {
    Entity thing = Entity.of("Thing", "t").with("x", given);
    Facts facts = WORLDS.get(type).facts(Request.of(thing, "use", thing));
    return facts.entityField(facts.subject(), "x");
  }

  @Property(tries = 300)
  void anyObjectIsReadAsAnyType(@ForAll long seed) {
    Object given = HostileData.object(new Random(seed));
    for (Type type : TYPES) {
      checkReading(read(type, given), type);
    }
  }

  @Property(tries = 1_000)
  void anyFieldsAreBound(@ForAll long seed) {
    Random random = new Random(seed);
    Map<String, Object> own = HostileData.fields(random);
    Map<String, Object> further = HostileData.fields(random);
    Map<String, Object> stored = HostileData.fields(random);
    World world = new World();
    Request request =
        Request.of(Entity.of("User", "u1", own), "read", Entity.of("Doc", "d1", further))
            .with(Entity.of("User", "u1", further))
            .with(Signal.of("device", own))
            .with(Signal.of("device", further));
    for (Map.Entry<String, Object> field : stored.entrySet()) {
      request = request.withAction(field.getKey(), field.getValue());
    }
    Facts facts = world.facts(request, reference -> entity(reference, stored));
    checkAll(world, facts);
  }

  private static Entity entity(EntityRef reference, Map<String, Object> fields) {
    return Entity.of(reference.type(), reference.id(), fields);
  }

  private static void checkAll(World world, Facts facts) {
    Schema schema = World.schema();
    for (Value.Ref entity : List.of(facts.subject(), facts.resource(), World.team("t1"))) {
      schema
          .entities()
          .get(entity.type())
          .fields()
          .forEach(field -> checkReading(facts.entityField(entity, field.name()), field.type()));
      Type strings = new Type.SetOf(Type.Scalar.STRING);
      checkReading(facts.entityField(entity, "roles"), strings);
      checkReading(facts.entityField(entity, "groups"), strings);
      facts.ancestry(entity).ancestors().forEach(each -> assertThat(each.type()).startsWith("w."));
    }
    schema
        .signals()
        .get("device")
        .fields()
        .forEach(field -> checkReading(facts.signalField("device", field.name()), field.type()));
    checkReading(facts.actionField("soft"), Type.Scalar.BOOL);
    world.intake.entries().forEach(entry -> assertThat(entry.toString()).hasSizeLessThan(2_000));
  }

  /** A reading is of its type, or says briefly and printably why there is none. */
  private static void checkReading(Reading reading, Type type) {
    if (reading instanceof Absent absent) {
      assertThat(absent.cause()).isNotEqualTo(UnknownCause.STALE);
      assertThat(absent.detail()).hasSizeLessThan(800).matches("[^\\p{Cc}\\p{Cs}\\u202E\\uFEFF]*");
    } else {
      assertThat(isOf((Value) reading, type)).as("%s as %s", reading, type).isTrue();
    }
  }

  private static boolean isOf(Value value, Type type) {
    if (type instanceof Type.Optional optional) {
      return value == Value.NONE || isOf(value, optional.value());
    }
    if (type instanceof Type.SetOf set) {
      return value instanceof Value.SetOf given
          && given.size() <= 65_536
          && given.elements().stream().allMatch(each -> isOf(each, set.element()));
    }
    if (type instanceof Type.Entity entity) {
      return value instanceof Value.Ref ref && entity.candidates().contains(ref.type());
    }
    if (type instanceof Type.Enumeration enumeration) {
      return value instanceof Value.EnumConstant constant
          && constant.type().equals(enumeration.name());
    }
    if (type instanceof Type.Structure structure) {
      return value instanceof Value.Fields fields && fields.type().equals(structure.name());
    }
    return value.getClass() == WRITTEN.get(type);
  }

  private static final Map<Type, Class<?>> WRITTEN = written();

  private static Map<Type, Class<?>> written() {
    Map<Type, Class<?>> classes = new HashMap<>();
    classes.put(Type.Scalar.BOOL, Value.Bool.class);
    classes.put(Type.Scalar.INT, Value.Int.class);
    classes.put(Type.Scalar.DECIMAL, Value.Decimal.class);
    classes.put(Type.Scalar.STRING, Value.Text.class);
    classes.put(Type.Scalar.DURATION, Value.Duration.class);
    classes.put(Type.Scalar.TIME, Value.Time.class);
    classes.put(Type.Scalar.DISTANCE, Value.Distance.class);
    classes.put(Type.Scalar.SPEED, Value.Speed.class);
    classes.put(Type.Scalar.VERSION, dev.zt.policy.value.Version.class);
    classes.put(Type.Scalar.IP, dev.zt.policy.value.IpAddress.class);
    classes.put(Type.Scalar.CIDR, dev.zt.policy.value.Cidr.class);
    classes.put(Type.Scalar.COUNTRY, Value.Country.class);
    classes.put(Type.Scalar.POINT, Value.Point.class);
    classes.put(Type.Scalar.SCHEDULE, dev.zt.policy.value.Schedule.class);
    classes.put(Type.Scalar.SPIFFE, dev.zt.policy.value.SpiffeId.class);
    return classes;
  }

  @Example
  void namesMayBeNullAndKeysOfAnyClass() {
    Map<Object, Object> keys = new HashMap<>();
    keys.put(null, 1);
    keys.put(7, 1);
    keys.put("level", 4);
    @SuppressWarnings({"unchecked", "rawtypes"})
    Entity user = Entity.of("User", "u1", (Map<String, Object>) (Map) keys);
    assertThat(new World().ofUser(user, "level")).isEqualTo(World.number(4));
  }

  @Example
  void aHundredThousandAttributesAreBoundSoon() {
    Map<String, Object> many = new HashMap<>();
    for (int i = 0; i < 100_000; i++) {
      many.put("level" + i, i);
    }
    many.put("level", 4);
    long start = System.nanoTime();
    World world = new World();
    assertThat(world.ofUser(Entity.of("User", "u1", many), "level")).isEqualTo(World.number(4));
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    assertThat(world.intake.others()).isEqualTo(99_000);
  }

  @Example
  void aCyclicHierarchyOfAHundredThousandIsWalkedSoon() {
    Request request = World.reading(World.user().parents(World.teamRef("0")));
    List<Entity> teams = new ArrayList<>();
    int count = 100_000;
    for (int i = 0; i < count; i++) {
      teams.add(
          Entity.of("Team", "" + i)
              .parents(World.teamRef("" + (i + 1) % count), World.teamRef("" + i / 2)));
    }
    long start = System.nanoTime();
    Facts facts = new World().facts(request.withEntities(teams));
    assertThat(facts.ancestry(facts.subject()).ancestors()).hasSize(count);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
  }

  @Example
  void everyNaughtyStringIsReadAsEveryType() throws IOException {
    Vectors vectors = Vectors.read("strings/naughty");
    World world = new World();
    for (JsonNode row : vectors.rows()) {
      String text = row.get("s").textValue();
      for (Type type : TYPES) {
        checkReading(read(type, text), type);
        checkReading(read(type, List.of(text)), type);
        checkReading(read(type, Map.of(text, text)), type);
      }
      Reading read = World.read(Type.Scalar.STRING, text);
      Facts facts =
          world.facts(
              World.reading(Entity.of("User", text).with(text, text).roles(text))
                  .with(Signal.failed("device", text))
                  .with(Signal.of(text, Map.of(text, text))));
      checkAll(world, facts);
      assertThat(world.bind(Request.of(Entity.of(text, ""), "", World.user()), EntityStore.EMPTY))
          .isInstanceOf(Binding.Undeclared.class);
      vectors.check(
          row,
          read.equals(World.text(text))
              && facts.entityField(facts.subject(), "id").equals(read)
              && facts.entityField(facts.subject(), "roles").equals(World.set(World.text(text))));
    }
    vectors.report();
  }
}
