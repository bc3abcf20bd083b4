package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * Answers what policies ask of the records of one class, each component read once and nothing put
 * into slots. Generated for the class. Thread-safe.
 */
public abstract class RecordReader {
  /**
   * Answers.
   *
   * @param answers to be added to
   * @param kept the readings that policies compare with others
   * @return false where something is of no use, and with it all that was answered
   * @throws Throwable what reading a component throws
   */
  protected abstract boolean answer(Record source, long[] answers, @Nullable Reading[] kept)
      throws Throwable;

  // ---- called by generated code ----

  /** Adds the answer to one question. */
  protected static void ask(
      Question question, Reading reading, int number, int words, long[] answers) {
    int answer = question.answer(reading);
    if (answer == Question.YES) {
      answers[number >> 6] |= 1L << number;
    } else if (answer == Question.NO) {
      answers[words + (number >> 6)] |= 1L << number;
    }
  }

  /** Puts down a time. */
  protected static void time(Reading reading, int at, long[] answers) {
    if (reading instanceof Value.Time time) {
      answers[at] = time.epochMillis();
    }
  }

  /** Answers what is asked of names; false where they are of no use. */
  protected static boolean names(
      @Nullable Object given, ComponentReader reader, NameBits bits, int from, long[] answers) {
    if (bits.answerPlain(given, from, answers)) {
      return true;
    }
    Reading reading = reader.read(given);
    if (reading == null) {
      return false;
    }
    bits.answer(reading, from, answers);
    return true;
  }
}
