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
import dev.zt.engine.reference.Trace;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

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
  private final Mentions mentions;
  private final Consumer<Contribution> added;
  private final boolean remembers;

  /**
   * @param added hears of everything that was added, on the thread that did it
   */
  Remembering(Enforcement enforcement, BehaviorView view, Consumer<Contribution> added) {
    this.enforcement = enforcement;
    this.view = view;
    this.added = added;
    this.recorder = new Recorder(enforcement.policies());
    this.mentions = new Mentions(enforcement.policies());
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

  private Decision check(BoundRequest request, Surroundings surroundings, long now) {
    Attempt attempt = view.attempt();
    Surroundings remembered = surroundings.with(attempt);
    Optional<Decision> counted =
        persist(
            attempt,
            () -> {
              Decision decision = enforcement.decide(request, remembered, now);
              List<Contribution> contributions = contributions(request, remembered, decision, now);
              return switch (add(attempt, contributions, mentioned(request), now)) {
                case CONFLICT -> Optional.empty();
                case UNCHANGED -> Optional.of(decision);
                case CHANGED -> Optional.of(Standing.noLongerThan(now, decision));
              };
            });
    return counted.orElseGet(
        () -> {
          attempt.blind();
          return Standing.noLongerThan(now, enforcement.decide(request, remembered, now));
        });
  }

  /** What {@link #check} decides, without adding it. */
  Decision preview(Request request, Surroundings surroundings, long now) {
    if (remembers && enforcement.layout().claim(request) instanceof BoundRequest bound) {
      Attempt attempt = view.attempt();
      Surroundings remembered = surroundings.with(attempt);
      Decision decision = enforcement.decide(bound, remembered, now);
      return standing(bound, remembered, attempt, decision, now);
    }
    return enforcement.decide(request, surroundings, now);
  }

  Explanation explain(Request request, Surroundings surroundings, long now) {
    if (remembers && enforcement.layout().claim(request) instanceof BoundRequest bound) {
      Attempt attempt = view.attempt();
      Surroundings remembered = surroundings.with(attempt);
      return enforcement
          .reference()
          .explain(
              bound.facts(remembered),
              request.toString(),
              now,
              decision -> standing(bound, remembered, attempt, decision, now));
    }
    return enforcement.explain(request, surroundings, now);
  }

  private Decision standing(
      BoundRequest request,
      Surroundings surroundings,
      Attempt attempt,
      Decision decision,
      long now) {
    return attempt.wouldChange(
            contributions(request, surroundings, decision, now), mentioned(request), now)
        ? Standing.noLongerThan(now, decision)
        : decision;
  }

  void observe(Event event, Surroundings surroundings, long now) {
    if (!recorder.records(event.name())) {
      return;
    }
    BoundRequest bound = enforcement.layout().bind(event);
    Attempt attempt = view.attempt();
    Surroundings remembered = surroundings.with(attempt);
    persist(
        attempt,
        () -> {
          Trace trace = enforcement.reference().trace(bound.facts(remembered), now);
          List<Contribution> contributions =
              recorder.ofEvent(event.name(), bound.hasSubject(), trace);
          return add(attempt, contributions, Set.of(), now) == Attempt.Result.CONFLICT
              ? Optional.empty()
              : Optional.of(contributions);
        });
  }

  private Set<String> mentioned(BoundRequest request) {
    return mentions.of(request.resource().type(), request.action());
  }

  private Attempt.Result add(
      Attempt attempt, List<Contribution> contributions, Set<String> mentioned, long now) {
    Attempt.Result result = attempt.add(contributions, mentioned, now);
    if (result != Attempt.Result.CONFLICT) {
      contributions.forEach(added);
    }
    return result;
  }

  /**
   * Does something until nobody gets ahead of it: at first without hindering others, then alone.
   * Nothing only where the same thread holds up who would have to go first.
   */
  private static <T> Optional<T> persist(Attempt attempt, Supplier<Optional<T>> deed) {
    Optional<T> done = Optional.empty();
    for (int i = 0; i < 2 * TRIES && done.isEmpty(); i++) {
      if (i < TRIES) {
        attempt.again();
        done = deed.get();
      } else {
        done =
            attempt.alone(
                () -> {
                  attempt.again();
                  return deed.get();
                });
      }
    }
    return done;
  }

  private List<Contribution> contributions(
      BoundRequest request, Surroundings surroundings, Decision decision, long now) {
    return recorder.ofDecision(
        request.resource().type(),
        request.action(),
        decision.outcome(),
        () -> enforcement.reference().trace(request.facts(surroundings), now));
  }
}
