package dev.zt.engine.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is unlike all that was seen scores high, and the usual low. */
class AnomalyTallyTest {
  private static final long DAY = 86_400_000;

  private final Random random = new Random(5);

  private List<Value> usual() {
    return List.of(
        new Value.Int(Math.round(100 + 10 * random.nextGaussian())),
        new Value.Int(Math.round(5 + random.nextGaussian())));
  }

  private static long score(Reading reading) {
    return ((Value.Decimal) reading).units();
  }

  @Test
  void theUnusualScoresHigh() {
    AnomalyTally tally = new AnomalyTally(DAY, 2, false, 7);
    for (int i = 0; i < 1_000; i++) {
      tally.record(usual(), i);
    }
    List<Value> far = List.of(new Value.Int(900), new Value.Int(300));
    assertThat(score(tally.recall(far, 1_000).least())).isGreaterThan(500_000);
    long high = 0;
    for (int i = 0; i < 100; i++) {
      high += score(tally.recall(usual(), 1_000).least()) > 500_000 ? 1 : 0;
    }
    assertThat(high).isLessThan(10);
  }

  @Test
  void aFewAreNothingToCompareWith() {
    AnomalyTally tally = new AnomalyTally(DAY, 2, false, 7);
    for (int i = 0; i < 200; i++) {
      tally.record(usual(), i);
    }
    assertThat(tally.recall(usual(), 1_000).least()).isInstanceOf(Absent.class);
  }

  @Test
  void whatIsOlderThanTheWindowIsForgotten() {
    AnomalyTally tally = new AnomalyTally(DAY, 2, false, 7);
    for (int i = 0; i < 1_000; i++) {
      tally.record(usual(), i);
    }
    assertThat(tally.recall(usual(), 2 * DAY).least()).isInstanceOf(Absent.class);
    tally.record(usual(), 2 * DAY);
    assertThat(tally.recall(usual(), 2 * DAY).least()).isInstanceOf(Absent.class);
  }
}
