package dev.zt.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.bench.contender.Answering;
import dev.zt.bench.contender.Contender;
import dev.zt.bench.contender.Contenders;
import dev.zt.bench.workload.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whoever is measured answers as the oracle does. */
class OracleTest {
  private static final Map<String, List<Integer>> SMALL =
      Map.of(
          "core", List.of(12),
          "grants", List.of(10, 200),
          "guarded", List.of(100),
          "limits", List.of(1, 40),
          "depth", List.of(1, 6),
          "groups", List.of(100),
          "sharing", List.of(5),
          "repositories", List.of(5),
          "todo", List.of(5));

  @TestFactory
  Stream<DynamicTest> everyContenderAnswersRight() {
    return SMALL.entrySet().stream()
        .flatMap(
            workload ->
                workload.getValue().stream()
                    .flatMap(
                        size ->
                            Contenders.names().stream()
                                .filter(name -> Contenders.of(name).answers(workload.getKey()))
                                .map(name -> new Trial(workload.getKey(), size, name))))
        .map(trial -> DynamicTest.dynamicTest(trial.toString(), () -> isRight(trial)));
  }

  /** At three instants, with questions that are neither all permitted nor all denied. */
  private static void isRight(Trial trial) throws Exception {
    assertThat(trial.check(16)).isBetween(10, 90);
  }

  @Test
  void aContenderThatIsWrongOnceIsNotMeasured() {
    Contender honest = Contenders.of("hand-written");
    Trial trial = new Trial("limits", 40, "hand-written");

    assertThatThrownBy(() -> trial.check(new WrongOnce(honest, 48), 16))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Payment");
  }

  /** Gives the opposite of the right answer to one question. */
  private record WrongOnce(Contender honest, int wrong) implements Contender {
    @Override
    public String title() {
      return "wrong once";
    }

    @Override
    public Answering prepare(Workload workload, Instant now) throws Exception {
      Answering right = honest.prepare(workload, now);
      return new Answering() {
        @Override
        public Object decide(int question) throws Exception {
          return right.permits(right.decide(question)) != (question == wrong);
        }

        @Override
        public boolean permits(Object answer) {
          return (Boolean) answer;
        }
      };
    }
  }
}
