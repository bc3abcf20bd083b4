package dev.zt.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.zt.Entity;
import dev.zt.EntityRef;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryEntityStoreTest {
  private static final EntityRef ANN = EntityRef.of("Employee", "ann");

  private static Entity ann(String department) {
    return Entity.of("Employee", "ann").with("department", department);
  }

  @Test
  void findsByTypeAndId() {
    Entity ann = ann("hr");
    InMemoryEntityStore store = InMemoryEntityStore.of(ann, Entity.of("Team", "ann"));
    assertThat(store.find(ANN)).isSameAs(ann);
    assertThat(store.find(EntityRef.of("Employee", "bob"))).isNull();
    assertThat(store.size()).isEqualTo(2);
    assertThat(store).hasToString("2 entities");
  }

  @Test
  void refusesTwoEntitiesOfOneIdentity() {
    List<Entity> twice = List.of(ann("hr"), ann("it"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InMemoryEntityStore.of(twice))
        .withMessage("Employee \"ann\" is given twice");
  }

  @Test
  void changesMakeAnotherStore() {
    InMemoryEntityStore store = InMemoryEntityStore.of(ann("hr"));
    Entity moved = ann("it");
    assertThat(store.with(moved).find(ANN)).isSameAs(moved);
    assertThat(store.without(ANN).find(ANN)).isNull();
    assertThat(store.find(ANN)).isNotNull().isNotSameAs(moved);
  }
}
