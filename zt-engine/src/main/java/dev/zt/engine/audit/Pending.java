package dev.zt.engine.audit;

import dev.zt.AuditRecord;
import java.util.concurrent.locks.LockSupport;

/** A record on its way to the device, and whoever waits for it. */
final class Pending {
  private final AuditRecord record;
  private final Thread waiting = Thread.currentThread();
  private volatile State state = State.UNDECIDED;

  private enum State {
    UNDECIDED,
    KEPT,
    LOST
  }

  Pending(AuditRecord record) {
    this.record = record;
  }

  AuditRecord record() {
    return record;
  }

  void kept() {
    decide(State.KEPT);
  }

  void lost() {
    decide(State.LOST);
  }

  private void decide(State to) {
    state = to;
    LockSupport.unpark(waiting);
  }

  /**
   * Waits until the record is kept or lost, or the time is over.
   *
   * @param deadline in the time of {@link System#nanoTime}
   * @return whether it is kept
   */
  boolean await(long deadline) {
    boolean interrupted = false;
    while (state == State.UNDECIDED) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      LockSupport.parkNanos(this, left);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return state == State.KEPT;
  }
}
