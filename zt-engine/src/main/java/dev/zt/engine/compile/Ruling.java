package dev.zt.engine.compile;

import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Obligation;
import dev.zt.Reason;
import dev.zt.Unknown;
import dev.zt.policy.Consequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The decision: the steps in the order of the language reference, each of which stops when it
 * settles the outcome.
 *
 * @param provisions the rules by number
 */
record Ruling(List<Provision> provisions, String policyVersion) {

  /** Decides what is in the frame. */
  Decision decide(Cell cell, Frame frame) {
    if (!cell.mayShadow(frame)) {
      return decide(cell, frame, false, null);
    }
    Decision shadow = decide(cell, frame, true, null);
    return decide(cell, frame, false, shadow);
  }

  private Decision decide(Cell cell, Frame frame, boolean shadowed, @Nullable Decision shadow) {
    frame.restore(0);
    cell.run(Step.FORBID, shadowed, frame);
    if (frame.count() > 0) {
      return deny(frame, 0, DenyCause.FORBIDDEN, shadow);
    }
    long quiet = frame.firstFalse();

    cell.run(Step.PERMIT, shadowed, frame);
    int requirements = frame.count();
    frame.sort(0);
    if (!frame.anyTrue()) {
      return denyByDefault(frame, shadow);
    }
    long accessEnds = frame.lastTrue();

    cell.run(Step.DENY, shadowed, frame);
    if (frame.count() > requirements) {
      frame.sort(requirements);
      return deny(frame, requirements, cause(frame, requirements), shadow);
    }
    quiet = Math.min(quiet, frame.firstFalse());

    cell.run(Step.CHALLENGE, shadowed, frame);
    if (frame.count() > requirements) {
      long until = Math.min(Math.min(quiet, accessEnds), frame.lastTrueOrUnknown());
      return challenge(frame, requirements, until, shadow);
    }
    quiet = Math.min(quiet, frame.firstFalse());

    cell.run(Step.RESTRICT, shadowed, frame);
    if (frame.count() > requirements) {
      long until = Math.min(Math.min(quiet, accessEnds), frame.lastTrueOrUnknown());
      return restrict(frame, requirements, until, shadow);
    }
    quiet = Math.min(quiet, frame.firstFalse());
    return new Decision.Permit(
        grounds(permitting(frame), List.of(), Math.min(quiet, accessEnds), shadow));
  }

  private Decision deny(Frame frame, int from, DenyCause cause, @Nullable Decision shadow) {
    frame.sort(from);
    Provision first = provisions.get(frame.rule(from));
    String message =
        cause == DenyCause.OBLIGATION_NOT_ENFORCED ? first.notCarriedOut() : first.unmet();
    return new Decision.Deny(
        grounds(reasons(frame, from), unknowns(frame, from), frame.lastTrueOrUnknown(), shadow),
        cause,
        message);
  }

  private DenyCause cause(Frame frame, int from) {
    for (int at = from; at < frame.count(); at++) {
      if (provisions.get(frame.rule(at)).rule().consequence() instanceof Consequence.Deny) {
        return DenyCause.REQUIREMENT_UNMET;
      }
    }
    return DenyCause.OBLIGATION_NOT_ENFORCED;
  }

  private Decision denyByDefault(Frame frame, @Nullable Decision shadow) {
    return new Decision.Deny(
        grounds(List.of(), unknowns(frame, 0), frame.firstOfAll(), shadow),
        DenyCause.NOT_PERMITTED,
        "no permit applies");
  }

  private Decision challenge(Frame frame, int from, long until, @Nullable Decision shadow) {
    frame.sort(from);
    Set<Challenge> challenges = new LinkedHashSet<>();
    for (int at = from; at < frame.count(); at++) {
      if (provisions.get(frame.rule(at)).rule().consequence()
          instanceof Consequence.Challenged challenged) {
        challenges.addAll(challenged.challenges());
      }
    }
    return new Decision.Challenge(
        grounds(reasons(frame, from), unknowns(frame, from), until, shadow),
        List.copyOf(challenges));
  }

  private Decision restrict(Frame frame, int from, long until, @Nullable Decision shadow) {
    frame.sort(from);
    Set<Obligation> obligations = new LinkedHashSet<>();
    for (int at = from; at < frame.count(); at++) {
      if (provisions.get(frame.rule(at)).rule().consequence()
          instanceof Consequence.Restricted restricted) {
        obligations.addAll(restricted.obligations());
      }
    }
    return new Decision.Restrict(
        grounds(reasons(frame, from), unknowns(frame, from), until, shadow),
        List.copyOf(obligations));
  }

  // ---- parts ----

  private List<Reason> reasons(Frame frame, int from) {
    if (frame.count() == from + 1) {
      return provisions.get(frame.rule(from)).alone();
    }
    List<Reason> reasons = new ArrayList<>();
    for (int at = from; at < frame.count(); at++) {
      reasons.add(provisions.get(frame.rule(at)).reason());
    }
    return List.copyOf(reasons);
  }

  /** The reasons of the permits that are true; nothing else was found. */
  private List<Reason> permitting(Frame frame) {
    frame.dropUnknown();
    return reasons(frame, 0);
  }

  /** The leaves of what was found unknown, by the reference. */
  private List<Unknown> unknowns(Frame frame, int from) {
    Set<Unknown> all = null;
    for (int at = from; at < frame.count(); at++) {
      if (frame.isUnknown(at)) {
        all = all == null ? new LinkedHashSet<>() : all;
        all.addAll(frame.trace().unknowns(provisions.get(frame.rule(at)).rule()));
      }
    }
    return all == null ? List.of() : List.copyOf(all);
  }

  private Decision.Grounds grounds(
      List<Reason> reasons, List<Unknown> unknowns, long until, @Nullable Decision shadow) {
    return new Decision.Grounds(reasons, unknowns, until, policyVersion, shadow);
  }
}
