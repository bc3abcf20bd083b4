package dev.zt.engine.audit;

import dev.zt.AuditRecord;
import dev.zt.Challenge;
import dev.zt.Decision;
import dev.zt.Obligation;
import dev.zt.Outcome;
import dev.zt.Reason;
import dev.zt.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a record says, in the words that all layouts share. */
record Said(AuditRecord record) {
  /** What the record is about and what happened: {@code decision.check}. */
  String code() {
    return record.kind().name().toLowerCase(Locale.ROOT) + "." + record.step();
  }

  /** What was asked for, or the code where nothing was. */
  String operation() {
    String action = record.action();
    return action == null ? code() : action;
  }

  @Nullable Outcome outcome() {
    Decision decision = record.decision();
    return decision == null ? null : decision.outcome();
  }

  boolean givesAccess() {
    Outcome outcome = outcome();
    return outcome == Outcome.PERMIT || outcome == Outcome.RESTRICT;
  }

  /** The step of the decision that denied, or null. */
  @Nullable String cause() {
    return record.decision() instanceof Decision.Deny deny ? deny.cause().name() : null;
  }

  List<Reason> reasons() {
    Decision decision = record.decision();
    return decision == null ? List.of() : decision.reasons();
  }

  List<String> rules() {
    return reasons().stream().map(Reason::rule).toList();
  }

  List<Unknown> unknowns() {
    Decision decision = record.decision();
    return decision == null ? List.of() : decision.unknowns();
  }

  List<String> obligations() {
    return record.decision() instanceof Decision.Restrict restrict
        ? restrict.obligations().stream().map(Obligation::toString).toList()
        : List.of();
  }

  List<String> challenges() {
    return record.decision() instanceof Decision.Challenge challenge
        ? challenge.challenges().stream().map(Challenge::toString).toList()
        : List.of();
  }

  /** What shadow rules would have made of it, or null. */
  @Nullable String shadow() {
    Decision decision = record.decision();
    return decision == null
        ? null
        : decision.shadow().map(Decision::outcome).map(Outcome::name).orElse(null);
  }

  /** Until when the decision stands, or null for ever. */
  @Nullable String validUntil() {
    Decision decision = record.decision();
    return decision == null || decision.validUntil().equals(Instant.MAX)
        ? null
        : decision.validUntil().toString();
  }

  /** A sentence for a person, or null. */
  @Nullable String message() {
    if (!record.message().isEmpty()) {
      return record.message();
    }
    return record.decision() instanceof Decision.Deny deny ? deny.message() : null;
  }

  long millis() {
    return millis(record.time());
  }

  /** Milliseconds of the epoch; a time that does not fit is the nearest that does. */
  static long millis(Instant time) {
    try {
      return time.toEpochMilli();
    } catch (ArithmeticException outOfRange) {
      return time.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
    }
  }
}
