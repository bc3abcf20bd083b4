package dev.zt.engine;

import dev.zt.Decision;
import dev.zt.Event;
import dev.zt.Explanation;
import dev.zt.Request;
import dev.zt.engine.behavior.Attempt;
import dev.zt.engine.behavior.BehaviorView;
import dev.zt.engine.behavior.Contribution;
import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Decides under policies that may remember: a check sees what happened before it and adds itself in
 * one step, so that of many at once no more pass than a limit lets. Policies without behaviors pay
 * nothing for it. Thread-safe.
 */
final class Remembering {
  /** How often a check that others get ahead of is made again before those must wait. */
  private static final int TRIES = 16;

  private final Enforcement enforcement;
  private final BehaviorView view;
  private final Recorder recorder;
  private final BooleanSupplier watched;
  private final Consumer<Contribution> added;
  private final boolean remembers;

  /**
   * @param watched whether anybody is to hear what was added, as it is once something was added
   * @param added hears of everything that was added, on the thread that did it
   */
  Remembering(
      Enforcement enforcement,
      BehaviorView view,
      BooleanSupplier watched,
      Consumer<Contribution> added) {
    this.enforcement = enforcement;
    this.view = view;
    this.watched = watched;
    this.added = added;
    this.recorder = new Recorder(enforcement.policies(), enforcement.layout(), view);
    this.remembers = !enforcement.policies().behaviors().isEmpty();
  }

  /** Whether the policies ask for what happened. */
  boolean remembers() {
    return remembers;
  }

  Enforcement enforcement() {
    return enforcement;
  }

  BehaviorView view() {
    return view;
  }

  Decision check(Request request, Surroundings surroundings, long now) {
    return remembers && enforcement.layout().claim(request) instanceof BoundRequest bound
        ? check(bound, surroundings, now)
        : enforcement.decide(request, surroundings, now);
  }

  /**
   * Decides until nobody gets ahead of it: at first without hindering others, then alone. That
   * fails only where the same thread holds up who would have to go first.
   */
  private Decision check(BoundRequest request, Surroundings surroundings, long now) {
    Attempt attempt = view.attempt();
    for (int i = 0; i < TRIES; i++) {
      Decision counted = counted(attempt, request, surroundings, now);
      if (counted != null) {
        return counted;
      }
    }
    for (int i = 0; i < TRIES; i++) {
      Optional<Decision> counted =
          attempt.alone(() -> Optional.ofNullable(counted(attempt, request, surroundings, now)));
      if (counted.isPresent()) {
        return counted.get();
      }
    }
    attempt.blind();
    return Standing.noLongerThan(now, enforcement.decide(request, surroundings.with(attempt), now));
  }

  /** Decides and adds the decision; null where somebody got ahead of it. */
  private @Nullable Decision counted(
      Attempt attempt, BoundRequest request, Surroundings surroundings, long now) {
    attempt.again();
    Decision decision = enforcement.decide(request, surroundings.with(attempt), now);
    return switch (add(
        attempt, contributions(request, surroundings, attempt, decision, now), now)) {
      case CONFLICT -> null;
      case UNCHANGED -> decision;
      case CHANGED -> Standing.noLongerThan(now, decision);
    };
  }

  /** What {@link #check} decides, without adding it. */
  Decision preview(Request request, Surroundings surroundings, long now) {
    if (remembers && enforcement.layout().claim(request) instanceof BoundRequest bound) {
      Attempt attempt = view.attempt();
      Decision decision = enforcement.decide(bound, surroundings.with(attempt), now);
      return standing(bound, surroundings, attempt, decision, now);
    }
    return enforcement.decide(request, surroundings, now);
  }

  Explanation explain(Request request, Surroundings surroundings, long now) {
    if (remembers && enforcement.layout().claim(request) instanceof BoundRequest bound) {
      Attempt attempt = view.attempt();
      return enforcement
          .reference()
          .explain(
              bound.facts(surroundings.with(attempt)),
              request.toString(),
              now,
              decision -> standing(bound, surroundings, attempt, decision, now));
    }
    return enforcement.explain(request, surroundings, now);
  }

  private Decision standing(
      BoundRequest request,
      Surroundings surroundings,
      Attempt attempt,
      Decision decision,
      long now) {
    return attempt.wouldChange(contributions(request, surroundings, attempt, decision, now), now)
        ? Standing.noLongerThan(now, decision)
        : decision;
  }

  void observe(Event event, Surroundings surroundings, long now) {
    if (!recorder.records(event.name())) {
      enforcement.layout().reported(event);
      return;
    }
    Attempt attempt = view.attempt();
    for (int i = 0; i < TRIES; i++) {
      if (isAdded(attempt, event, surroundings, now)) {
        return;
      }
    }
    for (int i = 0; i < TRIES; i++) {
      if (attempt.alone(() -> isAdded(attempt, event, surroundings, now))) {
        return;
      }
    }
  }

  private boolean isAdded(Attempt attempt, Event event, Surroundings surroundings, long now) {
    attempt.again();
    Happening happening = Happening.of(event, enforcement, surroundings, attempt, now);
    return add(attempt, recorder.ofEvent(event.name(), happening), now) != Attempt.Result.CONFLICT;
  }

  private Attempt.Result add(Attempt attempt, List<Contribution> contributions, long now) {
    Attempt.Result result = attempt.add(contributions, now);
    if (result != Attempt.Result.CONFLICT && watched.getAsBoolean()) {
      contributions.forEach(added);
    }
    return result;
  }

  private List<Contribution> contributions(
      BoundRequest request,
      Surroundings surroundings,
      Attempt attempt,
      Decision decision,
      long now) {
    return recorder.ofDecision(
        decision.outcome(), Happening.of(request, enforcement, surroundings, attempt, now));
  }
}
