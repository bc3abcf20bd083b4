package dev.zt.engine.session;

import dev.zt.SessionChange.Cause;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sessions that rest on one thing: a subject, a key of a signal, what is remembered under a
 * key. Its version is the number of the last change of that thing. Most have one member, which is
 * held without a set around it.
 */
final class Group {
  private final Object key;
  private @Nullable LiveSession only;
  private @Nullable SessionSet several;
  private Cause cause = Cause.SIGNAL;
  private Object detail = "";
  private boolean awaitsReview;
  private volatile long version;

  Group(Object key) {
    this.key = key;
  }

  Object key() {
    return key;
  }

  long version() {
    return version;
  }

  synchronized Cause cause() {
    return cause;
  }

  synchronized String detail() {
    return detail.toString();
  }

  synchronized void add(LiveSession session) {
    if (several != null) {
      several.add(session);
    } else if (only == null) {
      only = session;
    } else {
      several = new SessionSet();
      several.add(only);
      several.add(session);
      only = null;
    }
  }

  /** Whether nobody is left. */
  synchronized boolean remove(LiveSession session) {
    if (several != null) {
      several.remove(session);
      return several.size() == 0;
    }
    only = null;
    return true;
  }

  synchronized int size() {
    return several == null ? only == null ? 0 : 1 : several.size();
  }

  synchronized List<LiveSession> members() {
    if (several != null) {
      return several.toList();
    }
    return only == null ? List.of() : List.of(only);
  }

  /**
   * Notes a change.
   *
   * @param number greater than that of every change before
   * @return whether a review of the members is to be asked for, which is not already
   */
  synchronized boolean change(long number, Cause what, Object of) {
    version = Math.max(version, number);
    cause = what;
    detail = of;
    boolean first = !awaitsReview;
    awaitsReview = true;
    return first;
  }

  /** Begins a review: a change from now on asks for another. */
  synchronized List<LiveSession> reviewed() {
    awaitsReview = false;
    return members();
  }
}
