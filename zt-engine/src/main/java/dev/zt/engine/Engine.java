package dev.zt.engine;

import dev.zt.Authorizer;
import dev.zt.Decision;
import dev.zt.Elevations;
import dev.zt.Event;
import dev.zt.Explanation;
import dev.zt.Grant;
import dev.zt.Metrics.Counter;
import dev.zt.Request;
import dev.zt.SessionChange;
import dev.zt.Sessions;
import dev.zt.Signals;
import dev.zt.Usage;
import dev.zt.engine.behavior.BehaviorStore;
import dev.zt.engine.elevation.GrantBook;
import dev.zt.engine.elevation.GrantLimits;
import dev.zt.engine.facts.Intake;
import dev.zt.engine.facts.Memory;
import dev.zt.engine.facts.Surroundings;
import dev.zt.engine.session.LiveSessions;
import dev.zt.engine.session.NotLiveException;
import dev.zt.engine.signal.Completed;
import dev.zt.engine.signal.Completion;
import dev.zt.engine.signal.Places;
import dev.zt.engine.signal.Publications;
import dev.zt.engine.signal.SignalKey;
import dev.zt.engine.signal.Sources;
import dev.zt.engine.usage.UsageBook;
import dev.zt.policy.PolicySet;
import dev.zt.policy.value.Value;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides requests by a compiled policy set, in memory.
 *
 * <p>Thread-safe. Each check sees one policy set and one instant, whatever is reloaded meanwhile.
 */
public final class Engine implements Authorizer {
  private final InstantSource clock;
  private final Surroundings surroundings;
  private final Predicate<String> enforced;
  private final Evaluator evaluator;
  private final Intake intake = new Intake();
  private final GrantBook elevations;
  private final Completion completion;
  private final LiveSessions sessions;
  private final @Nullable Ledger ledger;
  private final BehaviorStore behaviors;
  private final @Nullable UsageRecorder usage;
  private final Retention retention;

  /** The policies in force; null once closed. */
  private volatile @Nullable Remembering current;

  Engine(EngineBuilder builder) {
    this.clock = builder.clock;
    this.ledger = Ledger.of(builder.metrics, builder.auditing, clock, builder.policies);
    Consumer<SignalKey> observed = this::observed;
    this.completion =
        new Completion(
            new Publications(
                builder.signalLimits, () -> inForce().enforcement().layout(), clock, observed),
            builder.sources.start(clock, observed),
            new Places(builder.geography, builder.exactSources));
    this.sessions =
        new LiveSessions(
            builder.sessionLimits,
            new SessionJudge(this, completion),
            clock,
            completion::keepSessions,
            this::changed,
            this::listenerFailed);
    this.elevations =
        new GrantBook(
            this::grantRules, builder.grants.get(), GrantLimits.DEFAULT, clock, this::granted);
    this.surroundings = new Surroundings(builder.entities, this::recall, elevations.grants());
    this.usage =
        builder.usageLimit == 0
            ? null
            : new UsageRecorder(new UsageBook(builder.policies, clock, builder.usageLimit));
    Set<String> enforces = builder.enforces;
    this.enforced = enforces == null ? name -> true : Set.copyOf(enforces)::contains;
    this.evaluator = builder.evaluator;
    this.behaviors = builder.retention.store();
    this.retention = builder.retention;
    this.current = remembering(Enforcement.of(builder.policies, enforced, evaluator, intake));
    this.elevations.rulesChanged();
    watch();
  }

  private void watch() {
    if (ledger != null) {
      settle(policies());
      Ledger watching = ledger;
      Sources sources = completion.sources();
      watching.watch(Counter.EVICTIONS, "behaviors", behaviors::evictions);
      watching.watch(Counter.EVICTIONS, "signals", completion.publications()::evicted);
      sources
          .evicted()
          .forEach((name, total) -> watching.watch(Counter.EVICTIONS, "answers " + name, total));
      sources.late().forEach((name, total) -> watching.watch(Counter.LATE_SOURCES, name, total));
    }
  }

