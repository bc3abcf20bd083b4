package dev.zt.engine.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Entity;
import dev.zt.EntityStore;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.policy.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LayoutTest {
  private final World world = new World();

  private static Request request(String subjectType, String action, String resourceType) {
    return Request.of(Entity.of(subjectType, "u1"), action, Entity.of(resourceType, "r1"));
  }

  private String undeclared(String subjectType, String action, String resourceType) {
    Binding binding = world.bind(request(subjectType, action, resourceType), EntityStore.EMPTY);
    return ((Binding.Undeclared) binding).message();
  }

  @Test
  void outsideNamesBecomeDeclaredOnes() {
    Facts facts = world.facts(request("org.group", "GET", "Folder"));
    assertThat(facts.subject()).isEqualTo(new Value.Ref("w.Group", "u1"));
    assertThat(facts.resource()).isEqualTo(new Value.Ref("w.Folder", "r1"));
    assertThat(facts.action()).isEqualTo("open");
    assertThat(facts.actionField("name")).isEqualTo(new Value.Text("GET"));
  }

  @Test
  void anUndeclaredSubjectTypeIsSaidWithTheNearestOne() {
    assertThat(undeclared("Usr", "read", "Doc"))
        .isEqualTo("the subject's type `Usr` is not declared, did you mean `User`?");
    assertThat(undeclared("Robot", "read", "Doc"))
        .isEqualTo("the subject's type `Robot` is not declared");
    assertThat(undeclared("Group", "read", "Doc"))
        .isEqualTo("the subject's type `Group` is not declared");
    assertThat(undeclared("w.User", "read", "Doc")).contains("is not declared");
  }

  @Test
  void anUndeclaredResourceTypeIsSaid() {
    assertThat(undeclared("User", "read", "Docs"))
        .isEqualTo("the resource's type `Docs` is not declared, did you mean `Doc`?");
  }

  @Test
  void anActionMustBeDeclaredByTheResourcesOwnType() {
    assertThat(undeclared("User", "GET", "Doc")).isEqualTo("`Doc` has no action `GET`");
    assertThat(undeclared("User", "reed", "Doc"))
        .isEqualTo("`Doc` has no action `reed`, did you mean `read`?");
    assertThat(undeclared("User", "write", "Doc")).startsWith("`Doc` has no action `write`");
    assertThat(undeclared("User", "read", "User")).isEqualTo("`User` has no action `read`");
  }

  @Test
  void hostileNamesAreShownEscapedAndShort() {
    assertThat(undeclared("\u202E\n", "read", "Doc"))
        .isEqualTo("the subject's type `\\u{202E}\\n` is not declared");
    assertThat(undeclared("User", "a".repeat(1 << 20), "Doc")).hasSizeLessThan(200);
  }

  @Test
  void everyFieldIsFoundByNameAndBySlot() {
    Request request =
        Request.of(World.user().with("level", 4).roles("admin"), "read", Entity.of("Doc", "d1"))
            .with(Signal.of("device", Map.of("id", "laptop")))
            .withAction("soft", true);
    Facts facts = world.facts(request);
    Layout layout = world.layout;
    for (String field : new String[] {"id", "roles", "groups", "level", "ends", "manager"}) {
      int slot = layout.entitySlot("w.User", field);
      assertThat(facts.entityField(facts.subject(), slot))
          .isEqualTo(facts.entityField(facts.subject(), field));
    }
    assertThat(facts.entityField(facts.subject(), "level")).isEqualTo(World.number(4));
    int device = layout.signal("device");
    assertThat(facts.signalField(device, layout.signalSlot(device, "id")))
        .isEqualTo(facts.signalField("device", "id"))
        .isEqualTo(World.text("laptop"));
    assertThat(facts.observed(device)).isTrue();
    assertThat(facts.actionField(layout.actionSlot("soft")))
        .isEqualTo(facts.actionField("soft"))
        .isEqualTo(Value.Bool.TRUE);
  }

  @Test
  void whatIsNotDeclaredHasNoSlot() {
    assertThat(world.layout.entitySlot("w.User", "lvl")).isEqualTo(-1);
    assertThat(world.layout.entitySlot("User", "level")).isEqualTo(-1);
    assertThat(world.layout.entitySlot("w.User", "age")).isEqualTo(-1);
    assertThat(world.layout.signal("devices")).isEqualTo(-1);
    assertThat(world.layout.signalSlot(world.layout.signal("device"), "ip")).isEqualTo(-1);
    assertThat(world.layout.actionSlot("hard")).isEqualTo(-1);
  }

  @Test
  void aFieldThatTheTypeLacksIsMissing() {
    Facts facts = world.facts(request("User", "read", "Doc"));
    ReadingAssert.assertThat(facts.entityField(facts.resource(), "tags")).isMissing();
    ReadingAssert.assertThat(facts.entityField(new Value.Ref("w.Robot", "r"), "id")).isMissing();
    ReadingAssert.assertThat(facts.signalField("devices", "id")).isMissing();
    ReadingAssert.assertThat(facts.signalField("device", "ip")).isMissing();
    ReadingAssert.assertThat(facts.actionField("hard")).isMissing();
  }

  @Test
  void theIdIsKnownOfEveryReference() {
    Facts facts = world.facts(request("User", "read", "Doc"));
    assertThat(facts.entityField(World.user("u7"), "id")).isEqualTo(World.text("u7"));
  }

  @Test
  void anIdThatIsNotUnicodeIsMistyped() {
    Facts facts =
        world.facts(Request.of(Entity.of("User", "\uD800"), "read", Entity.of("Doc", "d1")));
    ReadingAssert.assertThat(facts.entityField(facts.subject(), "id")).isMistyped();
  }

  @Test
  void aBoundEntityIsReadOnceUnderALayout() {
    Entity user = World.user().with("levle", 1);
    world.facts(World.reading(user));
    world.facts(World.reading(user));
    assertThat(world.intake.entries()).extracting(Intake.Entry::count).containsExactly(1L);
    World other = new World();
    other.facts(World.reading(user));
    assertThat(other.intake.entries()).hasSize(1);
  }
}
