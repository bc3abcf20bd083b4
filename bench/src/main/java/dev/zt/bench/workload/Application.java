package dev.zt.bench.workload;

import dev.zt.Request;
import java.time.InstantSource;

/**
 * An application's own side of a workload: its typed data, and the decision as a programmer writes
 * it when there is no engine.
 */
public interface Application {
  /** The decision about a question whose records were made before. */
  boolean permits(int question, InstantSource clock);

  /** Makes the question's records from what came in, then decides as {@link #permits} does. */
  boolean permitsAnew(int question, InstantSource clock);

  /** Makes the question's records from what came in, and a request from these. */
  Request request(int question);
}
