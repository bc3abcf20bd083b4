package dev.zt.engine.facts;

import static dev.zt.engine.facts.ReadingAssert.assertThat;
import static dev.zt.engine.facts.World.USER;
import static dev.zt.engine.facts.World.USER_OR_TEAM;
import static dev.zt.engine.facts.World.read;
import static dev.zt.engine.facts.World.user;

import dev.zt.Entity;
import dev.zt.EntityRef;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {
  private record Owner(String type, String id) {}

  @Test
  void aReferenceHasATypeAndAnId() {
    assertThat(read(USER, Map.of("type", "User", "id", "u2"))).isEqualTo(user("u2"));
    assertThat(read(USER, new Owner("User", "u2"))).isEqualTo(user("u2"));
    assertThat(read(USER, EntityRef.of("User", "u2"))).isEqualTo(user("u2"));
    assertThat(read(USER, Entity.of("User", "u2"))).isEqualTo(user("u2"));
    assertThat(read(USER, Map.of("type", "User", "id", "u2", "properties", Map.of())))
        .isEqualTo(user("u2"));
  }

  @Test
  void aBareIdIsAReferenceWhereThereIsOneType() {
    assertThat(read(USER, "u2")).isEqualTo(user("u2"));
    assertThat(read(USER_OR_TEAM, "u2")).isMistyped("\"u2\" is not a reference to Team or User");
  }

  @Test
  void anUndeclaredTypeIsMistyped() {
    assertThat(read(USER, EntityRef.of("Robot", "r2")))
        .isMistyped("Robot \"r2\" is not a reference to User");
  }

  @Test
  void aTypeThatIsNotAmongTheCandidatesIsMistyped() {
    assertThat(read(USER, EntityRef.of("Team", "t1"))).isMistyped();
    assertThat(read(USER_OR_TEAM, EntityRef.of("Team", "t1"))).isEqualTo(World.team("t1"));
  }

  @Test
  void anythingElseIsNoReference() {
    assertThat(read(USER, Map.of("type", "User"))).isMistyped("a map is not a reference to User");
    assertThat(read(USER, Map.of("id", "u2"))).isMistyped();
    assertThat(read(USER, Map.of("type", "User", "id", 2))).isMistyped();
    assertThat(read(USER, 2)).isMistyped();
    assertThat(read(USER, List.of("u2"))).isMistyped();
  }

  @Test
  void anIdIsUnicodeTextOfLimitedLength() {
    assertThat(read(USER, EntityRef.of("User", "\uD800"))).isMistyped();
    assertThat(read(USER, "a".repeat((1 << 20) + 1))).isOverflowed();
    assertThat(read(USER, EntityRef.of("User", "a".repeat((1 << 20) + 1)))).isOverflowed();
  }
}
