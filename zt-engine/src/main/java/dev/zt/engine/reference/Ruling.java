package dev.zt.engine.reference;

import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Obligation;
import dev.zt.PolicyVersion;
import dev.zt.Reason;
import dev.zt.Unknown;
import dev.zt.engine.reference.Verdict.Step;
import dev.zt.policy.Consequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The decision: the lowest outcome that any applicable rule insists on, the steps in the order of
 * the language reference.
 */
final class Ruling {
  private final List<Verdict> verdicts;
  private final Predicate<String> enforced;
  private final PolicyVersion policyVersion;
  private final @Nullable Decision shadow;

  /** A ruling on these verdicts, in any order. */
  Ruling(
      List<Verdict> verdicts,
      Predicate<String> enforced,
      PolicyVersion policyVersion,
      @Nullable Decision shadow) {
    this.verdicts = verdicts.stream().sorted(Comparator.comparing(Verdict::id)).toList();
    this.enforced = enforced;
    this.policyVersion = policyVersion;
    this.shadow = shadow;
  }

  Decision decide() {
    List<Verdict> forbidding = insisting(Step.FORBID);
    if (!forbidding.isEmpty()) {
      return deny(DenyCause.FORBIDDEN, forbidding);
    }
    List<Verdict> giving = all(Step.PERMIT, Step.ELEVATE).filter(Verdict::gives).toList();
    if (giving.isEmpty()) {
      return denyByDefault();
    }
    List<Verdict> denying = insisting(Step.DENY);
    if (!denying.isEmpty()) {
      return deny(cause(denying), denying);
    }
    List<Verdict> permitting = giving.stream().filter(each -> each.permits().isTrue()).toList();
    List<Verdict> challenging = insisting(Step.CHALLENGE);
    if (!challenging.isEmpty() || permitting.isEmpty()) {
      return challenge(challenging, permitting.isEmpty() ? giving : List.of(), lastEnd(giving));
    }
    List<Verdict> restricting = insisting(Step.RESTRICT);
    if (!restricting.isEmpty()) {
      return restrict(restricting, lastEndOfPermits(permitting));
    }
    long until = earliest(quiet(Step.values()), lastEndOfPermits(permitting));
    return new Decision.Permit(grounds(permitting, List.of(), until));
  }

  // ---- the steps ----

  private Decision deny(DenyCause cause, List<Verdict> insisting) {
    return new Decision.Deny(
        grounds(insisting, unknowns(insisting), lastEndOfInsisting(insisting)),
        cause,
        message(cause, insisting.get(0)));
  }

  private static DenyCause cause(List<Verdict> denying) {
    boolean required =
        denying.stream().anyMatch(each -> each.consequence() instanceof Consequence.Deny);
    return required ? DenyCause.REQUIREMENT_UNMET : DenyCause.OBLIGATION_NOT_ENFORCED;
  }

  private String message(DenyCause cause, Verdict first) {
    String because = first.reason().message();
    if (cause == DenyCause.OBLIGATION_NOT_ENFORCED
        && first.consequence() instanceof Consequence.Restricted restricted) {
      return restricted.obligations().stream()
          .map(Obligation::name)
          .filter(enforced.negate())
          .map(name -> "`" + name + "`")
          .collect(
              Collectors.joining(
                  ", ",
                  "`" + first.id() + "` asks for ",
                  ", which the application does not carry out"));
    }
    if (because != null) {
      return because;
    }
    return cause == DenyCause.FORBIDDEN
        ? "`" + first.id() + "` forbids it"
        : "`" + first.id() + "` is not met";
  }

  private Decision denyByDefault() {
    List<Verdict> givers = all(Step.PERMIT, Step.ELEVATE).toList();
    long until =
        givers.stream().mapToLong(each -> each.applies().until()).min().orElse(Judged.EVER);
    return new Decision.Deny(
        grounds(List.of(), unknowns(givers), until), DenyCause.NOT_PERMITTED, "no permit applies");
  }

  private Decision challenge(List<Verdict> unmet, List<Verdict> elevations, long accessEnds) {
    List<Verdict> reasons = new ArrayList<>(unmet);
    reasons.addAll(elevations);
    reasons.sort(Comparator.comparing(Verdict::id));
    Set<Challenge> challenges = new LinkedHashSet<>();
    for (Verdict reason : reasons) {
      if (reason.consequence() instanceof Consequence.Challenged challenged) {
        challenges.addAll(challenged.challenges());
      } else {
        challenges.add(reason.elevate());
      }
    }
    long ends = unmet.isEmpty() ? Long.MIN_VALUE : lastEndOfInsisting(unmet);
    if (!elevations.isEmpty()) {
      long permitted =
          all(Step.PERMIT, Step.ELEVATE)
              .mapToLong(each -> each.permits().until())
              .min()
              .orElse(Judged.EVER);
      ends = Math.max(ends, earliest(lastEnd(elevations), permitted));
    }
    long until = earliest(quiet(Step.FORBID, Step.DENY), accessEnds, ends);
    return new Decision.Challenge(
        grounds(reasons, unknowns(unmet), until), List.copyOf(challenges));
  }

  private Decision restrict(List<Verdict> restricting, long accessEnds) {
    Set<Obligation> obligations = new LinkedHashSet<>();
    for (Verdict reason : restricting) {
      if (reason.consequence() instanceof Consequence.Restricted restricted) {
        obligations.addAll(restricted.obligations());
      }
    }
    long until =
        earliest(
            quiet(Step.FORBID, Step.DENY, Step.CHALLENGE),
            accessEnds,
            lastEndOfInsisting(restricting));
    return new Decision.Restrict(
        grounds(restricting, unknowns(restricting), until), List.copyOf(obligations));
  }

  // ---- how long ----

  private static long lastEnd(List<Verdict> giving) {
    return giving.stream().mapToLong(each -> each.applies().until()).max().orElse(Judged.EVER);
  }

  private static long lastEndOfPermits(List<Verdict> permitting) {
    return permitting.stream().mapToLong(each -> each.permits().until()).max().orElse(Judged.EVER);
  }

  private static long lastEndOfInsisting(List<Verdict> insisting) {
    return insisting.stream().mapToLong(Verdict::insistsUntil).max().orElse(Judged.EVER);
  }

  /** Until when none of those that do not insist at these steps begins to. */
  private long quiet(Step... steps) {
    return all(steps)
        .filter(each -> each.step() != Step.PERMIT && each.step() != Step.ELEVATE)
        .filter(each -> !each.insists())
        .mapToLong(Verdict::insistsUntil)
        .min()
        .orElse(Judged.EVER);
  }

  private static long earliest(long... instants) {
    long earliest = Judged.EVER;
    for (long instant : instants) {
      earliest = Math.min(earliest, instant);
    }
    return earliest;
  }

  // ---- parts ----

  private Stream<Verdict> all(Step... steps) {
    List<Step> counting = List.of(steps);
    return verdicts.stream().filter(verdict -> counting.contains(verdict.step()));
  }

  private List<Verdict> insisting(Step step) {
    return all(step).filter(Verdict::insists).toList();
  }

  private static List<Unknown> unknowns(List<Verdict> of) {
    Set<Unknown> all = new LinkedHashSet<>();
    of.forEach(each -> all.addAll(each.unknowns()));
    return List.copyOf(all);
  }

  private Decision.Grounds grounds(List<Verdict> deciding, List<Unknown> unknowns, long until) {
    List<Reason> reasons = deciding.stream().map(Verdict::reason).toList();
    return new Decision.Grounds(reasons, unknowns, until, policyVersion, shadow);
  }
}