  /** An engine with these policies, ready to be told more. */
  public static EngineBuilder builder(PolicySet policies) {
    return new EngineBuilder(policies);
  }

  @Override
  public Decision check(Request request) {
    return checked(inForce(), request, now());
  }

  @Override
  public List<Decision> checkAll(List<Request> requests) {
    Remembering remembering = inForce();
    long now = now();
    if (ledger == null) {
      return requests.stream().map(request -> checked(remembering, request, now)).toList();
    }
    Enforcement enforcement = remembering.enforcement();
    List<Ruled> ruled = requests.stream().map(request -> ruled(remembering, request, now)).toList();
    List<Decision> heard = ledger.decidedAll(ruled, enforcement.layout(), enforcement.marks(), now);
    for (int i = 0; i < ruled.size(); i++) {
      count(enforcement, ruled.get(i).request(), heard.get(i), now);
    }
    return List.copyOf(heard);
  }

  @Override
  public Decision preview(Request request) {
    Remembering remembering = inForce();
    long now = now();
    try {
      Completed completed = completed(remembering, request, now);
      return standing(completed, remembering.preview(completed.request(), surroundings, now));
    } catch (NotLiveException notLive) {
      return notLive.denial();
    }
  }

  @Override
  public void observe(Event event) {
    inForce().observe(event, surroundings, now());
  }

  @Override
  public Explanation explain(Request request) {
    Remembering remembering = inForce();
    long now = now();
    Completed completed;
    try {
      completed = completed(remembering, request, now);
    } catch (NotLiveException notLive) {
      return Enforcement.unexplained(request, notLive.denial());
    }
    Explanation explanation = remembering.explain(completed.request(), surroundings, now);
    return new Explanation(
        explanation.request(),
        standing(completed, explanation.decision()),
        explanation.rules(),
        explanation.nearest(),
        explanation.text());
  }

  /**
   * Puts other policies in force, at once and as a whole: a check that has begun ends under the
   * policies it began with, one that begins later sees the new ones. What does not compile never
   * gets here, so the policies in force stay until something better is ready.
   *
   * @throws IllegalStateException when the engine is closed
   */
  public void reload(PolicySet policies) {
    Enforcement next = Enforcement.of(policies, enforced, evaluator, intake);
    settle(policies);
    synchronized (this) {
      Remembering before = inForce();
      settle(before.enforcement().policies());
      Remembering remembering = remembering(next);
      current = remembering;
      behaviors.keep(List.of(before.view(), remembering.view()));
      elevations.rulesChanged();
      if (usage != null) {
        usage.book().policiesChanged(policies);
      }
      sessions.policiesChanged();
      if (ledger != null) {
        ledger.reloaded(before.enforcement().policies(), policies);
      }
    }
  }

  /**
   * Works out here what decisions say of the policies that made them: no check that is under way
   * waits for it, and no decision that is kept holds a policy set that is not in force.
   */
  private static void settle(PolicySet policies) {
    policies.version();
  }

  /**
   * The policies in force.
   *
   * @throws IllegalStateException when the engine is closed
   */
  public PolicySet policies() {
    return inForce().enforcement().policies();
  }

  /**
   * What requests and stores gave and no policy can use, counted since the engine was built:
   * unknown names, values of a wrong type, derived fields. An empty list is the sign of a sound
   * integration.
   */
  public List<UnusedAttribute> unusedAttributes() {
    return intake.entries().stream().map(UnusedAttribute::of).toList();
  }

  /** How many keys are remembered for behaviors, of all of them. */
  public long rememberedKeys() {
    return behaviors.size();
  }

  /**
   * How many keys were forgotten within their window for want of room, since the engine was built:
   * policies that ask for them find them unknown. More room is given by {@link
   * EngineBuilder#retention}.
   */
  public long forgottenKeys() {
    return behaviors.evictions();
  }

  @Override
  public Elevations elevations() {
    return elevations;
  }

