package dev.zt.engine;

import dev.zt.Authorizer;
import dev.zt.Decision;
import dev.zt.Elevations;
import dev.zt.EntityRef;
import dev.zt.EntityStore;
import dev.zt.Event;
import dev.zt.Explanation;
import dev.zt.Geography;
import dev.zt.Grant;
import dev.zt.GrantStore;
import dev.zt.Metrics;
import dev.zt.Metrics.Counter;
import dev.zt.Request;
import dev.zt.SessionChange;
import dev.zt.SessionLimits;
import dev.zt.Sessions;
import dev.zt.SignalLimits;
import dev.zt.SignalSource;
import dev.zt.Signals;
import dev.zt.SourceLimits;
import dev.zt.Usage;
import dev.zt.engine.behavior.BehaviorStore;
import dev.zt.engine.elevation.GrantBook;
import dev.zt.engine.elevation.GrantJournal;
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
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
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

  private Engine(Builder builder) {
    this.clock = builder.clock;
    this.ledger = Ledger.of(builder.metrics, builder.auditing, clock, builder.policies);
    this.completion =
        new Completion(
            new Publications(
                builder.signalLimits,
                () -> inForce().enforcement().layout(),
                clock,
                this::observed),
            builder.sources.start(clock, this::observed),
            new Places(builder.geography, builder.exactSources));
    this.sessions =
        new LiveSessions(
            builder.sessionLimits,
            new SessionJudge(this::inForce, completion, this::surroundings, this::checked),
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
  public static Builder builder(PolicySet policies) {
    return new Builder(policies);
  }

  @Override
  public Decision check(Request request) {
    return checked(inForce(), request, now());
  }

  @Override
  public List<Decision> checkAll(List<Request> requests) {
    Remembering remembering = inForce();
    long now = now();
    return requests.stream().map(request -> checked(remembering, request, now)).toList();
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
    synchronized (this) {
      Remembering before = inForce();
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
   * policies that ask for them find them unknown. More room is given by {@link Builder#retention}.
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
      current = null;
      sessions.close();
      elevations.close();
      completion.close();
      retention.close(behaviors);
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
    try {
      return checked(remembering, completed(remembering, request, now), now);
    } catch (NotLiveException notLive) {
      return recorded(remembering.enforcement(), request, notLive.denial(), now);
    }
  }

  private Decision checked(Remembering remembering, Completed completed, long now) {
    Decision decided =
        standing(completed, remembering.check(completed.request(), surroundings, now));
    Decision decision = recorded(remembering.enforcement(), completed.request(), decided, now);
    completion.record(completed, decision.outcome());
    if (usage != null) {
      usage.record(remembering.enforcement(), completed.request(), decision, surroundings, now);
    }
    return decision;
  }

  private Decision recorded(Enforcement enforcement, Request request, Decision decision, long now) {
    return ledger == null
        ? decision
        : ledger.decided(request, decision, enforcement.layout(), enforcement.marks(), now);
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

  private Remembering inForce() {
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
        contribution -> sessions.remembered(Remembered.of(contribution)));
  }

  private Memory.Recollection recall(
      String behavior, List<Value> key, List<Value> present, long instant) {
    return inForce().view().recall(behavior, key, present, instant);
  }

  private Surroundings surroundings() {
    return surroundings;
  }

  private GrantRules grantRules() {
    return new GrantRules(inForce().enforcement(), surroundings, clock);
  }

  private long now() {
    return clock.millis();
  }

  /** Gathers what an engine needs. Not thread-safe. */
  public static final class Builder {
    private final PolicySet policies;
    private InstantSource clock = InstantSource.system();
    private EntityStore entities = EntityStore.EMPTY;
    private Supplier<GrantStore> grants = () -> GrantStore.NONE;
    private final Sources.Plan sources = new Sources.Plan();
    private final Set<String> exactSources = new HashSet<>();
    private @Nullable Geography geography;
    private SessionLimits sessionLimits = SessionLimits.DEFAULT;
    private SignalLimits signalLimits = SignalLimits.DEFAULT;
    private @Nullable Set<String> enforces;
    private Metrics metrics = Metrics.NONE;
    private @Nullable Auditing auditing;
    private long usageLimit;
    private Evaluator evaluator = Evaluator.AUTO;
    private Retention retention = Retention.STANDARD;

    private Builder(PolicySet policies) {
      this.policies = Objects.requireNonNull(policies, "policies");
    }

    /** Where time comes from; read once a check. The system's clock if not called. */
    public Builder clock(InstantSource source) {
      this.clock = Objects.requireNonNull(source, "source");
      return this;
    }

    /**
     * Where entities are found that a request refers to and does not carry. Nowhere if not called.
     */
    public Builder entities(EntityStore store) {
      this.entities = Objects.requireNonNull(store, "store");
      return this;
    }

    /**
     * The obligations that the application carries out: a restriction that asks for any other is a
     * denial that says so. Called several times, they add up; called with none at all, nothing is
     * carried out and every restriction is a denial. If it is never called, every obligation counts
     * as carried out.
     */
    public Builder enforces(String... obligations) {
      return enforces(Arrays.asList(obligations));
    }

    /** As {@link #enforces(String...)}. */
    public Builder enforces(Collection<String> obligations) {
      Set<String> all = enforces == null ? new HashSet<>() : enforces;
      all.addAll(obligations);
      enforces = all;
      return this;
    }

    /**
     * How much of what happened is remembered for behaviors; {@link Retention#STANDARD} if not
     * called, so that a behavior is unknown until it has been remembered for the whole of its
     * window.
     */
    public Builder retention(Retention of) {
      this.retention = Objects.requireNonNull(of, "of");
      return this;
    }

    /** What decides; {@link Evaluator#AUTO} if not called. */
    public Builder evaluator(Evaluator which) {
      this.evaluator = Objects.requireNonNull(which, "which");
      return this;
    }

    /**
     * Where grants are kept when the engine is gone; nowhere if not called. The engine closes it.
     */
    public Builder grants(GrantStore store) {
      Objects.requireNonNull(store, "store");
      this.grants = () -> store;
      return this;
    }

    /**
     * Keeps grants in a journal file, which is made if there is none. {@link #build} throws {@link
     * java.io.UncheckedIOException} when the file is damaged or another process holds it.
     */
    public Builder grants(Path journal) {
      Objects.requireNonNull(journal, "journal");
      this.grants = () -> GrantJournal.open(journal);
      return this;
    }

    /** How much is kept of what is published; {@link SignalLimits#DEFAULT} if not called. */
    public Builder signals(SignalLimits limits) {
      this.signalLimits = Objects.requireNonNull(limits, "limits");
      return this;
    }

    /** As {@link #source(String, SignalSource, SourceLimits)} with {@link SourceLimits#DEFAULT}. */
    public Builder source(String signal, SignalSource<String> source) {
      return source(signal, source, SourceLimits.DEFAULT);
    }

    /**
     * Where a signal is asked for of which a request names the key, when nothing current is
     * published under it. A source that throws, is late or answers with another signal makes the
     * signal fail: its fields are unknown.
     */
    public Builder source(String signal, SignalSource<String> source, SourceLimits limits) {
      sources.add(
          Objects.requireNonNull(signal, "signal"),
          Objects.requireNonNull(source, "source"),
          Objects.requireNonNull(limits, "limits"));
      return this;
    }

    /**
     * As {@link #subjectSource(String, SignalSource, SourceLimits)} with {@link
     * SourceLimits#DEFAULT}.
     */
    public Builder subjectSource(String signal, SignalSource<EntityRef> source) {
      return subjectSource(signal, source, SourceLimits.DEFAULT);
    }

    /**
     * Where the {@code identity} or {@code location} of a subject is asked for when a request
     * neither carries it nor names its key, and nothing current is published.
     */
    public Builder subjectSource(
        String signal, SignalSource<EntityRef> source, SourceLimits limits) {
      sources.addBySubject(
          Objects.requireNonNull(signal, "signal"),
          Objects.requireNonNull(source, "source"),
          Objects.requireNonNull(limits, "limits"));
      return this;
    }

    /** Who counts what the engine does; nobody if not called. */
    public Builder metrics(Metrics counting) {
      this.metrics = Objects.requireNonNull(counting, "counting");
      return this;
    }

    /**
     * What is recorded, and where; nothing if not called.
     *
     * <p>{@link #build} throws an {@link IllegalArgumentException} when an attribute was chosen
     * that is secret or not declared. One that becomes so by a reload is left out from then on.
     */
    public Builder audit(Auditing what) {
      this.auditing = Objects.requireNonNull(what, "what");
      return this;
    }

    /**
     * Who tells where an address is: what a request's location says itself stands, the rest is
     * filled in. Nobody if not called.
     */
    public Builder geography(Geography directory) {
      this.geography = Objects.requireNonNull(directory, "directory");
      return this;
    }

    /**
     * The values of {@code location.source} whose points are exact where they give no {@code
     * accuracy}. Of any other point without one the speed is unknown. Called several times, they
     * add up.
     */
    public Builder exactLocations(String... locationSources) {
      exactSources.addAll(Arrays.asList(locationSources));
      return this;
    }

    /** As {@link #usage(long)}, with room for 1,000,000. */
    public Builder usage() {
      return usage(1_000_000);
    }

    /**
     * Counts who uses which permits, elevations and roles; not counted if not called.
     *
     * @param limit the most subjects, and the most things used by subjects, that are kept together
     * @throws IllegalArgumentException when it is not positive
     */
    public Builder usage(long limit) {
      if (limit <= 0) {
        throw new IllegalArgumentException("there is no room for " + limit);
      }
      this.usageLimit = limit;
      return this;
    }

    /** How much is spent on sessions; {@link SessionLimits#DEFAULT} if not called. */
    public Builder sessions(SessionLimits limits) {
      this.sessionLimits = Objects.requireNonNull(limits, "limits");
      return this;
    }

    /** The engine. */
    public Engine build() {
      return new Engine(this);
    }
  }
}
