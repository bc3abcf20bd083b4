package dev.zt.engine;

import dev.zt.AuditRecord;
import dev.zt.Decision;
import dev.zt.DenyCause;
import dev.zt.EntityRef;
import dev.zt.Grant;
import dev.zt.Metrics;
import dev.zt.Metrics.Counter;
import dev.zt.Request;
import dev.zt.SessionChange;
import dev.zt.Unknown;
import dev.zt.engine.facts.AttributePath;
import dev.zt.engine.facts.Layout;
import dev.zt.policy.Field;
import dev.zt.policy.Names;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts and records what an engine decided and did, after the verdict. Whatever goes wrong here
 * changes a decision in one way alone: access that must be recorded and is not becomes a denial.
 */
final class Ledger {
  private final Metrics metrics;
  private final @Nullable Auditing auditing;
  private final Disclosure disclosure;
  private final InstantSource clock;
  private final List<Watched> watched = new CopyOnWriteArrayList<>();

  private Ledger(Metrics metrics, @Nullable Auditing auditing, InstantSource clock) {
    this.metrics = metrics;
    this.auditing = auditing;
    this.disclosure =
        new Disclosure(
            auditing == null
                ? Set.of()
                : auditing.attributes().stream()
                    .map(AttributePath::toString)
                    .collect(Collectors.toSet()));
    this.clock = clock;
  }

  /**
   * A ledger; null when nobody asks for one.
   *
   * @throws IllegalArgumentException when an attribute was chosen that is secret or not declared
   */
  static @Nullable Ledger of(
      Metrics metrics, @Nullable Auditing auditing, InstantSource clock, PolicySet policies) {
    if (auditing == null) {
      return metrics == Metrics.NONE ? null : new Ledger(metrics, null, clock);
    }
    auditing.attributes().forEach(path -> check(path, policies));
    return new Ledger(metrics, auditing, clock);
  }

  private static void check(AttributePath path, PolicySet policies) {
    List<Field> declared = path.declared(policies);
    if (declared.stream().allMatch(Field::derived)) {
      throw new IllegalArgumentException(
          "`" + path + "` is nothing that requests carry under these policies");
    }
    if (declared.stream().allMatch(Field::secret)) {
      throw new IllegalArgumentException("`" + path + "` is secret, and no log may hold it");
    }
  }

  /** Counts, with the next decision, what something adds up by itself. */
  void watch(Counter counter, String of, LongSupplier total) {
    watched.add(new Watched(counter, of, total));
  }

  private void countWatched() {
    for (Watched each : watched) {
      long more = each.more();
      if (more > 0) {
        count(each.counter(), each.of(), more);
      }
    }
  }

  /** Counts and records a decision; what comes back is what the application hears. */
  Decision decided(Ruled ruled, Layout layout, AuditMarks marks, long now) {
    Decision decision = ruled.decision();
    if (auditing != null) {
      boolean required = marks.require(ruled.request(), decision);
      if (isLeftOut(decision, required)) {
        count(Counter.UNSAMPLED_PERMITS, "");
      } else {
        decision = heard(decision, required, append(record(ruled, layout, now)), now);
      }
    }
    countDecision(decision);
    return decision;
  }

  /** As {@link #decided}, of a batch, whose records wait for the sink together. */
  List<Decision> decidedAll(List<Ruled> batch, Layout layout, AuditMarks marks, long now) {
    List<Decision> heard = new ArrayList<>(batch.stream().map(Ruled::decision).toList());
    if (auditing != null) {
      List<Integer> places = new ArrayList<>();
      List<AuditRecord> records = new ArrayList<>();
      for (int i = 0; i < heard.size(); i++) {
        Ruled ruled = batch.get(i);
        if (isLeftOut(ruled.decision(), marks.require(ruled.request(), ruled.decision()))) {
          count(Counter.UNSAMPLED_PERMITS, "");
        } else {
          places.add(i);
          records.add(record(ruled, layout, now));
        }
      }
      List<Boolean> kept = appendAll(records);
      for (int i = 0; i < records.size(); i++) {
        Ruled ruled = batch.get(places.get(i));
        boolean required = marks.require(ruled.request(), ruled.decision());
        heard.set(places.get(i), heard(ruled.decision(), required, kept.get(i), now));
      }
    }
    heard.forEach(this::countDecision);
    return heard;
  }

  private void countDecision(Decision heard) {
    count(Counter.DECISIONS, heard.outcome().name());
    countWatched();
    for (Unknown unknown : heard.unknowns()) {
      count(Counter.UNKNOWNS, unknown.path() + " " + unknown.cause());
    }
  }

  private AuditRecord record(Ruled ruled, Layout layout, long now) {
    return AuditRecord.decision(
        ruled.request(),
        disclosure.of(ruled.decision()),
        Instant.ofEpochMilli(now),
        attributes(ruled.request(), layout));
  }

  private Decision heard(Decision decision, boolean required, boolean kept, long now) {
    boolean access = decision.permitted() || decision instanceof Decision.Restrict;
    return kept || !access || !(required || overload().denies())
        ? decision
        : new Decision.Deny(
            new Decision.Grounds(List.of(), List.of(), now, decision.policyVersion(), null),
            DenyCause.NOT_RECORDED,
            "no record of it could be kept");
  }

