package dev.zt.engine.facts;

import static dev.zt.engine.facts.World.reading;
import static dev.zt.engine.facts.World.team;
import static dev.zt.engine.facts.World.teamRef;
import static dev.zt.engine.facts.World.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.EntityStore;
import dev.zt.Request;
import dev.zt.engine.InMemoryEntityStore;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class MembershipDataTest {
  private final World world = new World();

  private Reading parents(Entity user) {
    Facts facts = world.facts(reading(user));
    return facts.parents(facts.subject());
  }

  private static Entity team(String id, String... parents) {
    return Entity.of("Team", id).parents(Arrays.stream(parents).map(World::teamRef).toList());
  }

  @Test
  void parentsAreASetOfReferencesToAllowedTypes() {
    assertThat(parents(user().parents(teamRef("t1"), EntityRef.of("org.group", "g1"))))
        .isEqualTo(World.set(World.team("t1"), new Value.Ref("w.Group", "g1")));
    assertThat(parents(user().with("parents", List.of(Map.of("type", "Team", "id", "t1")))))
        .isEqualTo(World.set(World.team("t1")));
    assertThat(parents(user().parents())).isEqualTo(World.set());
  }

  @Test
  void parentsThatAreNotGivenAreMissing() {
    ReadingAssert.assertThat(parents(user())).isMissing();
    ReadingAssert.assertThat(parents(user().with("parents", null))).isMissing();
  }

  @Test
  void oneBrokenOrUndeclaredParentMakesThemUnknownAsAWhole() {
    ReadingAssert.assertThat(parents(user().parents(teamRef("t1"), EntityRef.of("Tem", "t2"))))
        .isMistyped();
    ReadingAssert.assertThat(parents(user().parents(teamRef("t1"), EntityRef.of("User", "u2"))))
        .isMistyped();
    ReadingAssert.assertThat(parents(user().with("parents", List.of(teamRef("t1"), 7))))
        .isMistyped();
    ReadingAssert.assertThat(parents(user().with("parents", "t1"))).isMistyped();
  }

  @Test
  void aTypeThatIsAMemberOfNothingHasNoParentsWhateverTheDataSay() {
    Facts facts =
        world.facts(
            Request.of(
                user(), "read", Entity.of("Doc", "d1").with("parents", List.of(teamRef("t")))));
    assertThat(facts.parents(facts.resource())).isEqualTo(World.set());
    assertThat(facts.parents(new Value.Ref("w.Doc", "d2"))).isEqualTo(World.set());
  }

  @Test
  void ancestryIsTransitiveAndSaysWhereItEnds() {
    Facts facts =
        world.facts(
            reading(user().parents(teamRef("a")))
                .with(team("a", "b", "c"))
                .with(team("b"))
                .with(team("d")));
    Ancestry ancestry = facts.ancestry(facts.subject());
    assertThat(ancestry.ancestors())
        .containsExactly(World.team("a"), World.team("b"), World.team("c"));
    assertThat(ancestry.gaps()).containsOnlyKeys(World.team("c"));
  }

  @Test
  void aCycleIsWalkedOnce() {
    Facts facts =
        world.facts(
            reading(user().parents(teamRef("a"))).with(team("a", "b")).with(team("b", "a")));
    Ancestry ancestry = facts.ancestry(facts.subject());
    assertThat(ancestry.ancestors()).containsExactly(World.team("a"), World.team("b"));
    assertThat(ancestry.gaps()).isEmpty();
    assertThat(facts.ancestry(World.team("a")).ancestors())
        .containsExactlyInAnyOrder(World.team("a"), World.team("b"));
  }

  @Test
  void parentsInTheRequestOverrideThoseInTheStore() {
    InMemoryEntityStore store =
        InMemoryEntityStore.of(team("a", "b"), team("b", "c"), team("c"), team("x"));
    Facts plain = world.facts(reading(user().parents(teamRef("a"))), store);
    assertThat(plain.ancestry(plain.subject()).ancestors())
        .containsExactlyInAnyOrder(World.team("a"), World.team("b"), World.team("c"));
    Facts overridden =
        world.facts(reading(user().parents(teamRef("a"))).with(team("b", "x")), store);
    assertThat(overridden.ancestry(overridden.subject()).ancestors())
        .containsExactlyInAnyOrder(World.team("a"), World.team("b"), World.team("x"));
  }

  @Test
  void brokenParentsInTheRequestDoNotFallThroughToTheStore() {
    InMemoryEntityStore store = InMemoryEntityStore.of(team("a", "b"), team("b"));
    Facts facts =
        world.facts(
            reading(user().parents(teamRef("a")))
                .with(Entity.of("Team", "a").with("parents", "broken")),
            store);
    Ancestry ancestry = facts.ancestry(facts.subject());
    assertThat(ancestry.ancestors()).containsExactly(World.team("a"));
    assertThat(ancestry.gaps()).containsOnlyKeys(World.team("a"));
  }

  @Test
  void aChainLongerThanWhatIsKeptIsWalked() {
    List<Entity> chain = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      chain.add(team("t" + i, "t" + (i + 1)));
    }
    chain.add(team("t5000"));
    Facts facts =
        world.facts(reading(user().parents(teamRef("t0"))), InMemoryEntityStore.of(chain));
    Ancestry ancestry = facts.ancestry(facts.subject());
    assertThat(ancestry.ancestors()).hasSize(5_001);
    assertThat(ancestry.gaps()).isEmpty();
  }

  @Test
  void theKeptHierarchyAgreesWithWalkingForEveryRequest() {
    Random random = new Random(20_261_125);
    for (int round = 0; round < 500; round++) {
      int teams = 1 + random.nextInt(8);
      InMemoryEntityStore store = InMemoryEntityStore.of(some(random, teams, 0.7).values());
      Request request = reading(user().parents(teamRef("t" + random.nextInt(teams))));
      for (Entity further : some(random, teams, 0.3).values()) {
        request = request.with(further);
      }
      Facts kept = world.facts(request, store);
      Facts walked = world.facts(request, (EntityStore) store::find);
      for (Value.Ref entity : List.of(kept.subject(), World.team("t0"))) {
        assertThat(kept.ancestry(entity)).isEqualTo(walked.ancestry(entity));
        assertThat(kept.ancestry(entity).ancestors())
            .isEqualTo(transitive(entity, walked::parents));
      }
    }
  }

  private static Map<String, Entity> some(Random random, int teams, double share) {
    Map<String, Entity> some = new java.util.HashMap<>();
    for (int i = 0; i < teams; i++) {
      if (random.nextDouble() < share) {
        List<EntityRef> parents = new ArrayList<>();
        while (random.nextInt(3) > 0) {
          parents.add(teamRef("t" + random.nextInt(teams)));
        }
        Entity team = Entity.of("Team", "t" + i);
        some.put("t" + i, random.nextInt(5) == 0 ? team : team.parents(parents));
      }
    }
    return some;
  }

  private static Set<Value> transitive(Value.Ref entity, Function<Value.Ref, Reading> parents) {
    Set<Value> all = new HashSet<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      List<Value> members = new ArrayList<>(all);
      members.add(entity);
      for (Value member : members) {
        if (parents.apply((Value.Ref) member) instanceof Value.SetOf above) {
          grown |= all.addAll(above.elements());
        }
      }
    }
    return all;
  }
}
