package dev.zt.engine.session;

import dev.zt.Decision;
import dev.zt.Request;
import dev.zt.engine.signal.Attendance;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides what sessions ask. Thread-safe. */
public interface Judge {
  /** Decides, and lets the decision count for whatever is remembered and recorded. */
  Decision enter(Request request, Attendance attendance, long now);

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
   * A decision.
   *
   * @param reads what it rests on beside signals, the subject's grants and its other sessions: any
   *     keys that {@link LiveSessions#remembered} is told of
   */
  record Judgement(Decision decision, Set<Object> reads) {}
}