  private boolean isLeftOut(Decision decision, boolean required) {
    int oneOf = auditing == null ? 1 : auditing.oneOf();
    return oneOf > 1
        && decision.permitted()
        && !required
        && ThreadLocalRandom.current().nextInt(oneOf) != 0;
  }

  private Overload overload() {
    return auditing == null ? Overload.drop() : auditing.overload();
  }

  private Map<String, String> attributes(Request request, Layout layout) {
    if (auditing == null || auditing.attributes().isEmpty()) {
      return Map.of();
    }
    Map<String, String> known = new LinkedHashMap<>();
    for (AttributePath path : auditing.attributes()) {
      String value = path.shown(request, layout);
      if (value != null) {
        known.put(path.toString(), value);
      }
    }
    return known;
  }

  /** Records that other policies are in force. */
  void reloaded(PolicySet before, PolicySet after) {
    append(
        AuditRecord.of(
            AuditRecord.Kind.RELOAD,
            "reload",
            clock.instant(),
            after.version(),
            "in force instead of " + before.version()));
  }

  /** Records what became of a grant. */
  void granted(Grant grant, String policyVersion) {
    Grant.Ending ending = grant.ending();
    List<Grant.Approval> approvals = grant.approvals();
    EntityRef by =
        switch (grant.state()) {
          case PENDING, APPROVED ->
              approvals.isEmpty()
                  ? grant.subject()
                  : approvals.get(approvals.size() - 1).approver();
          case DENIED, CANCELLED, REVOKED, EXPIRED -> ending == null ? null : ending.by();
        };
    String reason = ending == null ? grant.reason() : ending.reason();
    String resourceId = grant.resourceId();
    append(
        AuditRecord.elevation(
            step(grant),
            by,
            Names.simple(grant.elevation()),
            resourceId == null ? null : new EntityRef(grant.resourceType(), resourceId),
            clock.instant(),
            policyVersion,
            reason == null ? "" : reason,
            details(grant)));
  }

  private static String step(Grant grant) {
    return switch (grant.state()) {
      case PENDING -> grant.approvals().isEmpty() ? "requested" : "endorsed";
      case APPROVED -> "approved";
      case DENIED -> "denied";
      case EXPIRED -> "expired";
      case CANCELLED -> "cancelled";
      case REVOKED -> "revoked";
    };
  }

  private static Map<String, String> details(Grant grant) {
    Map<String, String> details = new LinkedHashMap<>();
    details.put("grant", grant.id());
    details.put("elevation", grant.elevation());
    details.put("for", grant.subject().toString());
    details.put("resource_type", grant.resourceType());
    details.put("duration", grant.duration().toString());
    Instant start = grant.start();
    Instant end = grant.end();
    if (start != null) {
      details.put("start", start.toString());
    }
    if (end != null) {
      details.put("end", end.toString());
    }
    return details;
  }

  /**
   * Records how the decision of a session changed.
   *
   * @return whether the session may stand: false where access had to be recorded and was not
   */
  boolean changed(SessionChange change, AuditMarks marks) {
    Request request = change.session().request();
    Decision after = change.after();
    boolean kept =
        append(
            AuditRecord.session(
                change.cause().name().toLowerCase(Locale.ROOT),
                request,
                disclosure.of(after),
                clock.instant(),
                change.detail()));
    boolean access = after.permitted() || after instanceof Decision.Restrict;
    return kept || !access || !mustBeKept(request, after, marks);
  }

  private boolean mustBeKept(Request request, Decision decision, AuditMarks marks) {
    return marks.require(request, decision) || overload().denies();
  }

  /** Counts a listener that threw. */
  void listenerFailed() {
    count(Counter.LISTENER_FAILURES, "session");
  }

  /**
   * Records something.
   *
   * @return whether it is kept; where nobody asked for records, true
   */
  boolean append(AuditRecord record) {
    if (auditing == null) {
      return true;
    }
    try {
      Duration patience = auditing.overload().patience();
      if (auditing.sink().append(record, patience)) {
        return true;
      }
      count(Counter.LOST_RECORDS, "not taken");
    } catch (RuntimeException hostile) {
      count(Counter.LOST_RECORDS, "sink threw");
    }
    return false;
  }

  private List<Boolean> appendAll(List<AuditRecord> records) {
    if (auditing == null || records.isEmpty()) {
      return List.of();
    }
    try {
      List<Boolean> kept = auditing.sink().appendAll(records, auditing.overload().patience());
      if (kept.size() == records.size()) {
        kept.stream()
            .filter(each -> !each)
            .forEach(lost -> count(Counter.LOST_RECORDS, "not taken"));
        return kept;
      }
    } catch (RuntimeException hostile) {
      count(Counter.LOST_RECORDS, "sink threw", records.size());
    }
    return Collections.nCopies(records.size(), false);
  }

  private void count(Counter counter, String of) {
    count(counter, of, 1);
  }

  private void count(Counter counter, String of, long by) {
    try {
      metrics.count(counter, of, by);
    } catch (RuntimeException hostile) {
      return;
    }
  }
}
