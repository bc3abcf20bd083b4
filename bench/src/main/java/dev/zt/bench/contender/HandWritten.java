package dev.zt.bench.contender;

import dev.zt.bench.workload.Application;
import dev.zt.bench.workload.Workload;
import java.time.Instant;
import java.time.InstantSource;

/** Java that a programmer writes for this one policy; the measure of all others. */
record HandWritten(boolean anew) implements Contender {
  @Override
  public String title() {
    return anew ? "hand-written, records made anew" : "hand-written";
  }

  @Override
  public Answering prepare(Workload workload, Instant now) {
    Application application = workload.application();
    InstantSource clock = InstantSource.fixed(now);
    return anew
        ? (Plain) question -> application.permitsAnew(question, clock)
        : (Plain) question -> application.permits(question, clock);
  }

  /** Answers yes or no. */
  interface Plain extends Answering {
    boolean yes(int question);

    @Override
    default Object decide(int question) {
      return yes(question);
    }

    @Override
    default boolean permits(Object answer) {
      return (Boolean) answer;
    }
  }
}
