package dev.zt.test.mutation;

import dev.zt.dsl.suite.Situation;
import dev.zt.policy.Schema;
import dev.zt.policy.value.Value;
import dev.zt.test.search.Change;
import dev.zt.test.search.Owner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Lets those signals grow stale whose bound a mutant takes away. */
record Aging(Schema schema, Mutant mutant) {
  private static final long SECOND = 1_000;

  /** The changes, with an observation that is a second too old in place of any other. */
  List<Change> after(Situation situation, List<Change> changes) {
    Schema changed = mutant.variant().schema();
    Instant now = situation.now();
    if (changed == null || now == null) {
      return changes;
    }
    List<Change> all = new ArrayList<>(changes);
    for (Schema.Signal signal : schema.signals().values()) {
      Long fresh = signal.fresh();
      Schema.Signal other = changed.signals().get(signal.name());
      if (fresh != null && other != null && !fresh.equals(other.fresh())) {
        Value.Time stale = new Value.Time(now.toEpochMilli() - fresh - SECOND);
        Change aged = Change.Give.of(Owner.signal(signal.name()), "as_of", stale);
        all.removeIf(each -> each.excludes(aged));
        all.add(aged);
      }
    }
    return all;
  }
}
