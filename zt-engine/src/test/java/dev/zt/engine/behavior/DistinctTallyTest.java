package dev.zt.engine.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.engine.facts.Memory.Recollection;
import dev.zt.policy.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many different values are counted by a sketch that says how far it may be off. */
class DistinctTallyTest {
  private static final long HOUR = 3_600_000;

  @Test
  void manyValuesLieBetweenWhatIsSaid() {
    for (int round = 0; round < 20; round++) {
      DistinctTally tally = new DistinctTally(HOUR, 256, 7);
      for (int i = 0; i < 5_000; i++) {
        tally.record(List.of(new Value.Text(round + ":" + i)), i * 500L);
      }
      Recollection said = tally.recall(List.of(), 5_000 * 500L);
      assertThat(number(said.least())).isLessThanOrEqualTo(5_000).isGreaterThan(4_000);
      assertThat(number(said.most())).isGreaterThanOrEqualTo(5_000).isLessThan(6_000);
    }
  }

  @Test
  void valuesLeaveASketchWithTheirBucket() {
    DistinctTally tally = new DistinctTally(HOUR, 256, 7);
    for (int i = 0; i < 1_000; i++) {
      tally.record(List.of(new Value.Int(i)), i);
    }
    assertThat(tally.weight()).isGreaterThan(1);
    assertThat(tally.recall(List.of(), HOUR + 2_000).most()).isEqualTo(new Value.Int(0));
    tally.record(List.of(new Value.Int(1)), HOUR + 2_000);
    assertThat(tally.recall(List.of(), HOUR + 2_000).least()).isEqualTo(new Value.Int(1));
    assertThat(tally.weight()).isEqualTo(1);
  }

  private static long number(Object reading) {
    return ((Value.Int) reading).value();
  }
}
