package dev.zt;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A privilege that was asked for, and what became of it. Immutable: a later state is another grant
 * with the same id.
 *
 * @param id unique among all grants of a store, chosen by the engine and not to be guessed
 * @param elevation the id of the elevation, {@code module.name}
 * @param subject who asked and is the only one whom it elevates
 * @param resourceType the outside name of the type that it is for
 * @param resourceId the one resource that it is for, or null for all of the type
 * @param duration how long it is active from its start
 * @param reason why it was asked for, or null when nobody said
 * @param asked when it was asked for
 * @param state what has become of it
 * @param approvals who approved it, in order; each approver once
 * @param start the instant from which it is active: the one that was asked for, or null for as soon
 *     as it is approved; once it is approved, the actual one
 * @param end the instant before which it is active; null until it is approved
 * @param ending what ended it before its time, or null
 */
public record Grant(
    String id,
    String elevation,
    EntityRef subject,
    String resourceType,
    @Nullable String resourceId,
    Duration duration,
    @Nullable String reason,
    Instant asked,
    State state,
    List<Approval> approvals,
    @Nullable Instant start,
    @Nullable Instant end,
    @Nullable Ending ending) {

  public Grant {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(elevation, "elevation");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(resourceType, "resourceType");
    Objects.requireNonNull(duration, "duration");
    Objects.requireNonNull(asked, "asked");
    Objects.requireNonNull(state, "state");
    approvals = List.copyOf(approvals);
    if (state == State.APPROVED && (start == null || end == null)) {
      throw new IllegalArgumentException("an approved grant has a start and an end");
    }
  }

  /** What may become of a grant. Every state but the first two is final. */
  public enum State {
    /** Asked for and not yet decided; lapses after 24 hours. */
    PENDING,
    /** Approved: it is active from its start to before its end. */
    APPROVED,
    /** One of those who may approve it refused it. */
    DENIED,
    /** It has run out: after its end, or 24 hours after it was asked for. */
    EXPIRED,
    /** Taken back by who asked, before it was decided. */
    CANCELLED,
    /** Taken away. */
    REVOKED
  }

  /** An approval, and when it was given. */
  public record Approval(EntityRef approver, Instant at) {
    public Approval {
      Objects.requireNonNull(approver, "approver");
      Objects.requireNonNull(at, "at");
    }
  }

  /**
   * What ended a grant before its time.
   *
   * @param by who ended it, or null when nobody is named
   * @param reason why, or null when nobody said
   */
  public record Ending(@Nullable EntityRef by, @Nullable String reason, Instant at) {
    public Ending {
      Objects.requireNonNull(at, "at");
    }
  }

  /** Whether it is active at an instant. */
  public boolean activeAt(Instant instant) {
    return state == State.APPROVED
        && start != null
        && end != null
        && !instant.isBefore(start)
        && instant.isBefore(end);
  }
}
