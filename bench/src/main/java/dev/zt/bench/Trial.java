package dev.zt.bench;

import dev.zt.bench.contender.Answering;
import dev.zt.bench.contender.Contenders;
import dev.zt.bench.model.Oracle;
import dev.zt.bench.model.Question;
import dev.zt.bench.workload.Core;
import dev.zt.bench.workload.Workload;
import dev.zt.bench.workload.Workloads;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One contender before one workload.
 *
 * @param workload the workload's name
 * @param size its size
 * @param contender the contender's name
 */
public record Trial(String workload, int size, String contender) {
  /** In working hours, in the evening of the same day, and on the next Saturday. */
  private static final List<Instant> INSTANTS =
      List.of(Core.NOW, Core.NOW.plus(Duration.ofHours(10)), Core.NOW.plus(Duration.ofDays(4)));

  /**
   * Gets the contender ready, once its answers to all questions were found right.
   *
   * @throws AssertionError if one of them is wrong
   * @throws Exception if the contender's engine fails
   */
  public Answering checked() throws Exception {
    Workload asked = Workloads.of(workload, size);
    Answering answering = Contenders.of(contender).prepare(asked, Core.NOW);
    check(answering, asked, Core.NOW);
    return answering;
  }

  /**
   * Finds the contender's answers right, also at other instants than those that are measured.
   *
   * @return how many of the answers give access
   * @throws AssertionError if one of them is wrong
   * @throws Exception if the contender's engine fails
   */
  public int check() throws Exception {
    Workload asked = Workloads.of(workload, size);
    int permitted = 0;
    for (Instant now : INSTANTS) {
      try (Answering answering = Contenders.of(contender).prepare(asked, now)) {
        permitted += check(answering, asked, now);
      }
    }
    return permitted;
  }

  private int check(Answering answering, Workload asked, Instant now) throws Exception {
    Oracle oracle = new Oracle(asked.rules(), asked.entities());
    List<Question> questions = asked.questions();
    int permitted = 0;
    for (int i = 0; i < questions.size(); i++) {
      boolean right = oracle.permits(questions.get(i), now);
      Object answer = answering.decide(i);
      if (answering.permits(answer) != right) {
        throw new AssertionError(
            this + " at " + now + ", " + questions.get(i) + ": " + answer + ", not " + right);
      }
      permitted += right ? 1 : 0;
    }
    return permitted;
  }
}
