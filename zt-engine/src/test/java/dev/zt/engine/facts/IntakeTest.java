package dev.zt.engine.facts;

import static dev.zt.engine.facts.World.reading;
import static dev.zt.engine.facts.World.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Entity;
import dev.zt.Signal;
import dev.zt.engine.facts.Intake.Entry;
import dev.zt.engine.facts.Intake.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IntakeTest {
  private final World world = new World();

  private List<Entry> after(Entity user) {
    world.facts(reading(user));
    return world.intake.entries();
  }

  private record Employee(boolean diskEncripted, String age) {}

  @Test
  void usableDataAreNotCounted() {
    assertThat(after(user().with("level", 4).with("ends", null).with("id", "x").roles())).isEmpty();
  }

  @Test
  void undeclaredNamesAreCountedWithASuggestion() {
    assertThat(after(user().with("levle", 4).with("shoe_size", 43)))
        .containsExactly(
            new Entry("User", "levle", Kind.UNDECLARED, 1, "did you mean `level`?"),
            new Entry("User", "shoe_size", Kind.UNDECLARED, 1, ""));
  }

  @Test
  void undeclaredComponentsAreCountedAndDerivedOnesToo() {
    assertThat(after(Entity.of("User", "u1", new Employee(true, "3d"))))
        .extracting(Entry::name, Entry::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("age", Kind.DERIVED_GIVEN),
            org.assertj.core.groups.Tuple.tuple("diskEncripted", Kind.UNDECLARED));
  }

  @Test
  void derivedFieldsInDataAreIgnoredAndCounted() {
    assertThat(after(user().with("age", "3d")))
        .containsExactly(
            new Entry("User", "age", Kind.DERIVED_GIVEN, 1, "computed from other fields"));
    ReadingAssert.assertThat(world.ofUser(user().with("age", "3d"), "age")).isMissing();
  }

  @Test
  void unusableValuesAreCountedUnderTheDeclaredName() {
    assertThat(after(user().with("level", "many").with("job-title", "a".repeat((1 << 20) + 1))))
        .containsExactly(
            new Entry("User", "level", Kind.MISTYPED, 1, "\"many\" is not an int"),
            new Entry(
                "User", "title", Kind.OVERFLOWED, 1, "a text has at most 1,048,576 characters"));
  }

  @Test
  void contradictionsAreCounted() {
    world.facts(reading(user().with("level", 1)).with(user().roles("a")).with(user().roles("b")));
    assertThat(world.intake.entries())
        .containsExactly(
            new Entry("User", "roles", Kind.MISTYPED, 1, "given twice and differently"));
  }

  @Test
  void parentsOfATypeThatIsAMemberOfNothingAreCounted() {
    world.facts(reading(user()).with(Entity.of("Doc", "d1").parents(World.teamRef("t"))));
    assertThat(world.intake.entries())
        .extracting(Entry::owner, Entry::name, Entry::kind)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("Doc", "parents", Kind.UNDECLARED));
  }

  @Test
  void undeclaredSignalsAndTypesAreCounted() {
    world.facts(
        reading(user())
            .with(Signal.of("devices"))
            .with(Entity.of("Users", "u"))
            .with(Signal.of("device", Map.of("idd", "x")))
            .withAction("sft", true));
    assertThat(world.intake.entries())
        .containsExactly(
            new Entry("action", "sft", Kind.UNDECLARED, 1, "did you mean `soft`?"),
            new Entry("entity", "Users", Kind.UNDECLARED, 1, "did you mean `User`?"),
            new Entry("signal", "devices", Kind.UNDECLARED, 1, "did you mean `device`?"),
            new Entry("signal device", "idd", Kind.UNDECLARED, 1, "did you mean `id`?"));
  }

  @Test
  void aStoreThatFailsIsCounted() {
    Facts facts =
        world.facts(
            reading(user()),
            reference -> {
              throw new IllegalStateException();
            });
    facts.entityField(facts.subject(), "level");
    assertThat(world.intake.entries())
        .containsExactly(
            new Entry(
                "entity store",
                "User",
                Kind.FAILED,
                1,
                "the entity store threw IllegalStateException"));
  }

  @Test
  void theSameIsCountedAgainWithItsLastDetail() {
    after(user().with("level", "many"));
    assertThat(after(user().with("level", "few")))
        .containsExactly(new Entry("User", "level", Kind.MISTYPED, 2, "\"few\" is not an int"));
  }

  @Test
  void aThousandAttributesAreListedAndTheOthersCounted() {
    Map<String, Object> many = new HashMap<>();
    for (int i = 0; i < 1_500; i++) {
      many.put("attribute" + i, i);
    }
    Entity user = Entity.of("User", "u1", many);
    assertThat(after(user)).hasSize(1_000);
    assertThat(world.intake.others()).isEqualTo(500);
    after(user.with("x", 1));
    assertThat(world.intake.entries()).hasSize(1_000).allMatch(entry -> entry.count() == 2);
    assertThat(world.intake.others()).isEqualTo(1_001);
  }

  @Test
  void namesAreShownEscapedAndShort() {
    List<Entry> entries = after(user().with("a".repeat(1 << 20), 1).with("b\n", 1));
    assertThat(entries).extracting(Entry::name).containsExactly("a".repeat(60) + "…", "b\\n");
  }

  @Test
  void manyThreadsCountTogether() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      threads.add(
          new Thread(
              () -> {
                for (int n = 0; n < 1_000; n++) {
                  world.facts(reading(user().with("levle", n).with("x" + n, n)));
                }
              }));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(world.intake.entries()).hasSize(1_000);
    long counted = world.intake.entries().stream().mapToLong(Entry::count).sum();
    assertThat(counted + world.intake.others()).isEqualTo(8_000);
  }
}
