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
import org.jspecify.annotations.Nullable;

/** Decides what sessions ask as the engine decides everything else. */
final class SessionJudge implements Judge {
  private final Engine engine;
  private final Completion completion;

  SessionJudge(Engine engine, Completion completion) {
    this.engine = engine;
    this.completion = completion;
  }

  @Override
  public Entry entry(Request request, Attendance attendance, long now) {
    Remembering remembering = engine.inForce();
    Completed completed = completed(remembering, request, attendance, now);
    Set<Object> reads =
        remembering.remembers() ? judgement(remembering, completed, now).reads() : Set.of();
    return new Entry(reads, () -> engine.checked(remembering, completed, now));
  }

  /** What was remembered is read and not added to, so that the decision does not end with that. */
  @Override
  public Judgement judge(Request request, Attendance attendance, long now) {
    Remembering remembering = engine.inForce();
    return judgement(remembering, completed(remembering, request, attendance, now), now);
  }

  private Judgement judgement(Remembering remembering, Completed completed, long now) {
    Surroundings given = engine.surroundings();
    Set<Object> reads = Set.of();
    if (remembering.remembers()) {
      Set<Object> seen = new HashSet<>();
      given =
          given.with(
              (behavior, key, present, instant) -> {
                seen.add(new Remembered(behavior, key));
                return remembering.view().recall(behavior, key, present, instant);
              });
      reads = seen;
    }
    Decision decision = remembering.enforcement().decide(completed.request(), given, now);
    return new Judgement(Standing.noLongerThan(completed.until(), decision), reads);
  }

  @Override
  public boolean remembers() {
    return engine.inForce().remembers();
  }

  @Override
  public boolean readsConcurrency() {
    return engine.inForce().enforcement().signals().reads("session", "concurrent");
  }

  @Override
  public @Nullable String device(Request request) {
    SignalPlan plan = engine.inForce().enforcement().signals();
    return plan.layout().given(request.signals(), "device", "id") instanceof Value.Text id
        ? id.value()
        : null;
  }

  @Override
  public String policyVersion() {
    return engine.inForce().enforcement().policies().version();
  }

  private Completed completed(
      Remembering remembering, Request request, Attendance attendance, long now) {
    return completion.complete(request, remembering.enforcement().signals(), attendance, now);
  }
}
