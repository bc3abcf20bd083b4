package dev.zt.bench;

import dev.zt.bench.contender.Answering;
import dev.zt.bench.contender.Contender;
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
   * How long a contender's answers are checked before it is measured, all of them if time allows.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * Gets the contender ready, once its answers were found right: to all questions, or to as many as
   * it answers in ten seconds.
   *
   * @throws AssertionError if one of them is wrong
   * @throws Exception if the contender's engine fails
   */
  public Answering checked() throws Exception {
    Workload asked = Workloads.of(workload, size);
    Answering answering = Contenders.of(contender).prepare(asked, Core.NOW);
    Instant end = Instant.now().plus(PATIENCE);
    Oracle oracle = new Oracle(asked.rules(), asked.entities());
    List<Question> questions = asked.questions();
    for (int i = 0; i < Workload.QUESTIONS && Instant.now().isBefore(end); i++) {
      isRight(answering, i, questions, oracle, Core.NOW);
    }
    return answering;
  }

  /**
   * Finds the contender's answers right, also at other instants than those that are measured.
   *
   * @param step how many questions to go on after each: with 1 all are asked
   * @return how many of the answers give access, for each hundred
   * @throws AssertionError if one of them is wrong
   * @throws Exception if the contender's engine fails
   */
  public int check(int step) throws Exception {
    return check(Contenders.of(contender), step);
  }

  /** The same for a contender that has no name. */
  int check(Contender candidate, int step) throws Exception {
    Workload asked = Workloads.of(workload, size);
    Oracle oracle = new Oracle(asked.rules(), asked.entities());
    List<Question> questions = asked.questions();
    int permitted = 0;
    int answers = 0;
    for (Instant now : INSTANTS) {
      try (Answering answering = candidate.prepare(asked, now)) {
        for (int i = 0; i < Workload.QUESTIONS; i += step) {
          permitted += isRight(answering, i, questions, oracle, now) ? 1 : 0;
          answers++;
        }
      }
    }
    return 100 * permitted / answers;
  }

  /** Whether the answer, which is right, gives access. */
  private boolean isRight(
      Answering answering, int number, List<Question> questions, Oracle oracle, Instant now)
      throws Exception {
    Question question = questions.get(number);
    boolean right = oracle.permits(question, now);
    Object answer = answering.decide(number);
    if (answering.permits(answer) != right) {
      throw new AssertionError(
          this + " at " + now + ", " + question + ": " + answer + ", not " + right);
    }
    return right;
  }
}
