package dev.zt.test.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fewest changes are found, and written as a test writes them. */
class SmallestChangeTest {
  private static final Owner DEVICE = Owner.signal("device");
  private static final Change MANAGED = give("managed", true);
  private static final Change UNMANAGED = give("managed", false);
  private static final Change ENCRYPTED = give("disk_encrypted", true);
  private static final Change NO_LEVEL = new Change.Hide(Owner.SUBJECT, "level", "level");
  private static final List<Change> ALL = List.of(UNMANAGED, MANAGED, ENCRYPTED, NO_LEVEL);

  private static Change give(String field, boolean value) {
    return Change.Give.of(DEVICE, field, Value.Bool.of(value));
  }

  @Test
  void oneChangeIsBetterThanTwo() {
    assertThat(SmallestChange.of(ALL, 3, 1_000, chosen -> chosen.contains(NO_LEVEL)))
        .contains(List.of(NO_LEVEL));
  }

  @Test
  void severalChangesAreTakenWhereOneDoesNotDo() {
    assertThat(
            SmallestChange.of(
                ALL, 3, 1_000, chosen -> chosen.containsAll(List.of(MANAGED, ENCRYPTED))))
        .contains(List.of(MANAGED, ENCRYPTED));
  }

  @Test
  void aFieldIsNotGivenTwice() {
    List<List<Change>> asked = new ArrayList<>();
    SmallestChange.of(ALL, 4, 1_000, chosen -> !asked.add(List.copyOf(chosen)));

    assertThat(asked).isNotEmpty().noneMatch(it -> it.containsAll(List.of(MANAGED, UNMANAGED)));
  }

  @Test
  void nothingIsFoundWhereNothingDoes() {
    assertThat(SmallestChange.of(ALL, 4, 1_000, chosen -> false)).isEmpty();
  }

  @Test
  void noMoreIsTriedThanAllowed() {
    List<Integer> asked = new ArrayList<>();
    SmallestChange.of(ALL, 4, 5, chosen -> !asked.add(chosen.size()));

    assertThat(asked).hasSize(5);
  }

  @Test
  void fieldsOfOneOwnerAreWrittenTogether() {
    assertThat(Written.with(List.of(MANAGED, NO_LEVEL, ENCRYPTED)))
        .isEqualTo("with subject.level unknown, device { managed: true, disk_encrypted: true }");
    assertThat(Written.with(List.of())).isEmpty();
  }
}
