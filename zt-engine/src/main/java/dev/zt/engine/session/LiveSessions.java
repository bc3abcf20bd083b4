package dev.zt.engine.session;

import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.EntityRef;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Session;
import dev.zt.SessionChange;
import dev.zt.SessionChange.Cause;
import dev.zt.SessionLimits;
import dev.zt.SessionListener;
import dev.zt.Sessions;
import dev.zt.engine.session.Judge.Entry;
import dev.zt.engine.session.Judge.Judgement;
import dev.zt.engine.signal.Attendance;
import dev.zt.engine.signal.SignalKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The sessions of an engine. Thread-safe. */
public final class LiveSessions implements Sessions, AutoCloseable {
  private static final String SESSION = "session";
  private static final String DEVICE = "device";
  private static final int STRIPES = 256;

  private final Judge judge;
  private final InstantSource clock;
  private final int most;
  private final Runnable begun;
  private final Consumer<SessionChange> witness;
  private final ConcurrentMap<SessionId, LiveSession> sessions = new ConcurrentHashMap<>();
  private final Groups groups = new Groups();

  /** The number of the last change of anything; taken after the change itself was made. */
  private final AtomicLong changes = new AtomicLong();

  private volatile long policyChange;
  private volatile boolean keeping;
  private volatile boolean closed;
  private final Object[] stripes = new Object[STRIPES];
  private final Reviews reviews;
  private final Deliveries deliveries;

  /**
   * @param begun hears, before the first session is there, that sessions are kept
   * @param witness hears of every change on the thread that made it, before the listener does
   * @param listenerFailed hears of each listener that threw
   */
  public LiveSessions(
      SessionLimits limits,
      Judge judge,
      InstantSource clock,
      Runnable begun,
      Consumer<SessionChange> witness,
      Runnable listenerFailed) {
    this.judge = judge;
    this.clock = clock;
    this.most = limits.sessions();
    this.begun = begun;
    this.witness = witness;
    for (int number = 0; number < STRIPES; number++) {
      stripes[number] = new Object();
    }
    this.reviews = new Reviews(limits.reviewers(), clock, this::current);
    this.deliveries = new Deliveries(limits.listeners(), this::next, listenerFailed);
  }

  // ---- what an application calls ----

  @Override
  public Session open(Request request, SessionListener listener) {
    Objects.requireNonNull(listener, "listener");
    keep();
    long now = clock.millis();
    List<Object> keys = keys(request);
    Group[] rests = new Group[keys.size()];
    LiveSession session = new LiveSession(this, SessionId.random(), request, listener, now, rests);
    if (sessions.size() >= most) {
      session.end(denial("there are too many live sessions"));
      return session;
    }
    for (int i = 0; i < rests.length; i++) {
      rests[i] = groups.join(keys.get(i), session);
    }
    sessions.put(session, session);
    companyChanged(session);
    try {
      enter(session, now);
    } catch (RuntimeException | Error undecided) {
      end(session, Cause.CLOSED, "it could not be decided");
      throw undecided;
    }
    return session;
  }

  @Override
  public Optional<Session> find(String id) {
    return Optional.ofNullable(session(id));
  }

  @Override
  public int live() {
    return sessions.size();
  }

  @Override
  public boolean revoke(String id, String reason) {
    Objects.requireNonNull(reason, "reason");
    LiveSession session = session(id);
    return session != null && end(session, Cause.REVOKED, reason);
  }

  @Override
  public int revoke(EntityRef subject, String reason) {
    return revokeAll(subject, reason);
  }

  @Override
  public int revokeDevice(String device, String reason) {
    return revokeAll(new SignalKey(DEVICE, device), reason);
  }

  @Override
  public void reconsider(EntityRef entity) {
    changed(entity, Cause.ENTITY, entity);
    List<LiveSession> about =
        sessions.values().stream()
            .filter(session -> session.request().resource().reference().equals(entity))
            .toList();
    changedOwn(about);
  }

  // ---- what the rest of the engine tells ----

  /** Something was observed, and can be seen by whoever decides from now on. */
  public void observed(SignalKey key) {
    if (sessions.isEmpty()) {
      return;
    }
    if (key.owner() instanceof EntityRef subject) {
      changed(subject, Cause.SIGNAL, key.signal());
      return;
    }
    changed(key, Cause.SIGNAL, key);
    LiveSession own = session((String) key.owner());
    if (own != null) {
      own.publishes();
      changedOwn(List.of(own));
    }
  }

  /** A grant of a subject has begun or ended. */
  public void granted(EntityRef subject) {
    changed(subject, Cause.GRANT, subject);
  }

  /** What is remembered under a key has changed. */
  public void remembered(Object key) {
    changed(key, Cause.BEHAVIOR, key);
  }

