package dev.zt.engine;

import dev.zt.EntityRef;
import dev.zt.EntityStore;
import dev.zt.Geography;
import dev.zt.GrantStore;
import dev.zt.Metrics;
import dev.zt.SessionLimits;
import dev.zt.SignalLimits;
import dev.zt.SignalSource;
import dev.zt.SourceLimits;
import dev.zt.engine.elevation.GrantJournal;
import dev.zt.engine.signal.Sources;
import dev.zt.policy.PolicySet;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Gathers what an engine needs. Not thread-safe. */
public final class EngineBuilder {
  final PolicySet policies;
  InstantSource clock = InstantSource.system();
  EntityStore entities = EntityStore.EMPTY;
  Supplier<GrantStore> grants = () -> GrantStore.NONE;
  final Sources.Plan sources = new Sources.Plan();
  final Set<String> exactSources = new HashSet<>();
  @Nullable Geography geography;
  SessionLimits sessionLimits = SessionLimits.DEFAULT;
  SignalLimits signalLimits = SignalLimits.DEFAULT;
  @Nullable Set<String> enforces;
  Metrics metrics = Metrics.NONE;
  @Nullable Auditing auditing;
  long usageLimit;
  Evaluator evaluator = Evaluator.AUTO;
  Retention retention = Retention.STANDARD;

  EngineBuilder(PolicySet policies) {
    this.policies = Objects.requireNonNull(policies, "policies");
  }

  /** Where time comes from; read once a check. The system's clock if not called. */
  public EngineBuilder clock(InstantSource source) {
    this.clock = Objects.requireNonNull(source, "source");
    return this;
  }

  /**
   * Where entities are found that a request refers to and does not carry. Nowhere if not called.
   */
  public EngineBuilder entities(EntityStore store) {
    this.entities = Objects.requireNonNull(store, "store");
    return this;
  }

  /**
   * The obligations that the application carries out: a restriction that asks for any other is a
   * denial that says so. Called several times, they add up; called with none at all, nothing is
   * carried out and every restriction is a denial. If it is never called, every obligation counts
   * as carried out.
   */
  public EngineBuilder enforces(String... obligations) {
    return enforces(Arrays.asList(obligations));
  }

  /** As {@link #enforces(String...)}. */
  public EngineBuilder enforces(Collection<String> obligations) {
    Set<String> all = enforces == null ? new HashSet<>() : enforces;
    all.addAll(obligations);
    enforces = all;
    return this;
  }

  /**
   * How much of what happened is remembered for behaviors; {@link Retention#STANDARD} if not
   * called, so that a behavior is unknown until it has been remembered for the whole of its window.
   */
  public EngineBuilder retention(Retention of) {
    this.retention = Objects.requireNonNull(of, "of");
    return this;
  }

  /** What decides; {@link Evaluator#AUTO} if not called. */
  public EngineBuilder evaluator(Evaluator which) {
    this.evaluator = Objects.requireNonNull(which, "which");
    return this;
  }

  /** Where grants are kept when the engine is gone; nowhere if not called. The engine closes it. */
  public EngineBuilder grants(GrantStore store) {
    Objects.requireNonNull(store, "store");
    this.grants = () -> store;
    return this;
  }

  /**
   * Keeps grants in a journal file, which is made if there is none. {@link #build} throws {@link
   * java.io.UncheckedIOException} when the file is damaged or another process holds it.
   */
  public EngineBuilder grants(Path journal) {
    Objects.requireNonNull(journal, "journal");
    this.grants = () -> GrantJournal.open(journal);
    return this;
  }

  /** How much is kept of what is published; {@link SignalLimits#DEFAULT} if not called. */
  public EngineBuilder signals(SignalLimits limits) {
    this.signalLimits = Objects.requireNonNull(limits, "limits");
    return this;
  }

  /** As {@link #source(String, SignalSource, SourceLimits)} with {@link SourceLimits#DEFAULT}. */
  public EngineBuilder source(String signal, SignalSource<String> source) {
    return source(signal, source, SourceLimits.DEFAULT);
  }

  /**
   * Where a signal is asked for of which a request names the key, when nothing current is published
   * under it. A source that throws, is late or answers with another signal makes the signal fail:
   * its fields are unknown.
   */
  public EngineBuilder source(String signal, SignalSource<String> source, SourceLimits limits) {
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
  public EngineBuilder subjectSource(String signal, SignalSource<EntityRef> source) {
    return subjectSource(signal, source, SourceLimits.DEFAULT);
  }

  /**
   * Where the {@code identity} or {@code location} of a subject is asked for when a request neither
   * carries it nor names its key, and nothing current is published.
   */
  public EngineBuilder subjectSource(
      String signal, SignalSource<EntityRef> source, SourceLimits limits) {
    sources.addBySubject(
        Objects.requireNonNull(signal, "signal"),
        Objects.requireNonNull(source, "source"),
        Objects.requireNonNull(limits, "limits"));
    return this;
  }

  /** Who counts what the engine does; nobody if not called. */
  public EngineBuilder metrics(Metrics counting) {
    this.metrics = Objects.requireNonNull(counting, "counting");
    return this;
  }

  /**
   * What is recorded, and where; nothing if not called.
   *
   * <p>{@link #build} throws an {@link IllegalArgumentException} when an attribute was chosen that
   * is secret or not declared. One that becomes so by a reload is left out from then on.
   */
  public EngineBuilder audit(Auditing what) {
    this.auditing = Objects.requireNonNull(what, "what");
    return this;
  }

  /**
   * Who tells where an address is: what a request's location says itself stands, the rest is filled
   * in. Nobody if not called.
   */
  public EngineBuilder geography(Geography directory) {
    this.geography = Objects.requireNonNull(directory, "directory");
    return this;
  }

  /**
   * The values of {@code location.source} whose points are exact where they give no {@code
   * accuracy}. Of any other point without one the speed is unknown. Called several times, they add
   * up.
   */
  public EngineBuilder exactLocations(String... locationSources) {
    exactSources.addAll(Arrays.asList(locationSources));
    return this;
  }

  /** As {@link #usage(long)}, with room for 1,000,000. */
  public EngineBuilder usage() {
    return usage(1_000_000);
  }

  /**
   * Counts who uses which permits, elevations and roles; not counted if not called.
   *
   * @param limit the most subjects, and the most things used by subjects, that are kept together
   * @throws IllegalArgumentException when it is not positive
   */
  public EngineBuilder usage(long limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException("there is no room for " + limit);
    }
    this.usageLimit = limit;
    return this;
  }

  /** How much is spent on sessions; {@link SessionLimits#DEFAULT} if not called. */
  public EngineBuilder sessions(SessionLimits limits) {
    this.sessionLimits = Objects.requireNonNull(limits, "limits");
    return this;
  }

  /** The engine. */
  public Engine build() {
    return new Engine(this);
  }
}
