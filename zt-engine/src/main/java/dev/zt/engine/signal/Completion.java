package dev.zt.engine.signal;

import dev.zt.EntityRef;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives a request the signals of which it names the key, or whose key is told by who asks.
 *
 * <p>What a request carries is never replaced. Of a session, the newest observation counts: the one
 * that it was opened with, or a later one. Thread-safe; never throws for what a request holds.
 */
public final class Completion implements AutoCloseable {
  /** What is known of a subject wherever it asks. */
  private static final Set<String> OF_SUBJECTS = Set.of("identity", "location");

  private static final String SESSION = "session";
  private static final String LOCATION = "location";

  private final Publications publications;
  private final Sources sources;
  private final Places places;
  private volatile boolean keepsSessions;

  /** A completion from what was published, what sources answer and what places tell. */
  public Completion(Publications publications, Sources sources, Places places) {
    this.publications = publications;
    this.sources = sources;
    this.places = places;
  }

  /** What was published. */
  public Publications publications() {
    return publications;
  }

  /** Who is asked. */
  public Sources sources() {
    return sources;
  }

  /** Asks no source any more. */
  @Override
  public void close() {
    sources.close();
  }

  /** The engine keeps sessions from now on: what requests and publishers say of them is ignored. */
  public void keepSessions() {
    keepsSessions = true;
  }

  /**
   * Completes a request.
   *
   * @param session the live session that it is made in, or null
   */
  public Completed complete(
      Request request, SignalPlan plan, @Nullable Attendance session, long now) {
    return session == null && isIdle(plan)
        ? new Completed(request, Long.MAX_VALUE, now, null)
        : completed(request, plan, session, now);
  }

  /** Whether every request stays as it is, and nothing is remembered. */
  public boolean isIdle(SignalPlan plan) {
    return !keepsSessions && publications.isEmpty() && sources.isEmpty() && !places.matter(plan);
  }

  /** Remembers where the subject was that has been let in. */
  public void record(Completed completed, Outcome outcome) {
    Places.Move move = completed.move();
    if (move != null && Completed.givesAccess(outcome)) {
      places.record(move);
    }
  }

  private Completed completed(
      Request request, SignalPlan plan, @Nullable Attendance session, long now) {
    List<Signal> signals = new ArrayList<>(request.signals());
    if (keepsSessions) {
      signals.replaceAll(Completion::withoutWhatIsKept);
    }
    if (sources.several()) {
      ask(request, plan, session, now);
    }
    long until = Long.MAX_VALUE;
    long locatedAt = now;
    for (String name : plan.fields().keySet()) {
      if (isLookedUp(request, name)) {
        Latest latest = new Latest(plan, now);
        if (session != null) {
          if (!session.outgrown().contains(name)) {
            latest.offer(session.opening(), name, session.startedAt());
          }
          if (session.published()) {
            latest.offer(publications.supply(new SignalKey(name, session.id().get()), now));
          }
        }
        for (SignalKey key : keys(request, name, plan, session)) {
          latest.offer(key);
        }
        if (session != null && latest.outgrew()) {
          session.outgrow().accept(name);
        }
        signals.addAll(latest.signals());
        until = Math.min(until, latest.until());
        locatedAt = name.equals(LOCATION) ? latest.arrivedAt() : locatedAt;
      }
    }
    if (session != null && plan.fields().containsKey(SESSION)) {
      session.opening().stream()
          .filter(each -> each.name().equals(SESSION))
          .map(Completion::withoutWhatIsKept)
          .forEach(signals::add);
      signals.add(session.signal());
    }
    Places.Move move = null;
    if (places.matter(plan) && carries(signals, LOCATION)) {
      Signal address = places.addressed(signals, plan.layout());
      if (address != null) {
        signals.add(address);
      }
      move = move(request, signals, plan, locatedAt, now);
    }
    if (move != null) {
      Value.Speed speed = move.speed().value();
      until = Math.min(until, move.speed().until());
      if (speed != null) {
        signals.add(Signal.of(LOCATION).with("speed", speed.toString()));
      }
    }
    boolean same = signals.equals(request.signals());
    return new Completed(same ? request : request.withSignals(signals), until, now, move);
  }

