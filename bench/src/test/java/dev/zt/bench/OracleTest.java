package dev.zt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.bench.contender.Contenders;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
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
                                .map(name -> new Trial(workload.getKey(), size, name))))
        .map(trial -> DynamicTest.dynamicTest(trial.toString(), () -> isRight(trial)));
  }

  /** At three instants, with questions that are neither all permitted nor all denied. */
  private static void isRight(Trial trial) throws Exception {
    assertThat(trial.check(16)).isBetween(10, 90);
  }
}
