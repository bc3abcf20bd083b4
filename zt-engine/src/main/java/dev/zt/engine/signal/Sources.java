package dev.zt.engine.signal;

import dev.zt.EntityRef;
import dev.zt.SignalSource;
import dev.zt.SourceLimits;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where signals are asked for that nobody has published. Thread-safe. */
public final class Sources implements AutoCloseable {
  private final Map<String, PullSource> byKey = new HashMap<>();
  private final Map<String, PullSource> bySubject = new HashMap<>();
  private final List<ExecutorService> threads = new ArrayList<>();

  private Sources(Plan plan, InstantSource clock, Consumer<SignalKey> changed) {
    for (Map.Entry<String, Plan.Configured<String>> each : plan.byKey.entrySet()) {
      String signal = each.getKey();
      Plan.Configured<String> as = each.getValue();
      PullSource.Question question = owner -> as.source.observe((String) owner);
      byKey.put(signal, new PullSource(signal, question, as.limits, threads(), clock, changed));
    }
    for (Map.Entry<String, Plan.Configured<EntityRef>> each : plan.bySubject.entrySet()) {
      String signal = each.getKey();
      Plan.Configured<EntityRef> as = each.getValue();
      PullSource.Question question = owner -> as.source.observe((EntityRef) owner);
      bySubject.put(signal, new PullSource(signal, question, as.limits, threads(), clock, changed));
    }
  }

  /** Each source has its own, so that one that hangs holds up no other. */
  private Executor threads() {
    ExecutorService own = SourceThreads.create();
    threads.add(own);
    return own;
  }

  /** Asks for nothing any more. */
  @Override
  public void close() {
    for (ExecutorService each : threads) {
      each.shutdownNow();
    }
  }

  /** How often each signal's sources failed or did not answer in time. */
  public Map<String, LongSupplier> late() {
    return totals(PullSource::late);
  }

  /** How many answers of each signal's sources were forgotten for want of room. */
  public Map<String, LongSupplier> evicted() {
    return totals(PullSource::evicted);
  }

  private Map<String, LongSupplier> totals(ToLongFunction<PullSource> total) {
    Map<String, LongSupplier> all = new HashMap<>();
    Stream.of(byKey, bySubject)
        .flatMap(sources -> sources.entrySet().stream())
        .forEach(
            each ->
                all.merge(
                    each.getKey(),
                    () -> total.applyAsLong(each.getValue()),
                    (one, other) -> () -> one.getAsLong() + other.getAsLong()));
    return all;
  }

  boolean isEmpty() {
    return threads.isEmpty();
  }

  boolean several() {
    return threads.size() > 1;
  }

  @Nullable PullSource of(SignalKey key) {
    return (key.owner() instanceof EntityRef ? bySubject : byKey).get(key.signal());
  }

  /** Gathers the sources of an engine. Not thread-safe. */
  public static final class Plan {
    private final Map<String, Configured<String>> byKey = new LinkedHashMap<>();
    private final Map<String, Configured<EntityRef>> bySubject = new LinkedHashMap<>();

    /** A source that is asked for the keys that requests name. */
    public void add(String signal, SignalSource<String> source, SourceLimits limits) {
      byKey.put(signal, new Configured<>(source, limits));
    }

    /** A source that is asked for subjects. */
    public void addBySubject(String signal, SignalSource<EntityRef> source, SourceLimits limits) {
      bySubject.put(signal, new Configured<>(source, limits));
    }

    /** The sources, ready to be asked. */
    public Sources start(InstantSource clock, Consumer<SignalKey> changed) {
      return new Sources(this, clock, changed);
    }

    private record Configured<K>(SignalSource<K> source, SourceLimits limits) {}
  }
}
