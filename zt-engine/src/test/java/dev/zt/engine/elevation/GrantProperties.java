package dev.zt.engine.elevation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Grant;
import dev.zt.GrantStore;
import dev.zt.engine.facts.Grants.Tenure;
import dev.zt.policy.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/**
 * No grant outlives its end, whatever the clock does: it has been active for as long as it was
 * granted for when the clock has gone forward by that much, steps back not taken off.
 */
class GrantProperties {
  private static final Value.Ref BED = new Value.Ref("w.Bed", "b1");

  /** A movement of the clock, and whether the engine is started anew meanwhile. */
  private record Move(Duration by, boolean restart) {}

  /** What says whether a grant is active; the book, or something with a fault. */
  private interface Judge {
    boolean isActive(GrantBook book, Grant grant, Instant clock);
  }

  private static final Judge BOOK = (book, grant, clock) -> tenure(book, grant, clock).active();

  /** Compares with the clock as it is. */
  private static final Judge BY_THE_CLOCK = (book, grant, clock) -> grant.activeAt(clock);

  /** Compares with the latest that the clock has shown, which stands still after a step back. */
  private static Judge byTheLatest() {
    Instant[] latest = {Instant.MIN};
    return (book, grant, clock) -> {
      latest[0] = clock.isAfter(latest[0]) ? clock : latest[0];
      return grant.activeAt(latest[0]);
    };
  }

  private static Tenure tenure(GrantBook book, Grant grant, Instant clock) {
    return book.grants()
        .tenure(
            grant.elevation(),
            new Value.Ref("w.Person", grant.subject().id()),
            BED,
            clock.toEpochMilli());
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void noGrantOutlivesItsEnd(@ForAll("movements") List<Move> moves, @ForAll Random random) {
    assertThat(outlives(BOOK, moves, random)).isEmpty();
  }

  @Example
  void aGrantThatFollowsTheClockBackIsCaught() {
    assertCaught(BY_THE_CLOCK);
  }

  @Example
  void aGrantThatStandsStillAfterAStepBackIsCaught() {
    assertCaught(byTheLatest());
  }

  private static void assertCaught(Judge judge) {
    Random random = new Random(1);
    Optional<String> caught =
        moves()
            .list()
            .ofSize(30)
            .sampleStream()
            .limit(200)
            .flatMap(moves -> outlives(judge, moves, random).stream())
            .findFirst();
    assertThat(caught).isPresent();
  }

  /** Lets the clock move, and grants be given and taken back; answers what was active too long. */
  private static Optional<String> outlives(Judge judge, List<Move> moves, Random random) {
    Clock clock = new Clock();
    Memory store = new Memory();
    GrantBook book = Ward.book(store, clock);
    Map<Grant, Duration> used = new HashMap<>();
    for (Move move : moves) {
      if (random.nextInt(3) == 0) {
        Duration duration = Duration.ofSeconds(1 + random.nextInt(7_200));
        used.put(Ward.granted(book, "s" + used.size(), duration), Duration.ZERO);
      }
      if (move.restart) {
        book.close();
      }
      clock.now = clock.now.plus(move.by);
      if (move.restart) {
        book = Ward.book(store, clock);
      }
      if (!move.by.isNegative()) {
        used.replaceAll((grant, before) -> before.plus(move.by));
      }
      for (Map.Entry<Grant, Duration> each : used.entrySet()) {
        Grant grant = each.getKey();
        Duration left = grant.duration().minus(each.getValue());
        boolean should = left.compareTo(Duration.ZERO) > 0;
        if (judge.isActive(book, grant, clock.now) != should) {
          return Optional.of(grant + " has " + left + " left at " + clock.now);
        }
        if (should && judge == BOOK) {
          assertThat(tenure(book, grant, clock.now).until())
              .isEqualTo(clock.now.plus(left).toEpochMilli());
        }
      }
      if (random.nextInt(10) == 0) {
        book.revokeAll("enough");
        used.clear();
      }
    }
    return Optional.empty();
  }

  @Provide
  static Arbitrary<List<Move>> movements() {
    return moves().list().ofMaxSize(60);
  }

  private static Arbitrary<Move> moves() {
    Arbitrary<Long> steps =
        Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.longs().between(0, 1_800_000)),
            Tuple.of(2, Arbitraries.longs().between(-7_200_000, 0)),
            Tuple.of(1, Arbitraries.longs().between(-5, 5)));
    return Combinators.combine(steps.map(Duration::ofMillis), Arbitraries.integers().between(0, 9))
        .as((by, chance) -> new Move(by, chance == 0));
  }

  private static final class Clock implements InstantSource {
    private Instant now = Instant.parse("2026-03-02T12:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** Keeps what it is handed in. */
  private static final class Memory implements GrantStore {
    private final Map<String, Grant> grants = new HashMap<>();
    private @Nullable Mark last;

    @Override
    public Kept load() {
      return new Kept(List.copyOf(grants.values()), last);
    }

    @Override
    public void keep(Collection<Grant> changed, Mark mark) {
      changed.forEach(grant -> grants.put(grant.id(), grant));
      last = mark;
    }

    @Override
    public void close() {}
  }
}
