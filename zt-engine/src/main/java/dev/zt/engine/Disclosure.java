package dev.zt.engine;

import dev.zt.Decision;
import dev.zt.Unknown;
import dev.zt.UnknownCause;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a record may say of a decision: of an attribute that was not chosen, that it was unknown and
 * why, but nothing of what was given for it. Why a source failed is told, since that is the
 * source's to say.
 *
 * @param chosen the paths of the attributes of which a record may tell the value
 */
record Disclosure(Set<String> chosen) {
  Decision of(Decision decision) {
    if (!quotes(decision)) {
      return decision;
    }
    List<Unknown> unknowns = decision.unknowns().stream().map(this::withoutQuotes).toList();
    return Grounded.on(
        new Decision.Grounds(
            decision.reasons(),
            unknowns,
            millis(decision.validUntil()),
            decision.policyVersion(),
            decision.shadow().map(this::of).orElse(null)),
        decision);
  }

  private static long millis(Instant until) {
    return until.equals(Instant.MAX) ? Long.MAX_VALUE : until.toEpochMilli();
  }

  private boolean quotes(Decision decision) {
    for (Unknown unknown : decision.unknowns()) {
      if (quotes(unknown)) {
        return true;
      }
    }
    return decision.shadow().map(this::quotes).orElse(false);
  }

  private boolean quotes(Unknown unknown) {
    return !unknown.detail().isEmpty()
        && unknown.cause() != UnknownCause.FAILED
        && !chosen.contains(unknown.path());
  }

  private Unknown withoutQuotes(Unknown unknown) {
    return quotes(unknown) ? new Unknown(unknown.path(), unknown.cause(), "") : unknown;
  }
}
