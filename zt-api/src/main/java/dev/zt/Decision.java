package dev.zt;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link Request}: one of {@link Permit}, {@link Restrict}, {@link Challenge} and
 * {@link Deny}.
 *
 * <p>A decision says which rules decided, what was not known, and how long it stands. Immutable and
 * thread-safe. Two decisions are equal when everything that they say is.
 */
public abstract sealed class Decision {
  private final Grounds grounds;
  private final long validUntil;

  private Decision(Grounds grounds, long validUntil) {
    this.grounds = Objects.requireNonNull(grounds, "grounds");
    this.validUntil = validUntil;
  }

  /** The outcome of this decision. */
  public abstract Outcome outcome();

  /**
   * Whether access is given without condition: true for {@link Permit} alone, so that a restriction
   * cannot be mistaken for it.
   */
  public final boolean permitted() {
    return outcome() == Outcome.PERMIT;
  }

  /** The rules and elevations that decided, in order of id; empty for a denial by default. */
  public final List<Reason> reasons() {
    return grounds.reasons;
  }

  /**
   * The attributes that made a deciding rule uncertain; for a denial by default those that kept a
   * permit from applying.
   */
  public final List<Unknown> unknowns() {
    return grounds.unknowns;
  }

  /**
   * Until when, exclusive, the same request gets the same outcome while no fact and no policy
   * changes; {@link Instant#MAX} when time alone changes nothing. It may be earlier than the true
   * end, never later.
   */
  public final Instant validUntil() {
    return validUntil == Long.MAX_VALUE ? Instant.MAX : Instant.ofEpochMilli(validUntil);
  }

  /** The content hash of the policy set that decided: SHA-256 in lower-case hexadecimal. */
  public final String policyVersion() {
    return grounds.policyVersion.toString();
  }

  /**
   * What the decision would be with all shadow rules enforced; empty when no shadow rule may be in
   * scope.
   */
  public final Optional<Decision> shadow() {
    return Optional.ofNullable(grounds.shadow);
  }

  /** What the subclass adds to the common grounds, for equality and text. */
  abstract Object particulars();

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof Decision that
        && outcome() == that.outcome()
        && validUntil == that.validUntil
        && reasons().equals(that.reasons())
        && unknowns().equals(that.unknowns())
        && policyVersion().equals(that.policyVersion())
        && particulars().equals(that.particulars())
        && Objects.equals(grounds.shadow, that.grounds.shadow);
  }

  @Override
  public final int hashCode() {
    return Objects.hash(outcome(), validUntil, reasons(), unknowns(), particulars());
  }

  /** The outcome, its particulars, the deciding rules and what was unknown, on one line. */
  @Override
  public final String toString() {
    StringBuilder text = new StringBuilder(outcome().name());
    if (!particulars().equals(List.of())) {
      text.append(' ').append(particulars());
    }
    if (!reasons().isEmpty()) {
      text.append(" by ").append(reasons().stream().map(Reason::rule).toList());
    }
    if (!unknowns().isEmpty()) {
      text.append(" unknown ").append(unknowns());
    }
    return text.append(" until ").append(validUntil()).toString();
  }

  /**
   * What every decision rests on.
   *
   * @param reasons the deciding rules and elevations, in order of id
   * @param unknowns what made them uncertain
   * @param validUntil epoch milliseconds, exclusive; {@link Long#MAX_VALUE} for ever; decisions
   *     that share their grounds may each say another end
   * @param policyVersion the content hash of the deciding policy set
   * @param shadow the decision with all shadow rules enforced, or null
   */
  public record Grounds(
      List<Reason> reasons,
      List<Unknown> unknowns,
      long validUntil,
      PolicyVersion policyVersion,
      @Nullable Decision shadow) {
    public Grounds {
      reasons = List.copyOf(reasons);
      unknowns = List.copyOf(unknowns);
      Objects.requireNonNull(policyVersion, "policyVersion");
    }

    /** The same where the content hash is known. */
    public Grounds(
        List<Reason> reasons,
        List<Unknown> unknowns,
        long validUntil,
        String policyVersion,
        @Nullable Decision shadow) {
      this(reasons, unknowns, validUntil, PolicyVersion.of(policyVersion), shadow);
    }
  }

  /** Access is given. */
  public static final class Permit extends Decision {
    /** A permit on the given grounds. */
    public Permit(Grounds grounds) {
      this(grounds, grounds.validUntil);
    }

    /** The same until another end, in epoch milliseconds, exclusive. */
    public Permit(Grounds grounds, long validUntil) {
      super(grounds, validUntil);
    }

    @Override
    public Outcome outcome() {
      return Outcome.PERMIT;
    }

    @Override
    Object particulars() {
      return List.of();
    }
  }

  /** Access is given under obligations, all of which the application said it carries out. */
  public static final class Restrict extends Decision {
    private final List<Obligation> obligations;

    /** A restriction on the given grounds. */
    public Restrict(Grounds grounds, List<Obligation> obligations) {
      this(grounds, grounds.validUntil, obligations);
    }

    /** The same until another end, in epoch milliseconds, exclusive. */
    public Restrict(Grounds grounds, long validUntil, List<Obligation> obligations) {
      super(grounds, validUntil);
      this.obligations = List.copyOf(obligations);
    }

    @Override
    public Outcome outcome() {
      return Outcome.RESTRICT;
    }

    /** What the application must carry out, in order of rule id, then as written. */
    public List<Obligation> obligations() {
      return obligations;
    }

    @Override
    Object particulars() {
      return obligations;
    }
  }

  /** Access is refused until the subject has met every challenge. */
  public static final class Challenge extends Decision {
    private final List<dev.zt.Challenge> challenges;

    /** A challenge on the given grounds. */
    public Challenge(Grounds grounds, List<dev.zt.Challenge> challenges) {
      this(grounds, grounds.validUntil, challenges);
    }

    /** The same until another end, in epoch milliseconds, exclusive. */
    public Challenge(Grounds grounds, long validUntil, List<dev.zt.Challenge> challenges) {
      super(grounds, validUntil);
      this.challenges = List.copyOf(challenges);
    }

    @Override
    public Outcome outcome() {
      return Outcome.CHALLENGE;
    }

    /** What the subject must do, in order of rule id, then as written. */
    public List<dev.zt.Challenge> challenges() {
      return challenges;
    }

    @Override
    Object particulars() {
      return challenges;
    }
  }

  /** Access is refused. */
  public static final class Deny extends Decision {
    private final DenyCause cause;
    private final String message;

    /**
     * A denial on the given grounds.
     *
     * @param message a sentence for a person, such as {@code no permit applies}
     */
    public Deny(Grounds grounds, DenyCause cause, String message) {
      this(grounds, grounds.validUntil, cause, message);
    }

    /** The same until another end, in epoch milliseconds, exclusive. */
    public Deny(Grounds grounds, long validUntil, DenyCause cause, String message) {
      super(grounds, validUntil);
      this.cause = Objects.requireNonNull(cause, "cause");
      this.message = Objects.requireNonNull(message, "message");
    }

    @Override
    public Outcome outcome() {
      return Outcome.DENY;
    }

    /** Which step of the decision denied. */
    public DenyCause cause() {
      return cause;
    }

    /** Why, in one sentence for a person. */
    public String message() {
      return message;
    }

    @Override
    Object particulars() {
      return cause;
    }
  }
}
