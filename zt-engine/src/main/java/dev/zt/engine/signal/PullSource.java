package dev.zt.engine.signal;

import dev.zt.Signal;
import dev.zt.SourceLimits;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A source and what it answered. It is asked for one key only once at a time, whoever waits.
 *
 * <p>Thread-safe. No caller waits longer than the limit, and none hears an exception.
 */
final class PullSource {
  /** By how much readings of a clock may differ that was not put back. */
  private static final long SKEW = 30_000;

  private final String signal;
  private final Question question;
  private final SourceLimits limits;
  private final Executor threads;
  private final InstantSource clock;
  private final Consumer<SignalKey> changed;
  private final Bounded<SignalKey, Answer> answers;
  private final ConcurrentMap<SignalKey, Flight<Answer>> flights = new ConcurrentHashMap<>();
  private final LongAdder late = new LongAdder();

  PullSource(
      String signal,
      Question question,
      SourceLimits limits,
      Executor threads,
      InstantSource clock,
      Consumer<SignalKey> changed) {
    this.signal = signal;
    this.question = question;
    this.limits = limits;
    this.threads = threads;
    this.clock = clock;
    this.changed = changed;
    this.answers = new Bounded<>(limits.entries(), Answer::until, dropped -> {}, key -> {});
  }

  /** What the application answers with. */
  @FunctionalInterface
  interface Question {
    @Nullable Signal ask(Object owner) throws Exception;
  }

  /** How often it failed or did not answer in time. */
  long late() {
    return late.sum();
  }

  /** How many answers were forgotten for want of room. */
  long evicted() {
    return answers.evicted();
  }

  /** What is known under a key; asks and waits when nothing is, or no longer. */
  Supply supply(SignalKey key, SignalPlan plan, long now) {
    Answer answer = answers.get(key);
    if (answer == null || !answer.holds(now)) {
      return supply(flight(key, plan), now);
    }
    if (now < answer.askAgainAt()) {
      return new Supply(answer.observation(), answer.askAgainAt());
    }
    flight(key, plan);
    return new Supply(answer.observation(), answer.until());
  }

  /** Asks when nothing is known under a key, or no longer, and does not wait. */
  void ask(SignalKey key, SignalPlan plan, long now) {
    Answer answer = answers.get(key);
    if (answer == null || !answer.holds(now)) {
      flight(key, plan);
    }
  }

  private Supply supply(Flight<Answer> flight, long now) {
    try {
      Answer answer = flight.await(limits.patience());
      if (answer != null) {
        return new Supply(answer.observation(), answer.askAgainAt());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    late.increment();
    String detail = "the source did not answer within " + limits.patience().toMillis() + " ms";
    return Supply.failed(signal, detail, now, now + limits.retry().toMillis());
  }

  private Flight<Answer> flight(SignalKey key, SignalPlan plan) {
    Flight<Answer> running = flights.get(key);
    if (running != null) {
      return running;
    }
    Flight<Answer> fresh = new Flight<>();
    Flight<Answer> other = flights.putIfAbsent(key, fresh);
    if (other != null) {
      return other;
    }
    try {
      threads.execute(() -> ask(key, fresh, plan));
    } catch (RuntimeException refused) {
      land(key, fresh, failure("no thread is free to ask the source", clock.millis()));
    }
    return fresh;
  }

  /** Whatever becomes of the question, nobody waits for it any more. */
  private void ask(SignalKey key, Flight<Answer> flight, SignalPlan plan) {
    Answer answer = null;
    try {
      answer = asked(key, plan);
    } finally {
      land(key, flight, answer == null ? failure("the source broke down", clock.millis()) : answer);
    }
  }

  private Answer asked(SignalKey key, SignalPlan plan) {
    long askedAt = clock.millis();
    try {
      Signal answer = question.ask(key.owner());
      if (answer == null) {
        return Answer.of(null, askedAt, askedAt + limits.keep().toMillis());
      }
      if (!answer.name().equals(signal)) {
        return failure("the source answers with `" + answer.name() + "`", askedAt);
      }
      return answer(Observation.of(answer, plan.layout(), askedAt), plan.fresh().get(signal));
    } catch (Exception | LinkageError | StackOverflowError | AssertionError thrown) {
      return failure("the source threw " + thrown.getClass().getSimpleName(), askedAt);
    }
  }

  private Answer answer(Observation observation, @Nullable Long fresh) {
    long askedAt = observation.arrivedAt();
    if (observation.signal().failure() != null) {
      late.increment();
      return Answer.of(observation, askedAt, askedAt + limits.retry().toMillis());
    }
    long until = askedAt + limits.keep().toMillis();
    if (fresh != null && observation.madeAt() != Long.MIN_VALUE) {
      until = Math.min(until, observation.madeAt() + fresh + 1);
    }
    boolean staleAlready = until <= askedAt;
    return Answer.of(
        observation, askedAt, staleAlready ? askedAt + limits.retry().toMillis() : until);
  }

  private Answer failure(String detail, long askedAt) {
    late.increment();
    Observation observation =
        new Observation(Signal.failed(signal, detail), Long.MIN_VALUE, askedAt);
    return Answer.of(observation, askedAt, askedAt + limits.retry().toMillis());
  }

  /** The answer is there before the flight is gone, so that nobody asks in between. */
  private void land(SignalKey key, Flight<Answer> flight, Answer answer) {
    Answer stays = answers.compute(key, (same, present) -> staying(answer, present));
    flights.remove(key, flight);
    flight.land(stays == null ? answer : stays);
    if (answer.equals(stays)) {
      changed.accept(key);
    }
  }

  private Answer staying(Answer arriving, @Nullable Answer present) {
    long now = clock.millis();
    if (present == null || !present.holds(now)) {
      return arriving;
    }
    long again = now + limits.retry().toMillis();
    Observation before = present.observation();
    Observation after = arriving.observation();
    boolean failed = after != null && after.signal().failure() != null;
    boolean older =
        before != null
            && after != null
            && before.signal().failure() == null
            && !after.replaces(before, now);
    return failed || older ? present.askedAgainAt(again) : arriving;
  }

  /**
   * What a source answered.
   *
   * @param observation null when it knows nothing under that key
   * @param askedAt when it was asked, in epoch milliseconds
   * @param until epoch milliseconds until which it may be used
   * @param askAgainAt when the source is to be asked again while the answer is still used
   */
  private record Answer(
      @Nullable Observation observation, long askedAt, long until, long askAgainAt) {
    static Answer of(@Nullable Observation observation, long askedAt, long until) {
      return new Answer(observation, askedAt, until, until - (until - askedAt) / 4);
    }

    Answer askedAgainAt(long instant) {
      return new Answer(observation, askedAt, until, Math.min(instant, until));
    }

    /**
     * Whether it may be used: not after its time, and not before it when the clock was put back.
     */
    boolean holds(long now) {
      return now < until && now >= askedAt - SKEW;
    }
  }
}
