package dev.zt.bench.runtime;

import dev.zt.Decision;
import dev.zt.Event;
import dev.zt.Request;
import dev.zt.engine.Engine;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it costs to add to a count, by an event and by a check, over keys in random order. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class UpdateBenchmark {
  /** Which key comes next. */
  @State(Scope.Thread)
  public static class Turns {
    private static final int SIZE = 1 << 20;

    /** How many keys there are. */
    @Param("1000")
    public int keys;

    /** To how many of them something is added, at random. */
    @Param("1000")
    public int used;

    private final int[] turns = new int[SIZE];
    private int turn;

    /** Makes up an order. */
    @Setup
    public void prepare() {
      Random random = new Random(1);
      for (int i = 0; i < SIZE; i++) {
        turns[i] = random.nextInt(used);
      }
    }

    int next() {
      turn = (turn + 1) & (SIZE - 1);
      return turns[turn];
    }
  }

  /** Events that were made before, each of whose keys is there already. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class Observing {
    private Event[] events;
    private Engine engine;

    /** Gets everything ready, and lets the collector put it where it stays. */
    @Setup
    public void prepare(Turns turns) {
      engine = Shop.open(Shop.FAILURES, new Ticking(), turns.keys);
      for (int i = 0; i < turns.keys; i++) {
        engine.observe(Shop.failure(i));
      }
      events = IntStream.range(0, turns.used).mapToObj(Shop::failure).toArray(Event[]::new);
      System.gc();
    }

    /** Ends the engine. */
    @TearDown
    public void close() {
      engine.close();
    }
  }

  /** The same with requests. */
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  abstract static class Asking {
    Request[] requests;
    Engine engine;

    void prepare(String policies, Turns turns) {
      engine = Shop.open(policies, new Ticking(), turns.keys);
      for (int i = 0; i < turns.keys; i++) {
        engine.check(Shop.purchase(i));
      }
      requests = IntStream.range(0, turns.used).mapToObj(Shop::purchase).toArray(Request[]::new);
      System.gc();
    }
  }

  /** Under policies that remember. */
  @State(Scope.Thread)
  public static class Remembering extends Asking {
    /** Gets everything ready. */
    @Setup
    public void prepare(Turns turns) {
      prepare(Shop.LIMITED, turns);
    }

    /** Ends the engine. */
    @TearDown
    public void close() {
      engine.close();
    }
  }

  /** Under policies that do not. */
  @State(Scope.Thread)
  public static class Forgetting extends Asking {
    /** Gets everything ready. */
    @Setup
    public void prepare(Turns turns) {
      prepare(Shop.UNLIMITED, turns);
    }

    /** Ends the engine. */
    @TearDown
    public void close() {
      engine.close();
    }
  }

  /** What a programmer would write who needs just this count. */
  @State(Scope.Thread)
  @SuppressWarnings("NullAway.Init") // JMH sets the fields.
  public static class CountingByHand {
    private Event[] events;
    private final Ticking clock = new Ticking();
    private final Map<String, Minutes> counts = new ConcurrentHashMap<>();

    /** Gets everything ready, and lets the collector put it where it stays. */
    @Setup
    public void prepare(Turns turns) {
      for (int i = 0; i < turns.keys; i++) {
        count(Shop.failure(i));
      }
      events = IntStream.range(0, turns.used).mapToObj(Shop::failure).toArray(Event[]::new);
      System.gc();
    }

    void count(Event event) {
      String who = Objects.requireNonNull(event.subject(), "who failed").reference().id();
      counts.computeIfAbsent(who, any -> new Minutes()).add(clock.instant().toEpochMilli());
    }
  }

  /** An event that counts. */
  @Benchmark
  public void observe(Turns turns, Observing state) {
    state.engine.observe(state.events[turns.next()]);
  }

  /** The same by hand. */
  @Benchmark
  public void observeByHand(Turns turns, CountingByHand state) {
    state.count(state.events[turns.next()]);
  }

  /** A check that reads a count and adds to it. */
  @Benchmark
  public Decision check(Turns turns, Remembering state) {
    return state.engine.check(state.requests[turns.next()]);
  }

  /** The same check of policies that remember nothing. */
  @Benchmark
  public Decision checkWithout(Turns turns, Forgetting state) {
    return state.engine.check(state.requests[turns.next()]);
  }
}
