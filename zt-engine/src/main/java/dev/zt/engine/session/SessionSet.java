package dev.zt.engine.session;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, each once: in an array in about the order in which they came, with a table of their
 * places in it, which takes 16 bytes a session or so. Not thread-safe.
 */
final class SessionSet {
  private static final int SMALLEST = 4;

  private @Nullable LiveSession[] members = new @Nullable LiveSession[SMALLEST];

  /** Where in the array a session is, counted from 1; 0 for nothing. Open addressing. */
  private int[] places = new int[2 * SMALLEST];

  private int size;

  int size() {
    return size;
  }

  void add(LiveSession session) {
    if (places[find(session)] != 0) {
      return;
    }
    if (size == members.length) {
      members = Arrays.copyOf(members, size + size / 2);
    }
    members[size++] = session;
    if (2 * size > places.length) {
      places = new int[2 * places.length];
      for (int i = 0; i < size; i++) {
        places[find(at(i))] = i + 1;
      }
    } else {
      places[find(session)] = size;
    }
  }

  void remove(LiveSession session) {
    int hole = find(session);
    int place = places[hole];
    if (place == 0) {
      return;
    }
    LiveSession last = at(size - 1);
    places[find(last)] = place;
    members[place - 1] = last;
    close(hole);
    members[--size] = null;
  }

  List<LiveSession> toList() {
    return List.of(Arrays.copyOf(members, size, LiveSession[].class));
  }

  /** Where in the table a session is, or where it may be put. */
  private int find(LiveSession session) {
    int at = home(session);
    while (places[at] != 0 && !at(places[at] - 1).equals(session)) {
      at = next(at);
    }
    return at;
  }

  /** Empties a place of the table and moves up what would not be found any more. */
  private void close(int place) {
    int hole = place;
    places[hole] = 0;
    for (int at = next(hole); places[at] != 0; at = next(at)) {
      int home = home(at(places[at] - 1));
      boolean stays = hole <= at ? hole < home && home <= at : hole < home || home <= at;
      if (!stays) {
        places[hole] = places[at];
        places[at] = 0;
        hole = at;
      }
    }
  }

  private int home(LiveSession session) {
    int hash = session.hashCode() * 0x9E3779B9;
    return (hash ^ (hash >>> 16)) & (places.length - 1);
  }

  private int next(int place) {
    return (place + 1) & (places.length - 1);
  }

  private LiveSession at(int member) {
    return Objects.requireNonNull(members[member], "a session");
  }
}
