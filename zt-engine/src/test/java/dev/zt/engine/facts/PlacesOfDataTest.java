package dev.zt.engine.facts;

import static dev.zt.engine.facts.ReadingAssert.assertThat;
import static dev.zt.engine.facts.World.number;
import static dev.zt.engine.facts.World.reading;
import static dev.zt.engine.facts.World.text;
import static dev.zt.engine.facts.World.user;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.EntityStore;
import dev.zt.Request;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which place a field is taken from, and what happens when one place gives it twice. */
class PlacesOfDataTest {
  private final World world = new World();

  private Reading level(Request request, Entity... stored) {
    Map<EntityRef, Entity> entities = new java.util.HashMap<>();
    for (Entity entity : stored) {
      entities.put(entity.reference(), entity);
    }
    Facts facts = world.facts(request, entities::get);
    return facts.entityField(facts.subject(), "level");
  }

  private static Entity ofLevel(Object level) {
    return user().with("level", level);
  }

  @Test
  void theFirstPlaceThatGivesAFieldWins() {
    assertThat(level(reading(ofLevel(1)).with(ofLevel(2)), ofLevel(3))).isEqualTo(number(1));
    assertThat(level(reading(user()).with(ofLevel(2)), ofLevel(3))).isEqualTo(number(2));
    assertThat(level(reading(user()).with(user()), ofLevel(3))).isEqualTo(number(3));
    assertThat(level(reading(user()))).isMissing();
  }

  @Test
  void aBrokenValueDoesNotFallThrough() {
    assertThat(level(reading(ofLevel("many")).with(ofLevel(2)), ofLevel(3))).isMistyped();
    assertThat(level(reading(user()).with(ofLevel("many")), ofLevel(3))).isMistyped();
    assertThat(level(reading(ofLevel(null)), ofLevel(3))).isMissing();
  }

  @Test
  void theFieldsOfOneEntityMayComeFromDifferentPlaces() {
    Request request =
        reading(ofLevel(1)).with(user().with("disk_encrypted", true).with("level", 2));
    Facts facts = world.facts(request, reference -> user().roles("admin").with("level", 3));
    assertThat(facts.entityField(facts.subject(), "level")).isEqualTo(number(1));
    assertThat(facts.entityField(facts.subject(), "disk_encrypted")).isEqualTo(Value.Bool.TRUE);
    assertThat(facts.entityField(facts.subject(), "roles")).isEqualTo(World.set(text("admin")));
  }

  @Test
  void twoDifferentValuesInOnePlaceAreMistyped() {
    assertThat(level(reading(user()).with(ofLevel(1)).with(ofLevel(2))))
        .isMistyped("given as 1 and as 2");
    assertThat(level(reading(user()).with(ofLevel(1)).with(ofLevel("many")))).isMistyped();
    assertThat(level(reading(user()).with(ofLevel(1)).with(ofLevel(null)))).isMistyped();
    assertThat(level(reading(user()).with(ofLevel(1)).with(ofLevel(2)).with(ofLevel(1))))
        .isMistyped();
  }

  @Test
  void equalValuesInOnePlaceAreOneValue() {
    assertThat(level(reading(user()).with(ofLevel(1)).with(ofLevel(1L)))).isEqualTo(number(1));
    assertThat(level(reading(user()).with(ofLevel(1)).with(user()))).isEqualTo(number(1));
    assertThat(level(reading(user()).with(ofLevel(null)).with(ofLevel(null)))).isMissing();
  }

  @Test
  void valuesAreEqualAsTheirTypeSays() {
    Entity one = user().with("started_at", "2026-03-02T10:00:00+01:00").with("tags", "ab");
    Entity other = user().with("started_at", Instant.parse("2026-03-02T09:00:00Z"));
    Facts facts = world.facts(reading(user()).with(one).with(other));
    assertThat(facts.entityField(facts.subject(), "started_at"))
        .isEqualTo(Value.Time.parse("2026-03-02T09:00:00Z"));
    Facts sets =
        world.facts(
            reading(user())
                .with(user().with("tags", List.of("a", "b")))
                .with(user().with("tags", Set.of("a", "b"))));
    assertThat(sets.entityField(sets.subject(), "tags")).isEqualTo(World.set(text("a"), text("b")));
  }