  @Override
  public Usage usage() {
    if (usage == null) {
      throw new IllegalStateException("the engine was not told to count usage");
    }
    return usage.book();
  }

  @Override
  public Signals signals() {
    return completion.publications();
  }

  @Override
  public Sessions sessions() {
    return sessions;
  }

  @Override
  public synchronized void close() {
    if (current != null) {
      sessions.close();
      try {
        elevations.close();
      } finally {
        current = null;
        completion.close();
        retention.close(behaviors);
      }
    }
  }

  /** No decision stands longer than what was supplied for it. */
  private static Decision standing(Completed completed, Decision decision) {
    return Standing.noLongerThan(completed.until(decision.outcome()), decision);
  }

  /** A decision that counts: what is recorded of it is recorded now. */
  private Decision checked(Remembering remembering, Request request, long now) {
    if (ledger == null && usage == null && completion.isIdle(remembering.enforcement().signals())) {
      return remembering.check(request, surroundings, now);
    }
    return heard(remembering, ruled(remembering, request, now), now);
  }

  /** Decides a request to which nothing is to be added, and lets it count. */
  Decision checked(Remembering remembering, Completed completed, long now) {
    return heard(remembering, ruled(remembering, completed, now), now);
  }

  private Ruled ruled(Remembering remembering, Request request, long now) {
    try {
      return ruled(remembering, completed(remembering, request, now), now);
    } catch (NotLiveException notLive) {
      return new Ruled(request, notLive.denial());
    }
  }

  /** The verdict of the policies, which counts whatever becomes of its record. */
  private Ruled ruled(Remembering remembering, Completed completed, long now) {
    Decision decision =
        standing(completed, remembering.check(completed.request(), surroundings, now));
    completion.record(completed, decision.outcome());
    return new Ruled(completed.request(), decision);
  }

  private Decision heard(Remembering remembering, Ruled ruled, long now) {
    Enforcement enforcement = remembering.enforcement();
    Decision decision =
        ledger == null
            ? ruled.decision()
            : ledger.decided(ruled, enforcement.layout(), enforcement.marks(), now);
    count(enforcement, ruled.request(), decision, now);
    return decision;
  }

  private void count(Enforcement enforcement, Request request, Decision decision, long now) {
    if (usage != null) {
      usage.record(enforcement, request, decision, surroundings, now);
    }
  }

  private Completed completed(Remembering remembering, Request request, long now)
      throws NotLiveException {
    return completion.complete(
        request, remembering.enforcement().signals(), sessions.attendance(request), now);
  }

  private void observed(SignalKey key) {
    sessions.observed(key);
  }

  private void changed(SessionChange change) {
    Remembering remembering = current;
    if (ledger != null
        && remembering != null
        && !ledger.changed(change, remembering.enforcement().marks())) {
      sessions.revoke(change.session().id(), "access could not be recorded");
    }
  }

  private void listenerFailed() {
    if (ledger != null) {
      ledger.listenerFailed();
    }
  }

  private void granted(Grant grant) {
    sessions.granted(grant.subject());
    Remembering remembering = current;
    if (ledger != null && remembering != null) {
      ledger.granted(grant, remembering.enforcement().policies().version());
    }
  }

  Remembering inForce() {
    Remembering remembering = current;
    if (remembering == null) {
      throw new IllegalStateException("the engine is closed");
    }
    return remembering;
  }

  private Remembering remembering(Enforcement enforcement) {
    return new Remembering(
        enforcement,
        behaviors.view(enforcement.policies().behaviors(), now()),
        () -> sessions.live() > 0,
        contribution -> sessions.remembered(Remembered.of(contribution)));
  }

  private Memory.Recollection recall(
      String behavior, List<Value> key, List<Value> present, long instant) {
    return inForce().view().recall(behavior, key, present, instant);
  }

  Surroundings surroundings() {
    return surroundings;
  }

  private GrantRules grantRules() {
    return new GrantRules(inForce().enforcement(), surroundings, clock);
  }

  private long now() {
    return clock.millis();
  }
}
