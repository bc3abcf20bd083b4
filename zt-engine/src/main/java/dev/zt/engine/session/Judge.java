package dev.zt.engine.session;

import dev.zt.Decision;
import dev.zt.Request;
import dev.zt.engine.signal.Attendance;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides what sessions ask. Thread-safe. */
public interface Judge {
  /** Prepares a decision that is to count for whatever is remembered and recorded. */
  Entry entry(Request request, Attendance attendance, long now);

  /** Decides and remembers nothing. */
  Judgement judge(Request request, Attendance attendance, long now);

  /** Whether the policies ask for what happened, so that deciding tells what of it was read. */
  boolean remembers();

  /** Whether some policy asks how many sessions a subject has. */
  boolean readsConcurrency();

  /** The id of the device that a request carries. */
  @Nullable String device(Request request);

  /** The version of the policies in force. */
  String policyVersion();

  /**
   * A decision that is still to be made.
   *
   * @param reads what it will rest on as things are, as in a {@link Judgement}
   * @param decision makes it, and lets it count
   */
  record Entry(Set<Object> reads, Supplier<Decision> decision) {}

  /**
   * A decision.
   *
   * @param reads what it rests on beside signals, the subject's grants and its other sessions: any
   *     keys that {@link LiveSessions#remembered} is told of
   */
  record Judgement(Decision decision, Set<Object> reads) {}
}