  private boolean isLookedUp(Request request, String name) {
    boolean kept = keepsSessions && name.equals(SESSION);
    return !kept && (request.keys().containsKey(name) || !carries(request.signals(), name));
  }

  /** Asks all sources before the first is waited for, so that the waits are one. */
  private void ask(Request request, SignalPlan plan, @Nullable Attendance session, long now) {
    for (String name : plan.fields().keySet()) {
      if (isLookedUp(request, name)) {
        for (SignalKey key : keys(request, name, plan, session)) {
          PullSource source = sources.of(key);
          if (source != null
              && !isCurrent(publications.supply(key, now).observation(), name, plan, now)) {
            source.ask(key, plan, now);
          }
        }
      }
    }
  }

  private static boolean isCurrent(
      @Nullable Observation observation, String signal, SignalPlan plan, long now) {
    if (observation == null) {
      return false;
    }
    Long fresh = plan.fresh().get(signal);
    return fresh == null
        || (observation.madeAt() != Long.MIN_VALUE && now - observation.madeAt() <= fresh);
  }

  /** A speed that the request gives stands. */
  private Places.@Nullable Move move(
      Request request, List<Signal> signals, SignalPlan plan, long locatedAt, long now) {
    return plan.readsSpeed() && plan.layout().given(signals, LOCATION, "speed") == null
        ? places.move(request.subject().reference(), signals, plan.layout(), locatedAt, now)
        : null;
  }

  private static Signal withoutWhatIsKept(Signal signal) {
    if (!signal.name().equals(SESSION)) {
      return signal;
    }
    Map<String, @Nullable Object> others = new HashMap<>(signal.fields());
    others.keySet().removeAll(Attendance.KEPT);
    return Signal.of(SESSION, others);
  }

  private static boolean carries(List<Signal> signals, String name) {
    for (Signal signal : signals) {
      if (signal.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** Where to look for a signal that the request does not carry. */
  private static List<SignalKey> keys(
      Request request, String name, SignalPlan plan, @Nullable Attendance session) {
    List<SignalKey> keys = new ArrayList<>(2);
    String named = request.keys().get(name);
    if (named != null) {
      keys.add(new SignalKey(name, named));
    }
    if (session != null
        && name.equals("device")
        && plan.layout().given(session.opening(), name, "id") instanceof Value.Text id) {
      keys.add(new SignalKey(name, id.value()));
    }
    if (named == null && OF_SUBJECTS.contains(name)) {
      EntityRef subject = request.subject().reference();
      keys.add(new SignalKey(name, subject));
    }
    return keys;
  }

  /** The newest of several observations of one signal. */
  private final class Latest {
    private final SignalPlan plan;
    private final long now;
    private @Nullable Observation newest;
    private List<Signal> signals = List.of();
    private boolean given;
    private boolean outgrew;
    private long until = Long.MAX_VALUE;

    Latest(SignalPlan plan, long now) {
      this.plan = plan;
      this.now = now;
    }

    List<Signal> signals() {
      return signals;
    }

    long until() {
      return until;
    }

    /** Whether what was given is not the newest. */
    boolean outgrew() {
      return outgrew;
    }

    /** When the newest arrived; now when there is none. */
    long arrivedAt() {
      return newest == null ? now : newest.arrivedAt();
    }

    /** What was given together counts as one. */
    void offer(List<Signal> opening, String name, long arrivedAt) {
      List<Signal> named = new ArrayList<>(1);
      for (Signal each : opening) {
        if (each.name().equals(name)) {
          named.add(each);
          newest = Observation.newer(newest, Observation.of(each, plan.layout(), arrivedAt), now);
        }
      }
      signals = named;
      given = !named.isEmpty();
    }

    void offer(SignalKey key) {
      Supply published = publications.supply(key, now);
      offer(published);
      PullSource source = sources.of(key);
      if (source != null && !isCurrent(published.observation(), key.signal(), plan, now)) {
        offer(source.supply(key, plan, now));
      }
    }

    void offer(Supply supply) {
      until = Math.min(until, supply.until());
      Observation observation = supply.observation();
      Observation better = Observation.newer(newest, observation, now);
      if (better != null && !better.equals(newest)) {
        outgrew = given;
        newest = better;
        signals = List.of(better.signal());
      }
    }
  }
}
