package dev.zt.bench;

import dev.zt.bench.contender.Answering;
import dev.zt.bench.workload.Workload;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The time of one decision, over varied questions that were made before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets the fields.
public class DecisionBenchmark {
  /** The workload's name. */
  @Param("core")
  public String workload;

  /** The workload's size. */
  @Param("12")
  public int size;

  /** The contender's name. */
  @Param("hand-written")
  public String contender;

  private Answering answering;

  /** Which question a thread asks next. */
  @State(Scope.Thread)
  public static class Turn {
    private int next;

    int take() {
      next = (next + 1) & (Workload.QUESTIONS - 1);
      return next;
    }
  }

  /** Gets the contender ready, and finds its answers right. */
  @Setup
  public void prepare() throws Exception {
    answering = Patience.within(new Trial(workload, size, contender)::checked);
  }

  /** Ends what the contender started. */
  @TearDown
  public void close() {
    answering.close();
  }

  /** One decision. */
  @Benchmark
  public Object decide(Turn turn) throws Exception {
    return answering.decide(turn.take());
  }
}
