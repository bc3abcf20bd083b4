package dev.zt.engine.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.LongFunction;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Windows of random streams of events, held against an oracle that keeps every one of them. */
class WindowProperties {
  private static final long OVER = 6_000;
  private static final long BUCKET = OVER / BucketTally.BUCKETS;
  private static final int STEPS = 400;

  private record Happened(long at, long value) {}

  /**
   * An aggregate as it is kept, and as it is meant: of the values in the window, oldest first.
   *
   * @param least how low it may be said to lie, given what is surely in the window, and what comes
   *     or went within a bucket's length of its edge
   * @param most how high, likewise
   */
  private record Kept(
      LongFunction<Tally> tally,
      Function<List<Long>, Reading> meaning,
      BiFunction<List<Long>, List<Long>, Long> least,
      BiFunction<List<Long>, List<Long>, Long> most) {}

  private static final Kept COUNT =
      new Kept(
          CountTally::new,
          values -> new Value.Int(values.size()),
          (sure, edge) -> (long) sure.size(),
          (sure, edge) -> (long) sure.size() + edge.size());
  private static final Kept SUM =
      new Kept(
          over -> new SumTally(over, Unit.INT),
          values -> new Value.Int(sum(values)),
          (sure, edge) -> sum(sure) + sum(edge.stream().filter(each -> each < 0).toList()),
          (sure, edge) -> sum(sure) + sum(edge.stream().filter(each -> each > 0).toList()));
  private static final Kept MAX =
      new Kept(
          MaxTally::new,
          values -> values.isEmpty() ? Absent.MISSING : new Value.Int(Collections.max(values)),
          (sure, edge) -> sure.isEmpty() ? Collections.min(edge) : Collections.max(sure),
          (sure, edge) -> Collections.max(both(sure, edge)));
  private static final Kept LAST =
      new Kept(
          LastTally::new,
          values ->
              values.isEmpty() ? Absent.MISSING : new Value.Int(values.get(values.size() - 1)),
          (sure, edge) -> last(both(edge, sure)),
          (sure, edge) -> last(both(edge, sure)));
  private static final Kept MEAN =
      new Kept(
          over -> new MeanTally(over, Unit.DURATION),
          values -> values.isEmpty() ? Absent.MISSING : new Value.Int(Math.round(mean(values))),
          (sure, edge) -> (long) Math.floor(extremeMean(sure, edge, Math::min)),
          (sure, edge) -> (long) Math.ceil(extremeMean(sure, edge, Math::max)));
  private static final Kept DISTINCT =
      new Kept(
          over -> new DistinctTally(over, 1_000, 7),
          values -> new Value.Int(new HashSet<>(values).size()),
          (sure, edge) -> (long) new HashSet<>(sure).size(),
          (sure, edge) -> (long) new HashSet<>(both(sure, edge)).size());

  private static long sum(List<Long> values) {
    return values.stream().mapToLong(each -> each).sum();
  }

  private static double mean(List<Long> values) {
    return (double) sum(values) / values.size();
  }

  private static long last(List<Long> values) {
    return values.get(values.size() - 1);
  }

  private static List<Long> both(List<Long> some, List<Long> others) {
    List<Long> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }

  /** The lowest or highest mean, if any number of those at the edge were the most extreme one. */
  private static double extremeMean(List<Long> sure, List<Long> edge, DoubleBinaryOperator better) {
    if (edge.isEmpty()) {
      return mean(sure);
    }
    double extreme = edge.stream().mapToDouble(each -> each).reduce(better).orElseThrow();
    double best = sure.isEmpty() ? extreme : mean(sure);
    for (int some = 1; some <= edge.size(); some++) {
      best = better.applyAsDouble(best, (sum(sure) + some * extreme) / (sure.size() + some));
    }
    return best;
  }

  @Property(tries = 100)
  void aCountLiesBetweenWhatIsSaid(@ForAll Random random) {
    hold(COUNT, OVER, random);
  }

  @Property(tries = 100)
  void aSumLiesBetweenWhatIsSaid(@ForAll Random random) {
    hold(SUM, OVER, random);
  }

  @Property(tries = 100)
  void aMaximumLiesBetweenWhatIsSaid(@ForAll Random random) {
    hold(MAX, OVER, random);
  }

  @Property(tries = 100)
  void theLastIsTheLast(@ForAll Random random) {
    hold(LAST, OVER, random);
  }

  @Property(tries = 100)
  void aMeanLiesBetweenWhatIsSaid(@ForAll Random random) {
    hold(MEAN, OVER, random);
  }

  @Property(tries = 100)
  void fewDifferentValuesAreCountedExactly(@ForAll Random random) {
    hold(DISTINCT, OVER, random);
  }

