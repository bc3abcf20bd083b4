package dev.zt;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an engine decided or did.
 *
 * @param kind what it is about
 * @param step what happened, such as {@code check}, {@code revoked} or {@code approved}
 * @param time when
 * @param correlation what ties it to the application's own records, or null where the application
 *     gave nothing
 * @param subject who asked or did it, or null where nobody did
 * @param action the outside name of what was asked for, or the name of an elevation; null for none
 * @param resource on what, or null for none
 * @param decision what was decided, or null when nothing was
 * @param policyVersion the content hash of the policies in force
 * @param message one sentence for a person, such as the reason of a revocation; may be empty
 * @param attributes the chosen attributes that were known, as text, by their path in a policy;
 *     never a secret one
 */
public record AuditRecord(
    Kind kind,
    String step,
    Instant time,
    @Nullable String correlation,
    @Nullable EntityRef subject,
    @Nullable String action,
    @Nullable EntityRef resource,
    @Nullable Decision decision,
    String policyVersion,
    String message,
    Map<String, String> attributes) {
  public AuditRecord {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(step, "step");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(policyVersion, "policyVersion");
    Objects.requireNonNull(message, "message");
    attributes = Map.copyOf(attributes);
  }

  /** What a record is about. */
  public enum Kind {
    /** A request that was decided. */
    DECISION,
    /** A session that changed or ended; its opening is a decision. */
    SESSION,
    /** A step of an elevation: requested, approved, denied, expired, cancelled, revoked. */
    ELEVATION,
    /** Other policies that were put in force. */
    RELOAD,
    /** The log itself: opened, rotated, mended, closed. */
    LOG
  }

  /** A decided request. */
  public static AuditRecord decision(
      Request request, Decision decision, Instant time, Map<String, String> attributes) {
    return of(Kind.DECISION, "check", request, decision, time, "", attributes);
  }

  /** A change of a live session, with the decision that holds now. */
  public static AuditRecord session(
      String step, Request request, Decision decision, Instant time, String message) {
    return of(Kind.SESSION, step, request, decision, time, message, Map.of());
  }

  /**
   * A step of an elevation.
   *
   * @param by who took it, or null when it ended by itself
   * @param elevation its name
   * @param attributes what else there is to say, such as whom it is for and how long
   */
  public static AuditRecord elevation(
      String step,
      @Nullable EntityRef by,
      String elevation,
      @Nullable EntityRef resource,
      Instant time,
      String policyVersion,
      String message,
      Map<String, String> attributes) {
    return new AuditRecord(
        Kind.ELEVATION,
        step,
        time,
        null,
        by,
        elevation,
        resource,
        null,
        policyVersion,
        message,
        attributes);
  }

  /** Something that happened to the policies or the log, which nobody asked for by a request. */
  public static AuditRecord of(
      Kind kind, String step, Instant time, String policyVersion, String message) {
    return new AuditRecord(
        kind, step, time, null, null, null, null, null, policyVersion, message, Map.of());
  }

  private static AuditRecord of(
      Kind kind,
      String step,
      Request request,
      Decision decision,
      Instant time,
      String message,
      Map<String, String> attributes) {
    return new AuditRecord(
        kind,
        step,
        time,
        request.correlation(),
        request.subject().reference(),
        request.action(),
        request.resource().reference(),
        decision,
        decision.policyVersion(),
        message,
        attributes);
  }
}
