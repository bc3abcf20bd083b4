package dev.zt.test;

import dev.zt.dsl.suite.Precedent;
import dev.zt.engine.Past;
import dev.zt.engine.facts.Memory;
import dev.zt.engine.facts.Surroundings;
import dev.zt.policy.PolicySet;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What policies remember of what happens before a case: each case begins with nothing remembered.
 * Thread-safe.
 */
public final class Memories {
  private static final int MOST_KEPT = 64;

  private final Requests requests;
  private final Past nothing;
  private final boolean remembers;
  private final Map<List<Precedent>, Past> kept =
      new LinkedHashMap<>(MOST_KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<Precedent>, Past> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /** Under these policies. */
  public Memories(PolicySet policies) {
    this.requests = new Requests(policies.schema());
    this.nothing = Past.of(policies);
    this.remembers = !policies.behaviors().isEmpty();
  }

  /** All that happened, in order. */
  public synchronized Past after(List<Precedent> before) {
    return remembers && !before.isEmpty()
        ? kept.computeIfAbsent(List.copyOf(before), this::replayed)
        : nothing;
  }

  /** What a decision may ask for after all that. */
  public Surroundings surroundings(List<Precedent> before) {
    Past past = after(before);
    return Surroundings.NONE.with(
        (behavior, key, present, now) -> {
          Past.Remembered found = past.recall(behavior, key, present, Instant.ofEpochMilli(now));
          return new Memory.Recollection(found.least(), found.most(), found.until());
        });
  }

  private Past replayed(List<Precedent> before) {
    Past past = nothing.fresh();
    for (Precedent each : before) {
      if (each instanceof Precedent.Done done) {
        past.check(requests.of(done.situation()), instant(done.situation().now()));
      } else if (each instanceof Precedent.Observed observed) {
        past.observe(requests.of(observed), instant(observed.now()));
      }
    }
    return past;
  }

  private static Instant instant(@Nullable Instant now) {
    return now == null ? Instant.EPOCH : now;
  }
}
