package dev.zt.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.bench.contender.Contenders;
import dev.zt.bench.workload.Workload;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whoever is measured answers as the oracle does. */
class OracleTest {
  @TestFactory
  Stream<DynamicTest> everyContenderAnswersTheCoreRight() {
    return Contenders.names().stream()
        .map(
            contender ->
                DynamicTest.dynamicTest(
                    contender, () -> isRight(new Trial("core", 12, contender))));
  }

  private static void isRight(Trial trial) throws Exception {
    assertThat(trial.check()).isBetween(Workload.QUESTIONS / 4, Workload.QUESTIONS * 9 / 4);
  }
}
