package dev.zt.engine.behavior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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

  /** An aggregate as it is kept, and as it is meant: of the values in the window, oldest first. */
  private record Kept(LongFunction<Tally> tally, Function<List<Long>, Reading> meaning) {}

  private static final Kept COUNT =
      new Kept(CountTally::new, values -> new Value.Int(values.size()));
  private static final Kept SUM =
      new Kept(
          over -> new SumTally(over, Unit.INT),
          values -> new Value.Int(values.stream().mapToLong(each -> each).sum()));
  private static final Kept MAX =
      new Kept(
          MaxTally::new,
          values ->
              values.stream()
                  .max(Comparator.naturalOrder())
                  .<Reading>map(Value.Int::new)
                  .orElse(Absent.MISSING));
  private static final Kept LAST =
      new Kept(
          LastTally::new,
          values ->
              values.isEmpty() ? Absent.MISSING : new Value.Int(values.get(values.size() - 1)));
  private static final Kept MEAN =
      new Kept(
          over -> new MeanTally(over, Unit.DURATION),
          values ->
              values.isEmpty()
                  ? Absent.MISSING
                  : new Value.Int(
                      Math.round(values.stream().mapToLong(each -> each).average().orElse(0))));
  private static final Kept DISTINCT =
      new Kept(
          over -> new DistinctTally(over, 1_000, 7),
          values -> new Value.Int(new HashSet<>(values).size()));

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
                  hold(each, OVER - 2 * BUCKET, new Random(seed));
                }
              })
          .isInstanceOf(AssertionError.class);
    }
  }

  /** Holds an aggregate, with a window of some length, against one with the right length. */
  private static void hold(Kept kept, long over, Random random) {
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
      if (kept.equals(COUNT)) {
        assertThat(number(said.least()))
            .isGreaterThanOrEqualTo(inWindow(all, later, OVER - BUCKET).size());
        assertThat(number(said.most()))
            .isLessThanOrEqualTo(inWindow(all, later, OVER + BUCKET).size());
      }
      long until = Math.min(said.until(), later + 3 * OVER);
      for (long at : new long[] {until - 1, later + (until - later) / 2}) {
        assertThat(tally.recall(List.of(), Math.max(at, later)).least()).isEqualTo(said.least());
        assertThat(tally.recall(List.of(), Math.max(at, later)).most()).isEqualTo(said.most());
      }
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
