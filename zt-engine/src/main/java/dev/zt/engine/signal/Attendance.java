package dev.zt.engine.signal;

import dev.zt.Signal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a live session says of itself, and with what it was opened.
 *
 * @param id its id, which takes a moment to write
 * @param startedAt when it was opened, in epoch milliseconds
 * @param concurrent how many other sessions of the same subject are live
 * @param published whether something may have been published under its id
 * @param opening the signals that the request carried that opened it
 * @param outgrown the names of those of which something newer was seen, which do not count any more
 *     even when that is lost
 * @param outgrow hears of another one
 */
public record Attendance(
    Supplier<String> id,
    long startedAt,
    int concurrent,
    boolean published,
    List<Signal> opening,
    Set<String> outgrown,
    Consumer<String> outgrow) {
  /** The fields of the signal {@code session} that the engine keeps. */
  static final Set<String> KEPT = Set.of("id", "started_at", "age", "concurrent");

  Signal signal() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("id", id.get());
    fields.put("started_at", Instant.ofEpochMilli(startedAt));
    fields.put("concurrent", concurrent);
    return Signal.of("session", fields);
  }
}
