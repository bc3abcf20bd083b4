package dev.zt.engine.facts;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be found out of the records of one class.
 *
 * @param unanswered the words as they are where nothing is found: first those who say yes, then
 *     those who say no; not to be written to
 * @param components those that go anywhere
 */
@SuppressWarnings("ArrayRecordComponent") // two of them are never compared
public record RecordQuestions(long[] unanswered, List<Component> components) {
  /** How many words hold the answers of one kind. */
  public int words() {
    return unanswered.length / 2;
  }

  /**
   * A component.
   *
   * @param getter of type {@code (Record) -> Object}; or of type {@code (Record) -> boolean} or
   *     {@code (Record) -> long}, for a value of the language that is one
   * @param reader what reads an object
   * @param asked what is asked of it
   * @param time where among the answers it goes as a time; -1 for nowhere
   * @param kept where among the kept readings it goes; -1 for nowhere
   * @param names what is asked of the names in it; null for nothing
   */
  public record Component(
      MethodHandle getter,
      ComponentReader reader,
      List<Asked> asked,
      int time,
      int kept,
      @Nullable Names names) {}

  /** A question and its number. */
  public record Asked(int number, Question question) {}

  /**
   * Which names are asked for.
   *
   * @param from where the answers begin among those about names
   */
  public record Names(NameBits bits, int from) {}
}
