package dev.zt.engine.signal;

import dev.zt.Signal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a live session says of itself, and with what it was opened.
 *
 * @param id its id
 * @param startedAt when it was opened, in epoch milliseconds
 * @param concurrent how many other sessions of the same subject are live
 * @param opening the signals that the request carried that opened it
 */
public record Attendance(String id, long startedAt, int concurrent, List<Signal> opening) {
  /** The fields of the signal {@code session} that the engine keeps. */
  static final Set<String> KEPT = Set.of("id", "started_at", "age", "concurrent");

  Signal signal() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("id", id);
    fields.put("started_at", Instant.ofEpochMilli(startedAt));
    fields.put("concurrent", concurrent);
    return Signal.of("session", fields);
  }
}
