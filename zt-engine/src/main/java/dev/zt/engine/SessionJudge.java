package dev.zt.engine;

import dev.zt.Decision;
import dev.zt.Request;
import dev.zt.engine.facts.Surroundings;
import dev.zt.engine.session.Judge;
import dev.zt.engine.signal.Attendance;
import dev.zt.engine.signal.Completed;
import dev.zt.engine.signal.Completion;
import dev.zt.engine.signal.SignalPlan;
import dev.zt.policy.value.Value;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Decides what sessions ask as the engine decides everything else. */
final class SessionJudge implements Judge {
  private final Supplier<Remembering> inForce;
  private final Completion completion;
  private final Supplier<Surroundings> surroundings;
  private final Check check;

  SessionJudge(
      Supplier<Remembering> inForce,
      Completion completion,
      Supplier<Surroundings> surroundings,
      Check check) {
    this.inForce = inForce;
    this.completion = completion;
    this.surroundings = surroundings;
    this.check = check;
  }

  /** Decides a request to which nothing is to be added, and lets it count. */
  @FunctionalInterface
  interface Check {
    Decision check(Remembering remembering, Completed completed, long now);
  }

  @Override
  public Decision enter(Request request, Attendance attendance, long now) {
    Remembering remembering = inForce.get();
    return check.check(remembering, completed(remembering, request, attendance, now), now);
  }

  /** What was remembered is read and not added to, so that the decision does not end with that. */
  @Override
  public Judgement judge(Request request, Attendance attendance, long now) {
    Remembering remembering = inForce.get();
    Completed completed = completed(remembering, request, attendance, now);
    if (!remembering.remembers()) {
      return judgement(remembering, completed, surroundings.get(), Set.of(), now);
    }
    Set<Object> reads = new HashSet<>();
    Surroundings watched =
        surroundings
            .get()
            .with(
                (behavior, key, present, instant) -> {
                  reads.add(new Remembered(behavior, key));
                  return remembering.view().recall(behavior, key, present, instant);
                });
    return judgement(remembering, completed, watched, reads, now);
  }

  private static Judgement judgement(
      Remembering remembering,
      Completed completed,
      Surroundings given,
      Set<Object> reads,
      long now) {
    Decision decision = remembering.enforcement().decide(completed.request(), given, now);
    return new Judgement(Standing.noLongerThan(completed.until(), decision), reads);
  }

  @Override
  public boolean remembers() {
    return inForce.get().remembers();
  }

  @Override
  public boolean readsConcurrency() {
    return inForce.get().enforcement().signals().reads("session", "concurrent");
  }

  @Override
  public @Nullable String device(Request request) {
    SignalPlan plan = inForce.get().enforcement().signals();
    return plan.layout().given(request.signals(), "device", "id") instanceof Value.Text id
        ? id.value()
        : null;
  }

  @Override
  public String policyVersion() {
    return inForce.get().enforcement().policies().version();
  }

  private Completed completed(
      Remembering remembering, Request request, Attendance attendance, long now) {
    return completion.complete(request, remembering.enforcement().signals(), attendance, now);
  }
}
