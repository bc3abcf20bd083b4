package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How records of one shape are answered at once, without being read into slots. That is done only
 * where nothing that they give is of no use: what is to be counted and explained is read in full.
 */
final class RecordAnswers {
  private static final @Nullable Reading[] NOTHING = {};

  /** What is seldom seen is not worth code of its own, and a start does not wait for it. */
  private static final int OFTEN = 50;

  private final Shape shape;
  private final Asked asked;
  private final RecordReaders readers;
  private final ClassValue<Seen> plans =
      new ClassValue<>() {
        @Override
        protected Seen computeValue(Class<?> type) {
          return new Seen(type);
        }
      };
  private volatile @Nullable Seen last;

  RecordAnswers(Shape shape, Asked asked, RecordReaders readers) {
    this.shape = shape;
    this.asked = asked;
    this.readers = readers;
  }

  /**
   * What is asked of a shape.
   *
   * @param keptAt by slot, where its reading is kept; -1 for one that is not
   */
  @SuppressWarnings("ArrayRecordComponent") // two of them are never compared
  record Asked(Inquiry inquiry, Unanswered unanswered, int[] keptAt, List<Named> named) {
    int kept() {
      int most = -1;
      for (int at : keptAt) {
        most = Math.max(most, at);
      }
      return most + 1;
    }
  }

  /** Answers for the slots that a record class does not give. */
  @FunctionalInterface
  interface Unanswered {
    /**
     * The answers.
     *
     * @param given the slots that it gives
     */
    long[] answers(BitSet given);
  }

  /** A slot that holds names. */
  record Named(int slot, NameBits bits, int from) {}

  /** A record class, and how it is answered once it was seen often. */
  private static final class Seen {
    private final Class<?> type;
    private volatile @Nullable Plan plan;

    /** About how often: threads that count at once may lose some. */
    private int times;

    Seen(Class<?> type) {
      this.type = type;
    }

    boolean isOften() {
      return ++times >= OFTEN;
    }
  }

  /** How one record class is answered. It knows no layout, so that it keeps none in memory. */
  static final class Plan {
    private final @Nullable RecordReader reader;
    private final long[] unanswered;
    private final int kept;
    private final int[] ignored;

    private Plan(@Nullable RecordReader reader, long[] unanswered, int kept, int[] ignored) {
      this.reader = reader;
      this.unanswered = unanswered;
      this.kept = kept;
      this.ignored = ignored;
    }
  }

  /**
   * What was answered.
   *
   * @param kept the readings that are kept
   */
  @SuppressWarnings("ArrayRecordComponent") // two of them are never compared
  record Answered(long[] answers, @Nullable Reading[] kept) {}

  /** Where the reading of a slot is kept; -1 for nowhere. */
  int keptAt(int slot) {
    return asked.keptAt()[slot];
  }

  /** The answers of a record; null where it is to be read into slots. */
  @Nullable Answered of(Record source) {
    try {
      Plan plan = plan(source.getClass());
      RecordReader reader = plan == null ? null : plan.reader;
      if (plan == null || reader == null) {
        return null;
      }
      long[] answers = plan.unanswered.clone();
      @Nullable Reading[] kept = plan.kept == 0 ? NOTHING : new @Nullable Reading[plan.kept];
      if (!reader.answer(source, answers, kept)) {
        return null;
      }
      if (plan.ignored.length > 0) {
        shape.ignore(source.getClass(), plan.ignored);
      }
      return new Answered(answers, kept);
    } catch (Throwable failed) {
      // Read into slots, the component that throws is told from those that do not.
      return null;
    }
  }

  private @Nullable Plan plan(Class<? extends Record> type) {
    Seen seen = last;
    if (seen == null || seen.type != type) {
      seen = plans.get(type);
      last = seen;
    }
    Plan known = seen.plan;
    if (known == null && seen.isOften()) {
      known = made(type);
      seen.plan = known;
    }
    return known;
  }

  private Plan made(Class<? extends Record> type) {
    RecordPlan plan = shape.plan(type);
    List<RecordQuestions.Component> components = new ArrayList<>();
    BitSet given = new BitSet();
    List<Integer> ignored = new ArrayList<>();
    boolean readable = !plan.givesTwice();
    for (int at = 0; at < plan.size(); at++) {
      int slot = plan.target(at);
      if (slot < 0) {
        if (slot != SlotNames.IGNORED) {
          ignored.add(at);
        }
      } else {
        given.set(slot);
        MethodHandle getter = plan.getter(at);
        ComponentReader reader = shape.component(slot);
        if (getter == null || reader == null) {
          readable = false;
        } else {
          components.add(component(slot, getter, reader));
        }
      }
    }
    RecordReader reader =
        readable ? readers.of(new RecordQuestions(asked.inquiry().words(), components)) : null;
    return new Plan(
        reader,
        reader == null ? new long[0] : asked.unanswered().answers(given),
        asked.kept(),
        ignored.stream().mapToInt(Integer::intValue).toArray());
  }

  private RecordQuestions.Component component(
      int slot, MethodHandle getter, ComponentReader reader) {
    RecordQuestions.Names names = null;
    for (Named each : asked.named()) {
      if (each.slot() == slot) {
        names = new RecordQuestions.Names(each.bits(), each.from());
      }
    }
    return new RecordQuestions.Component(
        getter,
        reader,
        asked.inquiry().of(slot),
        asked.inquiry().timeOf(slot),
        asked.keptAt()[slot],
        names);
  }
}
