package dev.zt.engine.compile;

import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.PolicyVersion;
import dev.zt.Unknown;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The decision: the steps in the order of the language reference, each of which stops when it
 * settles the outcome. Immutable.
 */
final class Ruling {
  private static final String NO_PERMIT_APPLIES = "no permit applies";

  private final List<Provision> provisions;
  private final Combinations combinations;
  private final Doubts doubts;
  private final Decision.Permit[] alone;
  private final Decision.Grounds byDefault;
  private final Decision.Deny notPermitted;
  private final PolicyVersion policyVersion;

  /**
   * The ruling under some rules.
   *
   * @param provisions the rules by number
   */
  Ruling(List<Provision> provisions, PolicyVersion policyVersion, Vocabulary vocabulary) {
    this.provisions = provisions;
    this.combinations = new Combinations(provisions, policyVersion);
    this.doubts = new Doubts(provisions, vocabulary);
    this.alone = new Decision.Permit[provisions.size()];
    for (int rule = 0; rule < alone.length; rule++) {
      alone[rule] = new Decision.Permit(provisions.get(rule).grounds());
    }
    this.byDefault = new Decision.Grounds(List.of(), List.of(), Frame.EVER, policyVersion, null);
    this.notPermitted = notPermitted(byDefault, Frame.EVER);
    this.policyVersion = policyVersion;
  }

  Combinations combinations() {
    return combinations;
  }

  /** Given by the rule of that number alone. */
  Decision permit(int rule, long until) {
    return until == Frame.EVER
        ? alone[rule]
        : new Decision.Permit(provisions.get(rule).grounds(), until);
  }

  /** Denied by default where nothing is unknown. */
  Decision notPermitted(long until) {
    return until == Frame.EVER ? notPermitted : notPermitted(byDefault, until);
  }

  private static Decision.Deny notPermitted(Decision.Grounds grounds, long until) {
    return new Decision.Deny(grounds, until, DenyCause.NOT_PERMITTED, NO_PERMIT_APPLIES);
  }

  /** Decides what is in the frame; null where an elevation is what can be asked for. */
  @Nullable Decision decide(Cell cell, Frame frame) {
    if (!cell.mayShadow(frame)) {
      return decide(cell, frame, false, null);
    }
    Decision shadow = decide(cell, frame, true, null);
    return shadow == null ? null : decide(cell, frame, false, shadow);
  }

  private @Nullable Decision decide(
      Cell cell, Frame frame, boolean shadowed, @Nullable Decision shadow) {
    frame.restore(0);
    cell.run(Step.FORBID, shadowed, frame);
    if (frame.count() > 0) {
      return deny(frame, 0, shadow);
    }
    long quiet = frame.firstFalse();

    cell.run(Step.PERMIT, shadowed, frame);
    int permits = frame.count();
    long permitsChange = frame.firstOfAll();
    long accessEnds = frame.lastTrue();
    if (cell.has(Step.LENT, false)) {
      cell.run(Step.LENT, false, frame);
      accessEnds = Math.max(accessEnds, frame.lastTrue());
    }
    if (!frame.anyTrue()) {
      frame.restore(permits);
      return denyByDefault(cell, frame, permitsChange, shadow);
    }
    int requirements = frame.count();

    if (cell.has(Step.DENY, shadowed)) {
      cell.run(Step.DENY, shadowed, frame);
      if (frame.count() > requirements) {
        return deny(frame, requirements, shadow);
      }
      quiet = Math.min(quiet, frame.firstFalse());
    }

    if (cell.has(Step.CHALLENGE, shadowed)) {
      cell.run(Step.CHALLENGE, shadowed, frame);
      if (frame.count() > requirements) {
        long asked = Math.min(quiet, frame.lastTrueOrUnknown());
        long offersEnd = Math.max(accessEnds, lastOffer(cell, frame));
        return challenge(frame, requirements, Math.min(asked, offersEnd), shadow);
      }
      quiet = Math.min(quiet, frame.firstFalse());
    }

    if (cell.has(Step.RESTRICT, shadowed)) {
      cell.run(Step.RESTRICT, shadowed, frame);
      if (frame.count() > requirements) {
        long until = Math.min(Math.min(quiet, accessEnds), frame.lastTrueOrUnknown());
        return restrict(frame, requirements, until, shadow);
      }
      quiet = Math.min(quiet, frame.firstFalse());
    }
    return permit(frame, Math.min(quiet, accessEnds), shadow);
  }

  private Decision deny(Frame frame, int from, @Nullable Decision shadow) {
    frame.sort(from);
    Combination said = combinations.of(frame, from);
    return new Decision.Deny(
        grounds(said, frame, from, shadow),
        frame.lastTrueOrUnknown(),
        said.cause(),
        said.message());
  }

  /** Until when the last of the elevations gives what it does to whom it is granted. */
  private static long lastOffer(Cell cell, Frame frame) {
    int before = frame.count();
    cell.run(Step.OFFERED, false, frame);
    frame.restore(before);
    return frame.lastTrue();
  }

  /** Where no permit applies; null where an elevation does. */
  private @Nullable Decision denyByDefault(
      Cell cell, Frame frame, long permitsChange, @Nullable Decision shadow) {
    cell.run(Step.OFFERED, false, frame);
    if (frame.anyTrue()) {
      return null;
    }
    frame.sort(0);
    return notPermitted(
        grounds(byDefault, unknowns(frame, 0), shadow),
        Math.min(permitsChange, frame.firstOfAll()));
  }

  private Decision challenge(Frame frame, int from, long until, @Nullable Decision shadow) {
    frame.sort(from);
    Combination said = combinations.of(frame, from);
    return new Decision.Challenge(grounds(said, frame, from, shadow), until, said.challenges());
  }

  private Decision restrict(Frame frame, int from, long until, @Nullable Decision shadow) {
    frame.sort(from);
    Combination said = combinations.of(frame, from);
    return new Decision.Restrict(grounds(said, frame, from, shadow), until, said.obligations());
  }

  /** By the permits that are true; nothing else was found. */
  private Decision permit(Frame frame, long until, @Nullable Decision shadow) {
    frame.dropUnknown();
    frame.sort(0);
    return new Decision.Permit(
        grounds(combinations.of(frame, 0).grounds(), List.of(), shadow), until);
  }

  private Decision.Grounds grounds(
      Combination said, Frame frame, int from, @Nullable Decision shadow) {
    return grounds(said.grounds(), unknowns(frame, from), shadow);
  }

  private Decision.Grounds grounds(
      Decision.Grounds plain, List<Unknown> unknowns, @Nullable Decision shadow) {
    return unknowns.isEmpty() && shadow == null
        ? plain
        : new Decision.Grounds(plain.reasons(), unknowns, Frame.EVER, policyVersion, shadow);
  }

  /** The leaves of what was found unknown. */
  private List<Unknown> unknowns(Frame frame, int from) {
    for (int at = from; at < frame.count(); at++) {
      if (frame.isUnknown(at)) {
        return doubts.of(frame, from);
      }
    }
    return List.of();
  }
}