  /** Other policies are in force. */
  public void policiesChanged() {
    policyChange = changes.incrementAndGet();
    if (!sessions.isEmpty()) {
      reviews.sweep(sessions.values().iterator());
    }
  }

  /**
   * What there is to say of the session that a request is made in; null when it names none, or none
   * are kept.
   *
   * @throws NotLiveException when it names one that is not live, or that is another subject's
   */
  public @Nullable Attendance attendance(Request request) throws NotLiveException {
    String id = keeping ? request.keys().get(SESSION) : null;
    if (id == null) {
      return null;
    }
    LiveSession session = session(id);
    if (session == null || session.end() != null) {
      throw new NotLiveException(denial("the session is not live"));
    }
    if (!session.request().subject().reference().equals(request.subject().reference())) {
      throw new NotLiveException(denial("the session is another subject's"));
    }
    return attendance(session);
  }

  /** Decides nothing any more: a decision that nobody keeps true is not given out. */
  @Override
  public void close() {
    closed = true;
    reviews.close();
    deliveries.close();
  }

  // ---- what a session calls ----

  /** The decision as it is now, made anew if it no longer holds. */
  Decision current(LiveSession session) {
    if (closed) {
      throw new IllegalStateException("the engine is closed");
    }
    long now = clock.millis();
    Standpoint standpoint = session.standpoint();
    Decision decision =
        standpoint != null && holds(session, standpoint, now)
            ? standpoint.decision()
            : decided(session, now);
    Decision.Deny end = session.end();
    return end == null ? decision : end;
  }

  void close(LiveSession session) {
    end(session, Cause.CLOSED, "the session was closed");
  }

  // ---- deciding ----

  /**
   * Decides for the first time, which counts. What the decision reads is watched from before, so
   * that nothing of it moves unseen; since counting may move it, the decision does not hold beyond
   * this.
   */
  private void enter(LiveSession session, long now) {
    synchronized (session) {
      long stamp = changes.get();
      Entry entry = judge.entry(bare(session), attendance(session), now);
      List<Group> rests = groups.joined(session, List.of(), entry.reads());
      Decision decision;
      try {
        decision = entry.decision().get();
      } catch (RuntimeException | Error undecided) {
        groups.left(session, rests, Set.of());
        throw undecided;
      }
      long until = judge.remembers() ? now : until(decision);
      settle(session, null, new Standpoint(decision, rests, stamp, now, until));
      if (decision instanceof Decision.Deny deny && deny.cause() == DenyCause.NOT_RECORDED) {
        end(session, Cause.CLOSED, deny.message());
      }
    }
  }

  private Decision decided(LiveSession session, long now) {
    synchronized (session) {
      Standpoint before = session.standpoint();
      if (before != null && holds(session, before, now)) {
        return before.decision();
      }
      List<Group> rests = before == null ? List.of() : before.remembered();
      while (true) {
        long stamp = changes.get();
        Judgement judgement = judge.judge(bare(session), attendance(session), now);
        List<Group> all = groups.joined(session, rests, judgement.reads());
        if (all.size() == rests.size()) {
          List<Group> read = groups.left(session, all, judgement.reads());
          Standpoint after =
              new Standpoint(judgement.decision(), read, stamp, now, until(judgement.decision()));
          settle(session, before, after);
          return judgement.decision();
        }
        rests = all;
      }
    }
  }

  private boolean holds(LiveSession session, Standpoint standpoint, long now) {
    long lastChange = Math.max(policyChange, session.lastChange(standpoint.remembered()));
    return standpoint.holds(lastChange, now);
  }

  /**
   * Takes a standpoint, unless the session has ended meanwhile: then nothing is said any more. The
   * witness, who may end it, hears of access before anybody is given it.
   */
  private void settle(LiveSession session, @Nullable Standpoint before, Standpoint after) {
    SessionChange change = before == null ? null : change(session, before, after);
    boolean witnessed = change != null && givesAccess(after.decision()) && session.live();
    if (change != null && witnessed) {
      witness.accept(change);
    }
    boolean first = false;
    synchronized (stripe(session)) {
      if (session.end() != null) {
        groups.left(session, after.remembered(), Set.of());
        return;
      }
      session.standpoint(after);
      first = change != null && session.tell(change);
    }
    reviews.at(session, after.until(), after.from());
    report(session, witnessed ? null : change, first);
  }

  private static boolean givesAccess(Decision decision) {
    return decision.outcome().compareTo(Outcome.RESTRICT) >= 0;
  }

  private boolean end(LiveSession session, Cause cause, String reason) {
    Decision.Deny denial = denial(reason);
    SessionChange change = null;
    boolean first = false;
    synchronized (stripe(session)) {
      if (session.end() != null) {
        return false;
      }
      session.end(denial);
      Standpoint before = session.standpoint();
      if (before != null) {
        groups.left(session, before.remembered(), Set.of());
        change = new SessionChange(session, cause, reason, before.decision(), denial);
        first = session.tell(change);
      }
    }
    sessions.remove(session, session);
    for (Group group : session.groups()) {
      groups.leave(group, session);
    }
    reviews.forget(session);
    report(session, change, first);
    companyChanged(session);
    return true;
  }

