package dev.zt.engine;

import dev.zt.Event;
import dev.zt.Request;
import dev.zt.engine.behavior.BehaviorStore;
import dev.zt.engine.facts.Intake;
import dev.zt.engine.facts.Memory;
import dev.zt.engine.facts.Surroundings;
import dev.zt.policy.PolicySet;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.List;

/**
 * What happened before a request that a tool tries out: nothing at first. An application has an
 * {@link Engine}, which remembers for itself.
 *
 * <p>Not thread-safe; once nothing more happens, several threads may ask what is remembered.
 */
public final class Past {
  private static final int MOST_ENTRIES = 1_000;

  private final Enforcement enforcement;
  private final Remembering remembering;

  private Past(Enforcement enforcement) {
    this.enforcement = enforcement;
    BehaviorStore store = Retention.STANDARD.entries(MOST_ENTRIES).startEmpty().store();
    this.remembering =
        new Remembering(
            enforcement,
            store.view(enforcement.policies().behaviors(), 0),
            () -> false,
            contribution -> {});
  }

  /** A past under these policies in which nothing happened. */
  public static Past of(PolicySet policies) {
    return new Past(
        Enforcement.of(policies, obligation -> true, Evaluator.REFERENCE, new Intake()));
  }

  /** Another one under the same policies in which nothing happened. */
  public Past fresh() {
    return new Past(enforcement);
  }

  /** A request was decided, at an instant not before the last one. */
  public void check(Request request, Instant now) {
    remembering.check(request, Surroundings.NONE, now.toEpochMilli());
  }

  /** Something was observed, at an instant not before the last one. */
  public void observe(Event event, Instant now) {
    remembering.observe(event, Surroundings.NONE, now.toEpochMilli());
  }

  /**
   * What a behavior has come to.
   *
   * @param behavior its qualified name
   * @param key the values of its keys in the order written
   * @param present the values of what is measured against the remembered
   */
  public Remembered recall(String behavior, List<Value> key, List<Value> present, Instant now) {
    Memory.Recollection found =
        remembering.view().recall(behavior, key, present, now.toEpochMilli());
    return new Remembered(found.least(), found.most(), found.until());
  }

  /**
   * What a behavior has come to: a value, or two between which it lies.
   *
   * @param least the value, or the lower end
   * @param most the value, or the upper end
   * @param until epoch milliseconds before which passing time alone does not change it
   */
  public record Remembered(Reading least, Reading most, long until) {}

  /** What a decision may ask for after all that. */
  Surroundings surroundings() {
    return Surroundings.NONE.with(remembering.view());
  }
}
