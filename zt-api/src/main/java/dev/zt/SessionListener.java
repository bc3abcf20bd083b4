package dev.zt;

/**
 * Hears how the decision of a session changes: each change once, in order, on a thread of the
 * engine. The changes of two sessions may come at the same time.
 *
 * <p>One that is slow hears of its session late and holds up no other; when more than a thousand
 * changes wait for it, those in between are joined into one. One that throws is counted and hears
 * the next change.
 */
@FunctionalInterface
public interface SessionListener {
  /** Does nothing. */
  SessionListener NONE = change -> {};

  /** The outcome, the obligations or the challenges have changed. */
  void changed(SessionChange change);
}
