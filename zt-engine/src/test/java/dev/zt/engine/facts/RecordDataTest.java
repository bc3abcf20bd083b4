package dev.zt.engine.facts;

import static dev.zt.engine.facts.ReadingAssert.assertThat;
import static dev.zt.engine.facts.World.ADDRESS;
import static dev.zt.engine.facts.World.NODE;
import static dev.zt.engine.facts.World.number;
import static dev.zt.engine.facts.World.read;
import static dev.zt.engine.facts.World.text;
import static dev.zt.engine.facts.World.user;

import dev.zt.Entity;
import dev.zt.engine.facts.Intake.Kind;
import dev.zt.policy.Type;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class RecordDataTest {
  private final World world = new World();

  private record Person(int level, boolean diskEncrypted, String title, List<String> roles) {}

  private record Place(String city, Optional<String> street, String country, String zip) {}

  private record Twice(boolean diskEncrypted, boolean disk_encrypted) {}

  private record Broken(int level, boolean diskEncrypted) {
    @Override
    public int level() {
      throw new IllegalStateException("boom");
    }
  }

  private record Named(String id, String type, int level) {}

  private static Reading part(Reading record, String field) {
    return ((Value.Fields) record).field(field);
  }

  @Test
  void componentsMeetFieldsWithoutRegardToCaseAndUnderscores() {
    Entity user = Entity.of("User", "u1", new Person(4, true, "clerk", List.of("admin")));
    assertThat(world.ofUser(user, "level")).isEqualTo(number(4));
    assertThat(world.ofUser(user, "disk_encrypted")).isEqualTo(Value.Bool.TRUE);
    assertThat(world.ofUser(user, "roles")).isEqualTo(World.set(text("admin")));
  }

  @Test
  void aComponentAlsoMeetsAFieldByTheNameThatPoliciesUse() {
    Entity user = Entity.of("User", "u1", new Person(4, true, "clerk", List.of()));
    assertThat(world.ofUser(user, "title")).isEqualTo(text("clerk"));
  }

  @Test
  void dataByNameUseOutsideNamesAlone() {
    assertThat(world.ofUser(user().with("job-title", "clerk"), "title")).isEqualTo(text("clerk"));
    assertThat(world.ofUser(user().with("title", "clerk"), "title")).isMissing();
    assertThat(world.ofUser(user().with("diskEncrypted", true), "disk_encrypted")).isMissing();
  }

  @Test
  void aFieldGivenByNameReplacesTheComponent() {
    Entity user = Entity.of("User", "u1", new Person(4, true, "clerk", List.of())).with("level", 5);
    assertThat(world.ofUser(user, "level")).isEqualTo(number(5));
    assertThat(world.ofUser(user, "disk_encrypted")).isEqualTo(Value.Bool.TRUE);
  }

  @Test
  void aComponentThatIsReplacedIsNotRead() {
    Entity user = Entity.of("User", "u1", new Broken(1, true)).with("level", 5);
    assertThat(world.ofUser(user, "level")).isEqualTo(number(5));
    Assertions.assertThat(world.intake.entries()).isEmpty();
  }

  @Test
  void twoComponentsOfOneFieldMustAgree() {
    assertThat(world.ofUser(Entity.of("User", "u1", new Twice(true, true)), "disk_encrypted"))
        .isEqualTo(Value.Bool.TRUE);
    assertThat(world.ofUser(Entity.of("User", "u1", new Twice(true, false)), "disk_encrypted"))
        .isMistyped("given as true and as false");
  }

  @Test
  void aComponentThatThrowsIsFailedAndTheOthersAreRead() {
    Entity user = Entity.of("User", "u1", new Broken(1, true));
    assertThat(world.ofUser(user, "level"))
        .isFailed("reading it threw IllegalStateException: boom");
    assertThat(world.ofUser(user, "disk_encrypted")).isEqualTo(Value.Bool.TRUE);
  }

  @Test
  void aPropertyIdNeverReplacesTheIdentity() {
    assertThat(world.ofUser(Entity.of("User", "u1", new Named("u2", "User", 1)), "id"))
        .isEqualTo(text("u1"));
    assertThat(world.ofUser(user().with("id", "u2"), "id")).isEqualTo(text("u1"));
  }

  @Test
  void aRecordTypeIsReadFromAMapByOutsideNames() {
    Reading address =
        read(ADDRESS, Map.of("city", "Bonn", "country", "DE", "post-code", "53111", "floor", 2));
    assertThat(part(address, "city")).isEqualTo(text("Bonn"));
    assertThat(part(address, "country")).isEqualTo(new Value.Country("DE"));
    assertThat(part(address, "zip")).isEqualTo(text("53111"));
    assertThat(part(address, "street")).isMissing();
  }

  @Test
  void aRecordTypeIsReadFromAJavaRecord() {
    Reading address = read(ADDRESS, new Place("Bonn", Optional.empty(), "DE", "53111"));
    assertThat(part(address, "zip")).isEqualTo(text("53111"));
    assertThat(part(address, "street")).isEqualTo(Value.NONE);
  }

  @Test
  void aBrokenFieldOfARecordLeavesTheOthersKnown() {
    Reading address = read(ADDRESS, Map.of("city", 7, "country", "DE"));
    assertThat(part(address, "city")).isMistyped("7 is not a string");
    assertThat(part(address, "country")).isEqualTo(new Value.Country("DE"));
  }

  @Test
  void whatHasNoNamedPartsIsNoRecord() {
    assertThat(read(ADDRESS, "Bonn")).isMistyped("\"Bonn\" is not a record Address");
    assertThat(read(ADDRESS, List.of("Bonn"))).isMistyped();
  }

  @Test
  void twoKeysOfOneNameMustAgree() {
    Map<Object, Object> keys = new HashMap<>();
    keys.put("city", "Bonn");
    keys.put(new StringBuilder("city"), "Berlin");
    assertThat(part(read(ADDRESS, keys), "city")).isMistyped();
    keys.replaceAll((key, value) -> "Bonn");
    assertThat(part(read(ADDRESS, keys), "city")).isEqualTo(text("Bonn"));
  }

  @Test
  void keysThatAreNotTextAreIgnored() {
    Map<Object, Object> keys = new HashMap<>();
    keys.put(7, "x");
    keys.put(null, "x");
    keys.put("city", "Bonn");
    assertThat(part(read(ADDRESS, keys), "city")).isEqualTo(text("Bonn"));
  }

  @Test
  void aMapInItselfIsReadToALimitedDepth() {
    Map<String, Object> cyclic = new HashMap<>();
    cyclic.put("name", "n");
    cyclic.put("left", cyclic);
    cyclic.put("right", cyclic);
    Reading reading = read(NODE, cyclic);
    int depth = 0;
    while (reading instanceof Value.Fields fields) {
      reading = fields.field("left");
      depth++;
    }
    assertThat(reading).isOverflowed();
    Assertions.assertThat(depth).isEqualTo(32);
  }

  @Test
  void aMapWhoseCodeThrowsIsFailed() {
    Map<String, Object> hostile =
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, Object>> entrySet() {
            throw new IllegalStateException("boom");
          }
        };
    assertThat(read(ADDRESS, hostile)).isFailed("reading it threw IllegalStateException: boom");
    assertThat(read(Type.Scalar.POINT, hostile))
        .isFailed("reading it threw IllegalStateException: boom");
  }

  @Test
  void undeclaredPartsOfARecordAreCounted() {
    world.ofUser(user().with("address", Map.of("citty", "Bonn", "country", "UK")), "address");
    Assertions.assertThat(world.intake.entries())
        .containsExactly(
            new Intake.Entry("Address", "citty", Kind.UNDECLARED, 1, "did you mean `city`?"),
            new Intake.Entry(
                "Address",
                "country",
                Kind.MISTYPED,
                1,
                "`UK` is not an ISO 3166-1 alpha-2 country code"));
  }
}
