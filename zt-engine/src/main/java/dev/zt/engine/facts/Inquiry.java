package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The questions about what has one shape. Immutable. */
final class Inquiry implements RecordAnswers.Unanswered {
  private final int words;
  private final int[] slots;
  private final int[] numbers;
  private final Question[] questions;
  private final int times;
  private final int[] timeSlots;
  private final int[] timeNumbers;

  private Inquiry(Builder builder) {
    words = builder.words;
    slots = unboxed(builder.slots);
    numbers = unboxed(builder.numbers);
    questions = builder.questions.toArray(new Question[0]);
    times = builder.times;
    timeSlots = unboxed(builder.timeSlots);
    timeNumbers = unboxed(builder.timeNumbers);
  }

  private static int[] unboxed(List<Integer> boxed) {
    int[] all = new int[boxed.size()];
    for (int at = 0; at < all.length; at++) {
      all[at] = boxed.get(at);
    }
    return all;
  }

  /** How many words hold the answers of one kind. */
  int words() {
    return words;
  }

  /** How many words hold the answers of both kinds, and the times. */
  int size() {
    return 2 * words + times;
  }

  /** What is asked of a slot. */
  List<RecordQuestions.Asked> of(int slot) {
    List<RecordQuestions.Asked> asked = new ArrayList<>();
    for (int at = 0; at < slots.length; at++) {
      if (slots[at] == slot) {
        asked.add(new RecordQuestions.Asked(numbers[at], questions[at]));
      }
    }
    return asked;
  }

  /** Where among the answers a slot goes as a time; -1 for nowhere. */
  int timeOf(int slot) {
    for (int at = 0; at < timeSlots.length; at++) {
      if (timeSlots[at] == slot) {
        return 2 * words + timeNumbers[at];
      }
    }
    return -1;
  }

  /** Those about the other slots are what they are where nothing is given. */
  @Override
  public long[] answers(BitSet given) {
    long[] answers = new long[2 * words];
    for (int at = 0; at < slots.length; at++) {
      if (!given.get(slots[at])) {
        add(questions[at].answer(null), numbers[at], answers);
      }
    }
    return answers;
  }

  /**
   * The answers: the words of those who say yes, then those of those who say no, then the times in
   * epoch milliseconds, 0 for one that is not known.
   */
  long[] answers(@Nullable Reading[] readings) {
    long[] answers = new long[size()];
    for (int at = 0; at < timeSlots.length; at++) {
      if (readings[timeSlots[at]] instanceof Value.Time time) {
        answers[2 * words + timeNumbers[at]] = time.epochMillis();
      }
    }
    for (int at = 0; at < slots.length; at++) {
      add(questions[at].answer(readings[slots[at]]), numbers[at], answers);
    }
    return answers;
  }

  /** The answers where nothing is given; null where all are unknown. */
  long @Nullable [] unobserved(@Nullable Reading[] blank) {
    long[] answers = answers(blank);
    return Arrays.equals(answers, new long[answers.length]) ? null : answers;
  }

  /** The same where somebody else may still answer for a slot that is empty. */
  long[] answersOfGiven(@Nullable Reading[] readings) {
    long[] answers = new long[2 * words];
    for (int at = 0; at < slots.length; at++) {
      Reading reading = readings[slots[at]];
      if (reading != null) {
        add(questions[at].answer(reading), numbers[at], answers);
      }
    }
    return answers;
  }

  private void add(int answer, int number, long[] answers) {
    if (answer != Question.UNKNOWN) {
      int kind = answer == Question.YES ? 0 : words;
      answers[kind + (number >> 6)] |= 1L << number;
    }
  }

  /** Collects them. */
  static final class Builder {
    private final int words;
    private final int times;
    private final List<Integer> slots = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();
    private final List<Integer> timeSlots = new ArrayList<>();
    private final List<Integer> timeNumbers = new ArrayList<>();

    Builder(int words, int times) {
      this.words = words;
      this.times = times;
    }

    /** Adds a time; a field that there is not has no slot and is not asked. */
    void addTime(int slot, int number) {
      if (slot >= 0) {
        timeSlots.add(slot);
        timeNumbers.add(number);
      }
    }

    /** Adds one; a field that there is not has no slot and is not asked. */
    void add(int slot, int number, Question question) {
      if (slot >= 0) {
        slots.add(slot);
        numbers.add(number);
        questions.add(question);
      }
    }

    Inquiry build() {
      return new Inquiry(this);
    }
  }
}
