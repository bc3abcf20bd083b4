package dev.zt;

import java.time.Duration;
import java.util.List;

/**
 * Where the records of what an engine decided and did go.
 *
 * <p>Thread-safe. An engine calls it on the thread that checks, after the verdict.
 */
public interface AuditSink extends AutoCloseable {
  /**
   * Takes a record.
   *
   * @param patience how long the caller is ready to wait for room; zero for not at all
   * @return whether the record is kept, as safely as this sink promises. After a false it may still
   *     turn up later, but nobody may count on it.
   */
  boolean append(AuditRecord record, Duration patience);

  /**
   * Takes several records, in order, of one batch of decisions.
   *
   * @param patience as in {@link #append}
   * @return of each, in the same order, whether it is kept
   */
  default List<Boolean> appendAll(List<AuditRecord> records, Duration patience) {
    return records.stream().map(each -> append(each, patience)).toList();
  }

  /** Keeps everything that was taken and refuses what comes later. Closing twice has no effect. */
  @Override
  void close();
}
