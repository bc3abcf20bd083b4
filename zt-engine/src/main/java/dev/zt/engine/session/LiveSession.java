package dev.zt.engine.session;

import dev.zt.Decision;
import dev.zt.Request;
import dev.zt.Session;
import dev.zt.SessionChange;
import dev.zt.SessionListener;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A session. What it knows of itself is guarded by its own monitor while it is decided, and by a
 * stripe of its owner's where it must not wait for that.
 */
final class LiveSession extends SessionId implements Session {
  private static final int MOST_PENDING = 1_000;

  private final LiveSessions owner;
  private final Request request;
  private final SessionListener listener;
  private final long startedAt;
  private final Group[] groups;

  private volatile @Nullable Standpoint standpoint;
  private volatile Decision.@Nullable Deny end;
  private volatile long ownChange;
  private volatile boolean published;
  private volatile Set<String> outgrown = Set.of();

  /** What its listener has not heard; guarded by the stripe. */
  private @Nullable Deque<SessionChange> pending;

  /**
   * When it is to be decided again and its place among the others; guarded by {@link Deadlines}.
   */
  long deadline;

  int place = Deadlines.NOWHERE;

  LiveSession(
      LiveSessions owner,
      SessionId id,
      Request request,
      SessionListener listener,
      long startedAt,
      Group[] groups) {
    super(id.high(), id.low());
    this.owner = owner;
    this.request = request;
    this.listener = listener;
    this.startedAt = startedAt;
    this.groups = groups;
  }

  @Override
  public String id() {
    return text();
  }

  @Override
  public Instant startedAt() {
    return Instant.ofEpochMilli(startedAt);
  }

  @Override
  public Request request() {
    return request;
  }

  @Override
  public Decision decision() {
    Decision.Deny ended = end;
    return ended == null ? owner.current(this) : ended;
  }

  @Override
  public boolean live() {
    return end == null;
  }

  @Override
  public void close() {
    owner.close(this);
  }

  SessionListener listener() {
    return listener;
  }

  long startedAtMillis() {
    return startedAt;
  }

  /** The group of the subject comes first. */
  Group subject() {
    return groups[0];
  }

  Group[] groups() {
    return groups;
  }

  @Nullable Standpoint standpoint() {
    return standpoint;
  }

  void standpoint(Standpoint now) {
    standpoint = now;
  }

  Decision.@Nullable Deny end() {
    return end;
  }

  void end(Decision.Deny denial) {
    end = denial;
  }

  /** Whether something may have been published under its id. */
  boolean published() {
    return published;
  }

  /** Something was; to be called before that counts as a change. */
  void publishes() {
    published = true;
  }

  /** The signals of its request of which something newer was seen. */
  Set<String> outgrown() {
    return outgrown;
  }

  /** Notes another one. To be called under the stripe. */
  void outgrow(String signal) {
    if (!outgrown.contains(signal)) {
      Set<String> all = new HashSet<>(outgrown);
      all.add(signal);
      outgrown = Set.copyOf(all);
    }
  }

  long ownChange() {
    return ownChange;
  }

  /** Notes a change of what is this session's alone. To be called under the stripe. */
  void ownChange(long number) {
    ownChange = Math.max(ownChange, number);
  }

  /** The number of the last change of something that a decision of it rests on. */
  long lastChange(List<Group> remembered) {
    long last = ownChange;
    for (Group group : groups) {
      last = Math.max(last, group.version());
    }
    for (Group group : remembered) {
      last = Math.max(last, group.version());
    }
    return last;
  }

  /**
   * Adds what its listener is to hear. To be called under the stripe.
   *
   * @return whether nobody tells it yet
   */
  boolean tell(SessionChange change) {
    Deque<SessionChange> waiting = pending;
    if (waiting == null) {
      pending = new ArrayDeque<>(1);
      pending.add(change);
      return true;
    }
    SessionChange last = waiting.size() >= MOST_PENDING ? waiting.pollLast() : null;
    waiting.add(
        last == null
            ? change
            : new SessionChange(
                this, change.cause(), change.detail(), last.before(), change.after()));
    return false;
  }

  /** The next that its listener is to hear; null when nothing is left. Under the stripe. */
  @Nullable SessionChange next() {
    Deque<SessionChange> waiting = pending;
    SessionChange next = waiting == null ? null : waiting.poll();
    if (next == null) {
      pending = null;
    }
    return next;
  }
}
