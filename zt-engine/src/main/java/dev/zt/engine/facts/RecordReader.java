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
   * Answers. Where something is of no use nothing is answered but what is asked of names.
   *
   * @param words to be added to
   * @param from where among them the answers begin
   * @param names where among them the answers about names begin; negative where nobody asks
   * @param kept takes the readings that policies compare with others
   * @param keptFrom where among them these begin
   * @return false where something is of no use
   * @throws Throwable what reading a component throws
   */
  protected abstract boolean answer(
      Record source, long[] words, int from, int names, @Nullable Reading[] kept, int keptFrom)
      throws Throwable;

  // ---- called by generated code ----

  /** A boolean as a value. */
  protected static Reading bool(boolean given) {
    return Value.Bool.of(given);
  }

  /** A whole number as a value. */
  protected static Reading whole(long given) {
    return new Value.Int(given);
  }

  /** A bit where the answer is yes. */
  protected static long yes(int answer, int number) {
    return (answer & 1L) << number;
  }

  /** A bit where the answer is no. */
  protected static long no(int answer, int number) {
    return (1L >>> answer & 1) << number;
  }

  /** A time in epoch milliseconds, 0 for one that is not known. */
  protected static long time(Reading reading) {
    return reading instanceof Value.Time time ? time.epochMillis() : 0;
  }

  /** Answers what is asked of names, unless nobody asks; false where they are of no use. */
  protected static boolean names(
      @Nullable Object given,
      ComponentReader reader,
      NameBits bits,
      int names,
      int from,
      long[] words) {
    if (names >= 0 && bits.answerPlain(given, names + from, words)) {
      return true;
    }
    Reading reading = reader.read(given);
    if (reading != null && names >= 0) {
      bits.answer(reading, names + from, words);
    }
    return reading != null;
  }
}
