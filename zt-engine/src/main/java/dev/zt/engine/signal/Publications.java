package dev.zt.engine.signal;

import dev.zt.EntityRef;
import dev.zt.Signal;
import dev.zt.SignalLimits;
import dev.zt.Signals;
import dev.zt.engine.facts.Layout;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.SpiffeId;
import dev.zt.policy.value.Value;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What was published. Thread-safe. */
public final class Publications implements Signals {
  private final Supplier<Layout> layout;
  private final InstantSource clock;
  private final long keep;
  private final Bounded<SignalKey, Observation> latest;
  private final Consumer<SignalKey> changed;

  /** By signal what had to go before its time. */
  private final ConcurrentMap<String, Dropped> dropped = new ConcurrentHashMap<>();

  /**
   * What is not known any more of a signal: some observation of it may be as new as that, and would
   * still be kept.
   */
  private record Dropped(long madeAt, long until) {
    Dropped and(Dropped other) {
      return new Dropped(Math.max(madeAt, other.madeAt), Math.max(until, other.until));
    }

    boolean mayBeNewer(Observation arriving, long now) {
      return now < until && arriving.madeAt() < Math.min(madeAt, now);
    }
  }

  /**
   * @param layout the one in force
   * @param changed hears of every change, after it was made and on the thread that made it
   */
  public Publications(
      SignalLimits limits,
      Supplier<Layout> layout,
      InstantSource clock,
      Consumer<SignalKey> changed) {
    this.layout = layout;
    this.clock = clock;
    this.keep = limits.keep().toMillis();
    this.latest = new Bounded<>(limits.entries(), Observation::arrivedAt, this::drop, changed);
    this.changed = changed;
  }

  @Override
  public boolean publish(Signal signal) {
    String field =
        switch (signal.name()) {
          case "device" -> "id";
          case "workload" -> "spiffe";
          default ->
              throw new IllegalArgumentException(
                  "an observation of `" + signal.name() + "` does not say whose it is: give a key");
        };
    Reading key = layout.get().given(List.of(signal), signal.name(), field);
    if (key instanceof Value.Text text) {
      return publish(text.value(), signal);
    }
    if (key instanceof SpiffeId id) {
      return publish(id.toString(), signal);
    }
    throw new IllegalArgumentException(
        "the observation of `" + signal.name() + "` does not give `" + field + "`");
  }

  @Override
  public boolean publish(String key, Signal signal) {
    return publish(new SignalKey(signal.name(), key), signal);
  }

  @Override
  public boolean publish(EntityRef subject, Signal signal) {
    return publish(new SignalKey(signal.name(), subject), signal);
  }

  @Override
  public Optional<Signal> latest(String signal, String key) {
    return latest(new SignalKey(signal, key));
  }

  @Override
  public Optional<Signal> latest(String signal, EntityRef subject) {
    return latest(new SignalKey(signal, subject));
  }

  @Override
  public void withdraw(String signal, String key) {
    withdraw(new SignalKey(signal, key));
  }

  @Override
  public void withdraw(String signal, EntityRef subject) {
    withdraw(new SignalKey(signal, subject));
  }

  /** How many observations had to go before their time because there were too many. */
  public long evicted() {
    return latest.evicted();
  }

  boolean isEmpty() {
    return latest.isEmpty();
  }

  /** The latest observation, and when it is to be forgotten; nothing when there is none. */
  Supply supply(SignalKey key, long now) {
    Observation observation = latest.get(key);
    if (observation == null) {
      return Supply.NOTHING;
    }
    long end = end(observation);
    if (now < end) {
      return new Supply(observation, end);
    }
    latest.compute(key, (same, present) -> observation.equals(present) ? null : present);
    return Supply.NOTHING;
  }

  private boolean publish(SignalKey key, Signal signal) {
    Objects.requireNonNull(signal, "signal");
    Layout current = layout.get();
    if (!current.declares(signal)) {
      return false;
    }
    long now = clock.millis();
    Observation observation = Observation.of(signal, current, now);
    Observation stays = latest.compute(key, (same, present) -> later(observation, present, now));
    if (!observation.equals(stays)) {
      return false;
    }
    changed.accept(key);
    return true;
  }

  private @Nullable Observation later(
      Observation arriving, @Nullable Observation present, long now) {
    if (present != null && now < end(present)) {
      return arriving.replaces(present, now) ? arriving : present;
    }
    Dropped lost = dropped.get(arriving.signal().name());
    return lost != null && lost.mayBeNewer(arriving, now) ? null : arriving;
  }

  private void drop(Observation observation) {
    dropped.merge(
        observation.signal().name(),
        new Dropped(observation.madeAt(), end(observation)),
        Dropped::and);
  }

  private Optional<Signal> latest(SignalKey key) {
    Observation observation = supply(key, clock.millis()).observation();
    return observation == null ? Optional.empty() : Optional.of(observation.signal());
  }

  private void withdraw(SignalKey key) {
    latest.remove(key);
    changed.accept(key);
  }

  private long end(Observation observation) {
    return observation.arrivedAt() + keep;
  }
}