  @Test
  void anEntityThatIsSubjectAndResourceIsOnePlace() {
    Facts facts =
        world.facts(
            Request.of(
                Entity.of("Folder", "f").with("size", 1),
                "GET",
                Entity.of("Folder", "f").with("size", 2)));
    assertThat(facts.entityField(facts.subject(), "size")).isMistyped();
    assertThat(facts.entityField(facts.resource(), "size")).isMistyped();
    Facts shared =
        world.facts(
            Request.of(Entity.of("Folder", "f"), "GET", Entity.of("Folder", "f").with("size", 2)));
    assertThat(shared.entityField(shared.subject(), "size")).isEqualTo(number(2));
  }

  @Test
  void theSameEntityGivenTwiceIsOneEntity() {
    Entity broken = ofLevel("many");
    Facts facts = world.facts(reading(user()).with(broken).with(broken));
    assertThat(facts.entityField(facts.subject(), "level")).isMistyped("\"many\" is not an int");
  }

  @Test
  void entitiesOfOtherTypesWithTheSameIdAreOthers() {
    Facts facts = world.facts(reading(user()).with(Entity.of("Doc", "u1").with("level", 7)));
    assertThat(facts.entityField(facts.subject(), "level")).isMissing();
  }

  @Test
  void furtherEntitiesOfUndeclaredTypesAreIgnored() {
    Facts facts = world.facts(reading(ofLevel(1)).with(Entity.of("Robot", "u1")));
    assertThat(facts.entityField(facts.subject(), "level")).isEqualTo(number(1));
  }

  @Test
  void aStoreThatThrowsFailsWhatIsNotGivenEarlier() {
    Facts facts =
        world.facts(
            reading(ofLevel(1)),
            reference -> {
              throw new IllegalStateException("database is down");
            });
    assertThat(facts.entityField(facts.subject(), "level")).isEqualTo(number(1));
    assertThat(facts.entityField(facts.subject(), "id")).isEqualTo(text("u1"));
    assertThat(facts.entityField(facts.subject(), "roles"))
        .isFailed("the entity store threw IllegalStateException: database is down");
    assertThat(facts.parents(facts.subject()))
        .isFailed("the entity store threw IllegalStateException: database is down");
    assertThat(facts.parents(facts.resource())).isEqualTo(World.set());
  }

  @Test
  void aStoreThatOverflowsTheStackFailsToo() {
    EntityStore endless =
        new EntityStore() {
          @Override
          public Entity find(EntityRef reference) {
            return find(reference);
          }
        };
    Facts facts = world.facts(reading(user()), endless);
    assertThat(facts.entityField(facts.subject(), "level"))
        .isFailed("the entity store threw StackOverflowError");
  }

  @Test
  void aStoreThatAnswersWithAnotherEntityIsNotBelieved() {
    Facts facts = world.facts(reading(user()), reference -> Entity.of("User", "root"));
    assertThat(facts.entityField(facts.subject(), "level"))
        .isFailed("the entity store answers with another entity");
  }

  @Test
  void aStoreIsAskedOnceForAnEntityAndOnlyWhenItIsNeeded() {
    List<EntityRef> asked = new ArrayList<>();
    Facts facts =
        world.facts(
            reading(ofLevel(1)),
            reference -> {
              asked.add(reference);
              return null;
            });
    facts.entityField(facts.subject(), "level");
    org.assertj.core.api.Assertions.assertThat(asked).isEmpty();
    facts.entityField(facts.subject(), "roles");
    facts.entityField(facts.subject(), "groups");
    facts.entityField(World.user("u2"), "level");
    facts.parents(World.user("u2"));
    facts.entityField(new Value.Ref("w.Group", "g"), "roles");
    org.assertj.core.api.Assertions.assertThat(asked)
        .containsExactly(
            EntityRef.of("User", "u1"), EntityRef.of("User", "u2"), EntityRef.of("org.group", "g"));
  }
}
