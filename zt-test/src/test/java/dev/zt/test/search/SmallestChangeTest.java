package dev.zt.test.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The fewest changes are found, and written as a test writes them. */
class SmallestChangeTest {
  private static final Owner DEVICE = Owner.signal("device");
  private static final Change MANAGED = give("managed", true);
  private static final Change UNMANAGED = give("managed", false);
  private static final Change ENCRYPTED = give("disk_encrypted", true);
  private static final Change NO_LEVEL = new Change.Hide(Owner.SUBJECT, "level", "level");
  private static final List<Change> ALL = List.of(UNMANAGED, MANAGED, ENCRYPTED, NO_LEVEL);

  private static final Situation NOTHING =
      new Situation(
          null, entity("a.User"), "read", entity("a.Doc"), new TreeMap<>(), List.of(), List.of());

  private static GivenEntity entity(String type) {
    return new GivenEntity(new Value.Ref(type, "x"), new TreeMap<>(), Set.of());
  }

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
    assertThat(Written.with(List.of(MANAGED, NO_LEVEL, ENCRYPTED), NOTHING))
        .isEqualTo("with subject.level unknown, device { managed: true, disk_encrypted: true }");
    assertThat(Written.with(List.of(), NOTHING)).isEmpty();
  }

  @Test
  void timesThatAreGivenAreSaidAnewAtAnotherTime() {
    Change signedIn =
        Change.Give.of(
            Owner.signal("identity"), "mfa_at", Value.Time.parse("2026-03-02T08:55:00Z"));
    Change later = new Change.Clock(Instant.parse("2026-03-02T10:00:00Z"));
    Situation at = later.applyTo(signedIn.applyTo(NOTHING));

    assertThat(Written.with(List.of(later), at))
        .isEqualTo(
            "with now \"2026-03-02T10:00:00Z\", identity { mfa_at: \"2026-03-02T08:55:00Z\" }");
  }
}
