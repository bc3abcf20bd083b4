package dev.zt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Outcome;
import dev.zt.SessionChange;
import dev.zt.SessionListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A listener that keeps what it hears. */
final class Heard implements SessionListener {
  private final BlockingQueue<SessionChange> changes = new LinkedBlockingQueue<>();

  @Override
  public void changed(SessionChange change) {
    changes.add(change);
  }

  /** The next change; fails the test when none comes. */
  SessionChange next() {
    try {
      SessionChange change = changes.poll(20, TimeUnit.SECONDS);
      assertThat(change).as("a change that the listener was to hear").isNotNull();
      return change;
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  Outcome nextOutcome() {
    return next().after().outcome();
  }

  boolean nothing() {
    return changes.isEmpty();
  }

  /** Whether each change of the outcome begins where the one before ended. */
  static boolean isChain(Decision first, List<SessionChange> changes) {
    Decision last = first;
    for (SessionChange change : changes) {
      if (change.before().outcome() != last.outcome()
          || change.before().outcome() == change.after().outcome()) {
        return false;
      }
      last = change.after();
    }
    return true;
  }

  List<SessionChange> all() {
    return new ArrayList<>(changes);
  }
}
