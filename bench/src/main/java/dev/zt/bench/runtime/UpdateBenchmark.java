package dev.zt.bench.runtime;

import dev.zt.Decision;
import dev.zt.Event;
import dev.zt.Request;
import dev.zt.engine.Engine;
import java.util.Random;
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
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class UpdateBenchmark {
  private static final int TURNS = 1 << 20;

  /** How many keys there are. */
  @Param("1000")
  public int keys;

  /** To how many of them something is added, at random. */
  @Param("1000")
  public int used;

  private final int[] turns = new int[TURNS];
  private int turn;
  private Event[] events;
  private Request[] requests;
  private Engine failures;
  private Engine limited;
  private Engine unlimited;

  /** Gets engines, events and requests ready; each key is there already. */
  @Setup
  public void prepare() {
    Random random = new Random(1);
    for (int i = 0; i < TURNS; i++) {
      turns[i] = random.nextInt(used);
    }
    failures = Shop.open(Shop.FAILURES, new Ticking(), keys);
    limited = Shop.open(Shop.LIMITED, new Ticking(), keys);
    unlimited = Shop.open(Shop.UNLIMITED, new Ticking(), keys);
    events = IntStream.range(0, keys).mapToObj(Shop::failure).toArray(Event[]::new);
    requests = IntStream.range(0, keys).mapToObj(Shop::purchase).toArray(Request[]::new);
    for (int i = 0; i < keys; i++) {
      failures.observe(events[i]);
      limited.check(requests[i]);
      unlimited.check(requests[i]);
    }
  }

  /** Ends the engines. */
  @TearDown
  public void close() {
    failures.close();
    limited.close();
    unlimited.close();
  }

  private int next() {
    turn = (turn + 1) & (TURNS - 1);
    return turns[turn];
  }

  /** An event that counts. */
  @Benchmark
  public void observe() {
    failures.observe(events[next()]);
  }

  /** A check that reads a count and adds to it. */
  @Benchmark
  public Decision check() {
    return limited.check(requests[next()]);
  }

  /** The same check of policies that remember nothing. */
  @Benchmark
  public Decision checkWithout() {
    return unlimited.check(requests[next()]);
  }
}