  private int revokeAll(Object key, String reason) {
    Objects.requireNonNull(reason, "reason");
    Group group = groups.find(key);
    int ended = 0;
    if (group != null) {
      for (LiveSession session : group.members()) {
        ended += end(session, Cause.REVOKED, reason) ? 1 : 0;
      }
    }
    return ended;
  }

  private void report(LiveSession session, @Nullable SessionChange change, boolean first) {
    if (change != null) {
      witness.accept(change);
    }
    if (first) {
      deliveries.begin(session);
    }
  }

  private @Nullable SessionChange next(LiveSession session) {
    synchronized (stripe(session)) {
      return session.next();
    }
  }

  private @Nullable SessionChange change(LiveSession session, Standpoint before, Standpoint after) {
    if (sameForTheApplication(before.decision(), after.decision())) {
      return null;
    }
    Cause cause = Cause.TIME;
    String detail = "";
    long latest = before.stamp();
    if (session.ownChange() > latest) {
      latest = session.ownChange();
      cause = Cause.SIGNAL;
    }
    for (List<Group> some : List.of(List.of(session.groups()), before.remembered())) {
      for (Group group : some) {
        if (group.version() > latest) {
          latest = group.version();
          cause = group.cause();
          detail = group.detail();
        }
      }
    }
    if (policyChange > latest) {
      cause = Cause.POLICIES;
      detail = "";
    }
    return new SessionChange(session, cause, detail, before.decision(), after.decision());
  }

  private static boolean sameForTheApplication(Decision one, Decision other) {
    if (one instanceof Decision.Restrict a && other instanceof Decision.Restrict b) {
      return a.obligations().equals(b.obligations());
    }
    if (one instanceof Decision.Challenge a && other instanceof Decision.Challenge b) {
      return a.challenges().equals(b.challenges());
    }
    return one.outcome() == other.outcome();
  }

  /** The request without its signals, which are what is known at first and no more. */
  private static Request bare(LiveSession session) {
    Request request = session.request();
    return request.signals().isEmpty() ? request : request.withSignals(List.of());
  }

  private Attendance attendance(LiveSession session) {
    return new Attendance(
        session::id,
        session.startedAtMillis(),
        session.subject().size() - 1,
        session.published(),
        session.request().signals(),
        session.outgrown(),
        name -> outgrow(session, name));
  }

  private void outgrow(LiveSession session, String name) {
    synchronized (stripe(session)) {
      session.outgrow(name);
    }
  }

  private static long until(Decision decision) {
    Instant until = decision.validUntil();
    return until.equals(Instant.MAX) ? Long.MAX_VALUE : until.toEpochMilli();
  }

  private Decision.Deny denial(String message) {
    return new Decision.Deny(
        new Decision.Grounds(List.of(), List.of(), Long.MAX_VALUE, judge.policyVersion(), null),
        DenyCause.SESSION_ENDED,
        message);
  }

  // ---- what rests on what ----

  /** The subject first, then every key under which its signals may change. */
  private List<Object> keys(Request request) {
    Set<Object> keys = new LinkedHashSet<>();
    keys.add(request.subject().reference());
    request.keys().forEach((signal, key) -> keys.add(new SignalKey(signal, key)));
    String device = judge.device(request);
    if (device != null) {
      keys.add(new SignalKey(DEVICE, device));
    }
    return new ArrayList<>(keys);
  }

  private void changed(Object key, Cause cause, Object detail) {
    long number = changes.incrementAndGet();
    Group group = groups.find(key);
    if (group != null && group.change(number, cause, detail)) {
      reviews.sweep(new Members(group));
    }
  }

  private void changedOwn(List<LiveSession> some) {
    long number = changes.incrementAndGet();
    for (LiveSession session : some) {
      synchronized (stripe(session)) {
        session.ownChange(number);
      }
    }
    reviews.sweep(some.iterator());
  }

  private void companyChanged(LiveSession session) {
    if (judge.readsConcurrency()) {
      EntityRef subject = session.request().subject().reference();
      changed(subject, Cause.SESSIONS, subject);
    }
  }

  private void keep() {
    if (!keeping) {
      begun.run();
      keeping = true;
    }
  }

  private @Nullable LiveSession session(String id) {
    SessionId parsed = sessions.isEmpty() ? null : SessionId.parse(id);
    return parsed == null ? null : sessions.get(parsed);
  }

  private Object stripe(LiveSession session) {
    return stripes[session.hashCode() & (STRIPES - 1)];
  }
}
