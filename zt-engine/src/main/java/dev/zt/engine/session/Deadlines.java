package dev.zt.engine.session;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * When sessions are to be decided again, earliest first: a binary heap in which each session knows
 * its place. Not thread-safe.
 */
final class Deadlines {
  static final int NOWHERE = -1;

  private @Nullable LiveSession[] heap = new @Nullable LiveSession[16];
  private int size;

  /** The earliest deadline, or {@link Long#MAX_VALUE}. */
  long earliest() {
    return size == 0 ? Long.MAX_VALUE : at(0).deadline;
  }

  int size() {
    return size;
  }

  /** Sets the deadline of a session; {@link Long#MAX_VALUE} for none. */
  void set(LiveSession session, long deadline) {
    if (deadline == Long.MAX_VALUE) {
      remove(session);
      return;
    }
    if (session.place != NOWHERE && session.deadline == deadline) {
      return;
    }
    session.deadline = deadline;
    if (session.place == NOWHERE) {
      if (size == heap.length) {
        heap = Arrays.copyOf(heap, size * 2);
      }
      session.place = size++;
    }
    settle(session);
  }

  void remove(LiveSession session) {
    int hole = session.place;
    if (hole == NOWHERE) {
      return;
    }
    session.place = NOWHERE;
    LiveSession last = at(--size);
    heap[size] = null;
    if (hole < size) {
      last.place = hole;
      settle(last);
    }
  }

  /** Takes the session whose deadline is the earliest. */
  LiveSession take() {
    LiveSession first = at(0);
    remove(first);
    return first;
  }

  private void settle(LiveSession session) {
    int place = session.place;
    while (place > 0 && session.deadline < at((place - 1) / 2).deadline) {
      move(at((place - 1) / 2), place);
      place = (place - 1) / 2;
    }
    for (int child = 2 * place + 1; child < size; child = 2 * place + 1) {
      int earlier =
          child + 1 < size && at(child + 1).deadline < at(child).deadline ? child + 1 : child;
      if (at(earlier).deadline >= session.deadline) {
        break;
      }
      move(at(earlier), place);
      place = earlier;
    }
    move(session, place);
  }

  private void move(LiveSession session, int place) {
    heap[place] = session;
    session.place = place;
  }

  private LiveSession at(int place) {
    LiveSession session = heap[place];
    if (session == null) {
      throw new IllegalStateException("nothing at " + place);
    }
    return session;
  }
}
