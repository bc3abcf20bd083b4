package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How records of one shape are answered at once, without being read into slots. That is done only
 * where nothing that they give is of no use: what is to be counted and explained is read in full.
 */
final class RecordAnswers {
  /** What is seldom seen is not worth code of its own, and a start does not wait for it. */
  private static final int OFTEN = 50;

  private final Shape shape;
  private final Asked asked;
  private final RecordReaders readers;
  private final int[] keptSlots;
  private final ClassValue<Seen> plans =
      new ClassValue<>() {
        @Override
        protected Seen computeValue(Class<?> type) {
          return new Seen();
        }
      };
  private volatile @Nullable Plan last;

  RecordAnswers(Shape shape, Asked asked, RecordReaders readers) {
    this.shape = shape;
    this.asked = asked;
    this.readers = readers;
    this.keptSlots = asked.keptSlots();
  }

  /**
   * What is asked of a shape.
   *
   * @param keptAt by slot, where its reading is kept; -1 for one that is not
   */
  @SuppressWarnings("ArrayRecordComponent") // two of them are never compared
  record Asked(Inquiry inquiry, Unanswered unanswered, int[] keptAt, List<Named> named) {
    int[] keptSlots() {
      int[] slots = new int[keptAt.length];
      int count = 0;
      for (int slot = 0; slot < keptAt.length; slot++) {
        if (keptAt[slot] >= 0) {
          slots[keptAt[slot]] = slot;
          count++;
        }
      }
      return Arrays.copyOf(slots, count);
    }
  }

  /** Answers for the slots that a record class does not give. */
  @FunctionalInterface
  interface Unanswered {
    /**
     * The words of those who say yes, then those of those who say no.
     *
     * @param given the slots that it gives
     */
    long[] answers(BitSet given);
  }

  /**
   * A slot that holds names.
   *
   * @param from where the answers begin among those about names
   */
  record Named(int slot, NameBits bits, int from) {}

  /** A record class, and how it is answered once it was seen often. */
  private static final class Seen {
    private volatile @Nullable Plan plan;

    /** About how often: threads that count at once may lose some. */
    private int times;

    boolean isOften() {
      return ++times >= OFTEN;
    }
  }

  /** How one record class is answered. It knows no layout, so that it keeps none in memory. */
  static final class Plan {
    private final Class<?> type;
    private final @Nullable RecordReader reader;
    private final int[] ignored;

    private Plan(Class<?> type, @Nullable RecordReader reader, int[] ignored) {
      this.type = type;
      this.reader = reader;
      this.ignored = ignored;
    }
  }

  /** Where the reading of a slot is kept; -1 for nowhere. */
  int keptAt(int slot) {
    return asked.keptAt()[slot];
  }

  /** The slots whose readings are kept, by where; not to be written to. */
  int[] keptSlots() {
    return keptSlots;
  }

  /**
   * Answers for a record as {@link RecordReader#answer} does.
   *
   * @param counted whether what goes nowhere was counted before
   * @return false where it is to be read into slots
   */
  boolean answer(
      Record source,
      boolean counted,
      long[] words,
      int from,
      int names,
      @Nullable Reading[] kept,
      int keptFrom) {
    try {
      Plan plan = plan(source.getClass());
      RecordReader reader = plan == null ? null : plan.reader;
      if (plan == null
          || reader == null
          || !reader.answer(source, words, from, names, kept, keptFrom)) {
        return false;
      }
      if (!counted && plan.ignored.length > 0) {
        shape.ignore(source.getClass(), plan.ignored);
      }
      return true;
    } catch (Throwable failed) {
      // Read into slots, the component that throws is told from those that do not.
      return false;
    }
  }

  private @Nullable Plan plan(Class<? extends Record> type) {
    Plan recent = last;
    if (recent != null && recent.type == type) {
      return recent;
    }
    Seen seen = plans.get(type);
    Plan known = seen.plan;
    if (known == null && seen.isOften()) {
      known = made(type);
      seen.plan = known;
    }
    if (known != null) {
      last = known;
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
        ComponentReader reader = shape.component(slot, plan.type(at));
        if (getter == null || reader == null) {
          readable = false;
        } else {
          MethodHandle primitive =
              shape.readsPlainly(slot, plan.type(at)) ? plan.primitive(at) : null;
          components.add(component(slot, primitive == null ? getter : primitive, reader));
        }
      }
    }
    RecordReader reader =
        readable
            ? readers.of(new RecordQuestions(asked.unanswered().answers(given), components))
            : null;
    return new Plan(type, reader, ignored.stream().mapToInt(Integer::intValue).toArray());
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
