package dev.zt.engine.facts;

import dev.zt.Bound;
import dev.zt.Entity;
import dev.zt.Event;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.policy.value.Reading;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Answers what policies ask of requests under one layout. For a record that is seen for the first
 * time it is answered straight from its components, and nothing else is made of it: most that are
 * made for one request are never seen again. Thread-safe.
 */
final class RequestAnswers {
  private final Layout layout;
  private final Answers places;
  private final Glimpse glimpse;

  /** By number of the resource's and of the subject's type; null where nobody asked yet. */
  private final AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable Pairs>> pairs;

  /** The answers about a signal that is not given, by number; null where all are unknown. */
  private final long[] @Nullable [] unobserved;

  /** The bits of those of the first signals about which there are such answers. */
  private final long answeredUnobserved;

  RequestAnswers(Layout layout) {
    this.layout = layout;
    this.places = layout.answers();
    this.glimpse = new Glimpse(layout);
    this.pairs = new AtomicReferenceArray<>(layout.entityTypes());
    this.unobserved = new long[layout.signals()][];
    long answered = 0;
    for (int signal = 0; signal < unobserved.length; signal++) {
      SignalShape shape = layout.signalShape(signal);
      unobserved[signal] = shape.inquiry().unobserved(shape.shape().blank());
      answered |= unobserved[signal] == null ? 0 : 1L << signal;
    }
    this.answeredUnobserved = answered;
  }

  /** The words of a request. */
  long[] of(
      Request asked,
      EntityShape subject,
      Action action,
      EntityShape resource,
      @Nullable Said said) {
    Pairs together = pairs(subject, resource);
    long[] words = new long[places.words()];
    @Nullable Reading[] readings = together.room();
    Described ofSubject = said == null ? null : said.subject();
    if (ofSubject == null) {
      answer(asked.subject(), subject, words, places.subject(), places.roles(), readings, 0);
    } else {
      answer(ofSubject, subject, words, places.subject(), readings, 0);
      new Membership(layout, ofSubject.slots()).answer(words, places.roles());
    }
    int resourceFrom = together.resourceFrom();
    Described ofResource = said == null ? null : said.resource();
    if (ofResource == null) {
      answer(asked.resource(), resource, words, places.resource(), -1, readings, resourceFrom);
    } else {
      answer(ofResource, resource, words, places.resource(), readings, resourceFrom);
    }
    answer(asked.signals(), words, readings, together);
    add(action.answers(), words);
    together.answer(asked, action, readings, places.pairs(), words);
    return words;
  }

  /** The words of an event, which nobody asks about pairs of its readings. */
  long[] ofEvent(Event event, Action none, Described subject) {
    long[] words = new long[places.words()];
    long[] own = subject.shape().inquiry().answersOfGiven(subject.slots());
    System.arraycopy(own, 0, words, places.subject(), own.length);
    System.arraycopy(own, 0, words, places.resource(), own.length);
    new Membership(layout, subject.slots()).answer(words, places.roles());
    SignalFacts signals = layout.signals(event.signals());
    for (int number = 0; number < unobserved.length; number++) {
      answerObserved(signals, number, words);
    }
    add(none.answers(), words);
    return words;
  }

  // ---- entities ----

  private void answer(
      Entity entity,
      EntityShape shape,
      long[] words,
      int from,
      int names,
      @Nullable Reading[] readings,
      int readingsFrom) {
    Bound known = entity.bound(layout);
    Record record = known == null ? BoundEntity.recordOf(entity) : null;
    if (record != null
        && shape.answer(entity, record, false, words, from, names, readings, readingsFrom)) {
      entity.keep(glimpse);
      return;
    }
    BoundEntity bound = known instanceof BoundEntity read ? read : layout.declared(entity);
    bound.answer(layout, words, from, names);
    int[] kept = shape.records().keptSlots();
    for (int at = 0; at < kept.length; at++) {
      readings[readingsFrom + at] = bound.reading(kept[at]);
    }
  }

  private static void answer(
      Described said,
      EntityShape shape,
      long[] words,
      int from,
      @Nullable Reading[] readings,
      int readingsFrom) {
    long[] own = shape.inquiry().answersOfGiven(said.slots());
    System.arraycopy(own, 0, words, from, own.length);
    int[] kept = shape.records().keptSlots();
    for (int at = 0; at < kept.length; at++) {
      readings[readingsFrom + at] = said.slots()[kept[at]];
    }
  }

  // ---- signals ----

  /** Answers for signals one by one; for several observations of one when all are together. */
  private void answer(
      List<Signal> given, long[] words, @Nullable Reading[] readings, Pairs together) {
    long seen = 0;
    for (int at = 0; at < given.size(); at++) {
      Signal signal = given.get(at);
      SignalShape shape = layout.shapeOf(signal);
      if (shape != null) {
        int number = shape.number();
        if (number >= Long.SIZE || (seen >>> number & 1) != 0) {
          answerTogether(given, words, readings, together);
          return;
        }
        seen |= 1L << number;
        answer(signal, shape, words, readings, together.signalFrom(number));
      }
    }
    if (unobserved.length > Long.SIZE) {
      answerTogether(given, words, readings, together);
      return;
    }
    for (long rest = answeredUnobserved & ~seen; rest != 0; rest &= rest - 1) {
      add(unobserved[Long.numberOfTrailingZeros(rest)], words);
    }
  }

  private void answer(
      Signal signal,
      SignalShape shape,
      long[] words,
      @Nullable Reading[] readings,
      int readingsFrom) {
    Bound known = signal.bound(layout);
    Record record = known == null ? BoundSignal.recordOf(signal) : null;
    if (record != null
        && shape.records().answer(record, false, words, 0, -1, readings, readingsFrom)) {
      signal.keep(glimpse);
      return;
    }
    BoundSignal bound = known instanceof BoundSignal read ? read : layout.declared(signal);
    add(bound.answers(), words);
    int[] kept = shape.records().keptSlots();
    for (int at = 0; at < kept.length; at++) {
      readings[readingsFrom + at] = bound.reading(kept[at]);
    }
  }

  private void answerTogether(
      List<Signal> given, long[] words, @Nullable Reading[] readings, Pairs together) {
    SignalFacts facts = layout.signals(given);
    Arrays.fill(words, places.context(), places.subject(), 0);
    for (int number = 0; number < unobserved.length; number++) {
      answerObserved(facts, number, words);
      int[] kept = layout.signalShape(number).records().keptSlots();
      for (int at = 0; at < kept.length; at++) {
        readings[together.signalFrom(number) + at] = facts.given(number, kept[at]);
      }
    }
  }

  private void answerObserved(SignalFacts facts, int number, long[] words) {
    Observation observation = facts.of(number);
    add(observation == null ? unobserved[number] : observation.answers(), words);
  }

  private static void add(long @Nullable [] more, long[] words) {
    if (more != null) {
      for (int at = 0; at < more.length; at++) {
        words[at] |= more[at];
      }
    }
  }

  // ---- pairs ----

  private Pairs pairs(EntityShape subject, EntityShape resource) {
    AtomicReferenceArray<@Nullable Pairs> ofResource = pairs.get(resource.number());
    if (ofResource == null) {
      ofResource = new AtomicReferenceArray<>(layout.entityTypes());
      pairs.set(resource.number(), ofResource);
    }
    Pairs known = ofResource.get(subject.number());
    if (known == null) {
      known = layout.questions().pairs(subject, resource, layout);
      ofResource.set(subject.number(), known);
    }
    return known;
  }
}
