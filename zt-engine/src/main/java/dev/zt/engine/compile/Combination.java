package dev.zt.engine.compile;

import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.Obligation;
import dev.zt.PolicyVersion;
import dev.zt.Reason;
import dev.zt.policy.Consequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What rules that decide together at one step say. Immutable. */
final class Combination {
  private final int[] rules;
  private final Decision.Grounds grounds;
  private final List<Challenge> challenges;
  private final List<Obligation> obligations;
  private final DenyCause cause;
  private final String message;
  private final Decision always;

  /** That of these rules, one or more, in order of number. */
  Combination(int[] rules, List<Provision> provisions, PolicyVersion policyVersion) {
    this.rules = rules;
    List<Reason> said = new ArrayList<>();
    Set<Challenge> asked = new LinkedHashSet<>();
    Set<Obligation> imposed = new LinkedHashSet<>();
    Provision first = provisions.get(rules[0]);
    boolean unmet = false;
    for (int rule : rules) {
      Provision provision = provisions.get(rule);
      said.add(provision.reason());
      Consequence consequence = provision.rule().consequence();
      if (consequence instanceof Consequence.Challenged challenged) {
        asked.addAll(challenged.challenges());
      } else if (consequence instanceof Consequence.Restricted restricted) {
        imposed.addAll(restricted.obligations());
      }
      unmet |= consequence instanceof Consequence.Deny;
    }
    this.grounds =
        rules.length == 1
            ? provisions.get(rules[0]).grounds()
            : new Decision.Grounds(said, List.of(), Frame.EVER, policyVersion, null);
    this.challenges = List.copyOf(asked);
    this.obligations = List.copyOf(imposed);
    if (first.step() == Step.FORBID) {
      this.cause = DenyCause.FORBIDDEN;
      this.message = first.unmet();
    } else {
      this.cause = unmet ? DenyCause.REQUIREMENT_UNMET : DenyCause.OBLIGATION_NOT_ENFORCED;
      this.message = unmet ? first.unmet() : first.notCarriedOut();
    }
    this.always =
        switch (first.step()) {
          case PERMIT, LENT, OFFERED -> new Decision.Permit(grounds);
          case FORBID, DENY -> new Decision.Deny(grounds, cause, message);
          case CHALLENGE -> new Decision.Challenge(grounds, challenges);
          case RESTRICT -> new Decision.Restrict(grounds, obligations);
        };
  }

  /** The grounds where nothing was unknown and no shadow rule is in scope. */
  Decision.Grounds grounds() {
    return grounds;
  }

  List<Challenge> challenges() {
    return challenges;
  }

  List<Obligation> obligations() {
    return obligations;
  }

  /** What they decide where time changes nothing and nothing was unknown. */
  Decision always() {
    return always;
  }

  /** Why they deny, if they do. */
  DenyCause cause() {
    return cause;
  }

  /** What is said where they deny. */
  String message() {
    return message;
  }

  /** Whether it is of the rules that were found from there on. */
  boolean isOf(Frame frame, int from) {
    if (frame.count() - from != rules.length) {
      return false;
    }
    for (int at = 0; at < rules.length; at++) {
      if (rules[at] != frame.rule(from + at)) {
        return false;
      }
    }
    return true;
  }
}
