package dev.zt.bench.contender;

import dev.zt.bench.workload.Workload;
import java.time.Instant;

/** A way to decide. */
public interface Contender {
  /** The name under which it stands in tables. */
  String title();

  /** Whether it can answer the workload of that name. */
  default boolean answers(String workload) {
    return true;
  }

  /**
   * Gets ready to answer the workload's questions at that instant.
   *
   * @throws Exception if the engine cannot be started or refuses the policy
   */
  Answering prepare(Workload workload, Instant now) throws Exception;
}