  @Property(tries = 100)
  void valuesAreThoseInTheWindow(@ForAll Random random) {
    List<Happened> all = new ArrayList<>();
    ValuesTally tally = new ValuesTally(OVER, 1_000);
    long now = 0;
    for (int i = 0; i < STEPS; i++) {
      now += step(random);
      Happened happened = new Happened(now, random.nextInt(20));
      all.add(happened);
      tally.record(List.of(new Value.Int(happened.value)), now);
      long later = now + step(random);
      Set<Value> expected = new HashSet<>();
      inWindow(all, later, OVER).forEach(each -> expected.add(new Value.Int(each)));
      assertThat(tally.recall(List.of(), later).least()).isEqualTo(new Value.SetOf(expected));
    }
  }

  @Example
  void aWindowThatIsABitShortWouldBeNoticed() {
    for (Kept each : List.of(COUNT, SUM, MAX, LAST, MEAN, DISTINCT)) {
      assertThatThrownBy(
              () -> {
                for (int seed = 0; seed < 100; seed++) {
                  hold(each, OVER - 2 * BUCKET, BUCKET, new Random(seed));
                }
              })
          .isInstanceOf(AssertionError.class);
    }
  }

  @Example
  void aBucketThatIsLongerThanSaidWouldBeNoticed() {
    for (Kept each : List.of(COUNT, SUM, MAX, MEAN)) {
      assertThatThrownBy(
              () -> {
                for (int seed = 0; seed < 100; seed++) {
                  hold(each, OVER, BUCKET / 4, new Random(seed));
                }
              })
          .isInstanceOf(AssertionError.class);
    }
  }

  private static void hold(Kept kept, long over, Random random) {
    hold(kept, over, BUCKET, random);
  }

  /** Holds an aggregate, with a window of some length, against one with the right length. */
  private static void hold(Kept kept, long over, long bucket, Random random) {
    List<Happened> all = new ArrayList<>();
    Tally tally = kept.tally.apply(over);
    long now = 0;
    for (int i = 0; i < STEPS; i++) {
      now += step(random);
      Happened happened = new Happened(now, random.nextInt(200) - 100);
      all.add(happened);
      tally.record(List.of(value(kept, happened.value)), now);
      long later = now + step(random);
      Recollection said = tally.recall(List.of(), later);
      within(said, kept.meaning.apply(inWindow(all, later, OVER)), later);
      bounded(kept, said, all, later, bucket);
      long until = Math.min(said.until(), later + 3 * OVER);
      for (long at : new long[] {until - 1, later + (until - later) / 2}) {
        assertThat(tally.recall(List.of(), Math.max(at, later)).least()).isEqualTo(said.least());
        assertThat(tally.recall(List.of(), Math.max(at, later)).most()).isEqualTo(said.most());
      }
    }
  }

  /** What is said differs from the truth by what one bucket holds at most. */
  private static void bounded(
      Kept kept, Recollection said, List<Happened> all, long now, long bucket) {
    List<Long> sure = inWindow(all, now, OVER - bucket);
    List<Long> edge = new ArrayList<>(inWindow(all, now, OVER + bucket));
    edge = edge.subList(0, edge.size() - sure.size());
    if (said.least() instanceof Value) {
      assertThat(number(said.least()))
          .as("at %s", now)
          .isGreaterThanOrEqualTo(kept.least.apply(sure, edge));
      assertThat(number(said.most()))
          .as("at %s", now)
          .isLessThanOrEqualTo(kept.most.apply(sure, edge));
    }
  }

  private static Value value(Kept kept, long number) {
    return kept.equals(MEAN) ? new Value.Duration(number) : new Value.Int(number);
  }

  /** Mostly close to each other, now and then as far apart as a window. */
  private static long step(Random random) {
    return switch (random.nextInt(20)) {
      case 0 -> random.nextInt((int) (2 * OVER));
      case 1, 2, 3, 4 -> 0;
      default -> random.nextInt(60);
    };
  }

  private static List<Long> inWindow(List<Happened> all, long now, long over) {
    return all.stream().filter(each -> now < each.at + over).map(Happened::value).toList();
  }

  private static void within(Recollection said, Reading exact, long now) {
    if (exact instanceof Value.Int number) {
      assertThat(number(said.least())).as("at %s", now).isLessThanOrEqualTo(number.value());
      assertThat(number(said.most())).as("at %s", now).isGreaterThanOrEqualTo(number.value());
    } else {
      assertThat(said.least()).isInstanceOf(Absent.class);
    }
  }

  private static long number(Reading reading) {
    assertThat(reading).isInstanceOf(Value.class);
    return reading instanceof Value.Duration duration
        ? duration.millis()
        : ((Value.Int) reading).value();
  }
}
