package dev.zt.engine.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Scores over random streams of events, held against an oracle that keeps every one of them. */
class ScoreProperties {
  private static final long OVER = 6_000;
  private static final long BUCKET = OVER / BucketTally.BUCKETS;
  private static final int STEPS = 300;

  private record Happened(long at, long value) {}

  @Property(tries = 100)
  void aScoreOfTheNumberAtHandLiesBetweenWhatIsSaid(@ForAll Random random) {
    assertThat(contradiction(over -> new ScoreTally(over, false), false, random)).isEmpty();
  }

  @Property(tries = 100)
  void aScoreOfTheLatestNumberLiesBetweenWhatIsSaid(@ForAll Random random) {
    assertThat(contradiction(over -> new ScoreTally(over, true), true, random)).isEmpty();
  }

  @Example
  void aWindowThatIsABitShortIsCaught() {
    assertCaught(over -> new ScoreTally(over - 2 * BUCKET, false), false);
    assertCaught(over -> new ScoreTally(over - 2 * BUCKET, true), true);
  }

  @Example
  void aScoreThatTheNumberItselfIsAPartOfIsCaught() {
    assertCaught(over -> new ScoreTally(over, false), true);
  }

  @Example
  void mostScoresAreSaidClosely() {
    Random random = new Random(1);
    ScoreTally tally = new ScoreTally(OVER, false);
    int close = 0;
    long now = 0;
    for (int i = 0; i < 10_000; i++) {
      now += random.nextInt(20);
      tally.record(List.of(new Value.Int(random.nextInt(1_000))), now);
      Recollection said = tally.recall(List.of(new Value.Int(2_000)), now);
      close +=
          said.least() instanceof Value && units(said.most()) - units(said.least()) < 5_000 ? 1 : 0;
    }
    assertThat(close).as("of 10,000 within a half").isGreaterThan(9_000);
  }

  private static void assertCaught(LongFunction<ScoreTally> faulty, boolean ofLatest) {
    boolean caught = false;
    for (int seed = 0; seed < 100 && !caught; seed++) {
      caught = contradiction(faulty, ofLatest, new Random(seed)).isPresent();
    }
    assertThat(caught).isTrue();
  }

  private static Optional<String> contradiction(
      LongFunction<ScoreTally> tallies, boolean ofLatest, Random random) {
    ScoreTally tally = tallies.apply(OVER);
    List<Happened> all = new ArrayList<>();
    int range = List.of(3, 200, 1_000_000).get(random.nextInt(3));
    long now = 0;
    for (int i = 0; i < STEPS; i++) {
      now += step(random);
      all.add(new Happened(now, random.nextInt(range) - range / 2));
      tally.record(List.of(new Value.Int(all.get(all.size() - 1).value)), now);
      long later = now + step(random);
      long present = ofLatest ? all.get(all.size() - 1).value : random.nextInt(range);
      Recollection said = tally.recall(List.of(new Value.Int(present)), later);
      double exact = exact(all, later, present, ofLatest);
      if (said.least() instanceof Value
          && !(exact >= units(said.least()) / 1e4 - 1e-9
              && exact <= units(said.most()) / 1e4 + 1e-9)) {
        return Optional.of(said + " is said of " + exact + " at " + later);
      }
    }
    return Optional.empty();
  }

  private static double exact(List<Happened> all, long now, long present, boolean ofLatest) {
    List<Happened> window = all.stream().filter(each -> now < each.at + OVER).toList();
    List<Happened> others =
        ofLatest && !window.isEmpty() ? window.subList(0, window.size() - 1) : window;
    double number = ofLatest && !all.isEmpty() ? all.get(all.size() - 1).value : present;
    double mean = others.stream().mapToLong(Happened::value).average().orElse(Double.NaN);
    double squares = others.stream().mapToDouble(each -> Math.pow(each.value - mean, 2)).sum();
    return (number - mean) / Math.sqrt(squares / (others.size() - 1));
  }

  private static long step(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> random.nextInt((int) (2 * OVER));
      case 1, 2, 3, 4 -> 0;
      default -> random.nextInt(60);
    };
  }

  private static long units(dev.zt.policy.value.Reading reading) {
    return ((Value.Decimal) reading).units();
  }
}
