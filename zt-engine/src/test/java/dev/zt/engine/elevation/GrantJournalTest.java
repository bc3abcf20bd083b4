package dev.zt.engine.elevation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.zt.ElevationRequest;
import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Grant;
import dev.zt.Grant.State;
import dev.zt.GrantStore;
import dev.zt.policy.value.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrantJournalTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;
  private final List<String> warnings = new ArrayList<>();
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("grants");
  }

  private GrantJournal open(int worthRewriting) {
    return GrantJournal.open(path, worthRewriting, warnings::add);
  }

  private GrantStore.Kept kept() {
    try (GrantJournal journal = open(1 << 20)) {
      return journal.load();
    }
  }

  @Test
  void grantsComeBackAsTheyWere() {
    Grant pending;
    Grant approved;
    Grant revoked;
    try (GrantBook book = Ward.book(open(1 << 20), () -> NOON)) {
      pending = book.request(Ward.request("odd \ud800 \"name\"\n", HOUR).because("ünïcode 😀"));
      approved = Ward.granted(book, "b", HOUR);
      revoked = book.revoke(Ward.granted(book, "c", HOUR).id(), "left");
    }
    assertThat(kept().grants()).containsExactlyInAnyOrder(pending, approved, revoked);
    assertThat(kept().mark()).isEqualTo(new GrantStore.Mark(NOON, NOON));
  }

  @Test
  void whatIsGrantedIsGrantedAfterARestart() {
    Grant approved;
    try (GrantBook book = Ward.book(open(1 << 20), () -> NOON)) {
      approved = Ward.granted(book, "b", HOUR);
    }
    try (GrantBook book = Ward.book(open(1 << 20), () -> NOON.plus(HOUR).minusMillis(1))) {
      assertThat(book.find(approved.id())).hasValue(approved);
    }
    try (GrantBook book = Ward.book(open(1 << 20), () -> NOON.plus(HOUR))) {
      assertThat(book.find(approved.id()).orElseThrow().state()).isEqualTo(State.EXPIRED);
    }
    try (GrantBook book = Ward.book(open(1 << 20), () -> NOON)) {
      assertThat(book.find(approved.id()).orElseThrow().state())
          .as("the clock was put back while nothing ran")
          .isEqualTo(State.EXPIRED);
    }
  }

  @Test
  void whereverACrashCutsTheEntriesBeforeAreWhole() throws IOException {
    List<Long> ends = new ArrayList<>();
    List<List<Grant>> states = new ArrayList<>();
    try (GrantJournal journal = open(1 << 20);
        GrantBook book = Ward.book(journal, () -> NOON)) {
      for (String subject : List.of("a", "b", "c")) {
        Ward.granted(book, subject, HOUR);
        ends.add(Files.size(path));
        states.add(book.open());
      }
    }
    byte[] whole = Files.readAllBytes(path);
    for (int length = ends.get(0).intValue(); length < whole.length; length += 5) {
      Files.write(path, Arrays.copyOf(whole, length));
      int before = 0;
      while (before + 1 < ends.size() && ends.get(before + 1) <= length) {
        before++;
      }
      assertThat(kept().grants()).as("cut at %d", length).containsAll(states.get(before));
    }
  }

  @Test
  void rubbishBehindTheLastEntryIsCut() throws IOException {
    Grant approved;
    try (GrantBook book = Ward.book(open(1 << 20), () -> NOON)) {
      approved = Ward.granted(book, "a", HOUR);
    }
    byte[] whole = Files.readAllBytes(path);
    byte[] torn = Arrays.copyOf(whole, whole.length + 512);
    Arrays.fill(torn, whole.length, whole.length + 100, (byte) 0x5a);
    Files.write(path, torn);
    assertThat(kept().grants()).containsExactly(approved);
    assertThat(Files.size(path)).isEqualTo(whole.length);
    assertThat(warnings).singleElement().asString().contains("cut 512 bytes");
  }

  @Test
  void damageBeforeTheLastEntryIsNotTakenForACrash() throws IOException {
    try (GrantBook book = Ward.book(open(1 << 20), () -> NOON)) {
      Ward.granted(book, "a", HOUR);
    }
    byte[] whole = Files.readAllBytes(path);
    for (int at = 0; at < whole.length / 2; at += 3) {
      byte[] damaged = whole.clone();
      damaged[at] ^= 0x10;
      Files.write(path, damaged);
      assertThatExceptionOfType(UncheckedIOException.class)
          .as("byte %d", at)
          .isThrownBy(this::kept)
          .withMessageContaining(path.toString());
    }
  }

  @Test
  void anotherFileIsNotTouched() throws IOException {
    Files.writeString(path, "not at all");
    assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(this::kept);
    assertThat(path).hasContent("not at all");
  }

  @Test
  void twoCannotHoldIt() {
    try (GrantJournal journal = open(1 << 20)) {
      assertThat(journal.load().grants()).isEmpty();
      assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> open(1 << 20));
    }
    assertThat(kept().grants()).isEmpty();
  }

  @Test
  void theFileDoesNotGrowForEver() throws IOException {
    Grant kept;
    try (GrantBook book = Ward.book(open(10_000), () -> NOON)) {
      kept = Ward.granted(book, "kept", HOUR);
      for (int i = 0; i < 200; i++) {
        book.revoke(Ward.granted(book, "s", HOUR).id(), "x".repeat(1_000));
      }
      book.revokeAll("end");
    }
    assertThat(Files.size(path)).isLessThan(5 * 200 * 4_000);
    assertThat(kept().grants()).extracting(Grant::id).contains(kept.id()).hasSize(201);
  }

  @Test
  void anInterruptedThreadKeepsWhatItKeeps() {
    try (GrantBook book = Ward.book(open(1), () -> NOON)) {
      Thread.currentThread().interrupt();
      for (int i = 0; i < 20; i++) {
        Ward.granted(book, "s" + i, HOUR);
      }
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(kept().grants()).hasSize(20);
  }

  @Test
  void whatCannotBeKeptIsNotGrantedAndWhatIsRevokedStaysRevoked() {
    Full store = new Full();
    GrantBook book = Ward.book(store, () -> NOON);
    Grant approved = Ward.granted(book, "a", HOUR);
    Grant pending = book.request(Ward.request("a", HOUR));
    store.full = true;
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> book.request(Ward.request("b", HOUR)));
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> book.approve(pending.id(), Ward.person("first")));
    assertThat(book.open()).containsExactly(approved, pending);
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> book.revoke(approved.id(), "now"));
    assertThat(book.open()).containsExactly(pending);
    assertThat(
            book.grants()
                .tenure(
                    "w.open",
                    new Value.Ref("w.Person", "a"),
                    new Value.Ref("w.Bed", "b1"),
                    NOON.toEpochMilli())
                .active())
        .isFalse();
  }

  /** A store whose disk can be full. */
  private static final class Full implements GrantStore {
    private boolean full;

    @Override
    public Kept load() {
      return new Kept(List.of(), null);
    }

    @Override
    public void keep(Collection<Grant> grants, Mark mark) {
      if (full) {
        throw new UncheckedIOException(new IOException("no space left"));
      }
    }

    @Override
    public void close() {}
  }

  @Test
  void referencesMayBeAnything() {
    EntityRef subject = EntityRef.of("", "\u0000");
    try (GrantBook book = Ward.book(open(1 << 20), () -> NOON)) {
      book.request(
          new ElevationRequest(
              Entity.of(subject.type(), subject.id()),
              "w.open",
              "Bed",
              null,
              HOUR,
              null,
              NOON.plus(HOUR)));
    }
    assertThat(kept().grants())
        .singleElement()
        .satisfies(
            grant -> {
              assertThat(grant.subject()).isEqualTo(subject);
              assertThat(grant.resourceId()).isNull();
              assertThat(grant.start()).isEqualTo(NOON.plus(HOUR));
            });
  }
}
