package dev.zt;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Just-in-time privilege: asked for, approved by others, active for a while, and gone by itself.
 *
 * <p>A grant alone opens nothing. An elevation permits while a grant of it is active <em>and</em>
 * its own conditions certainly hold, at each decision anew.
 *
 * <p>The first transition of a grant is final: a vote, a cancellation or a revocation that comes
 * later changes nothing and gets the grant as it is. What returns is kept by the {@link
 * GrantStore}; what throws an {@link ElevationRefusedException} has changed nothing.
 *
 * <p>Nobody is authenticated here: the application knows who calls, and says so.
 *
 * <p>Thread-safe.
 */
public interface Elevations {
  /**
   * Asks for a grant. It is pending, or active at once where the policy asks for no approval.
   *
   * @throws ElevationRefusedException when it is longer than the policy allows, lacks a reason that
   *     the policy asks for, or is for nobody and nothing that the elevation is about
   * @throws java.io.UncheckedIOException when it cannot be kept; nothing was asked for then
   */
  Grant request(ElevationRequest request);

  /** As {@link #request(ElevationRequest)}, for one resource. */
  default Grant request(
      Entity subject, String elevation, EntityRef resource, Duration duration, String reason) {
    return request(ElevationRequest.of(subject, elevation, resource, duration).because(reason));
  }

  /**
   * Approves a pending grant. With as many distinct approvers as the policy asks for it becomes
   * active; approving twice counts once.
   *
   * @throws ElevationRefusedException when the reviewer may not decide on it
   * @throws java.io.UncheckedIOException when it cannot be kept; the approval does not count then
   */
  Grant approve(ElevationReview review);

  /** As {@link #approve(ElevationReview)}, without circumstances. */
  default Grant approve(String grant, Entity approver) {
    return approve(ElevationReview.of(grant, approver));
  }

  /**
   * Refuses a pending grant, which ends it. Only who may approve it may refuse it.
   *
   * @throws ElevationRefusedException when the reviewer may not decide on it
   * @throws java.io.UncheckedIOException when it cannot be kept; it is refused all the same, until
   *     the engine is started anew
   */
  Grant deny(ElevationReview review);

  /** As {@link #deny(ElevationReview)}, without circumstances. */
  default Grant deny(String grant, Entity reviewer) {
    return deny(ElevationReview.of(grant, reviewer));
  }

  /**
   * Takes back a pending grant, on behalf of who asked for it.
   *
   * @throws ElevationRefusedException when there is no such grant
   * @throws java.io.UncheckedIOException as for {@link #deny(ElevationReview)}
   */
  Grant cancel(String grant);

  /**
   * Takes away a pending or active grant. Once this returns or throws, no check that begins later
   * sees it active.
   *
   * @throws ElevationRefusedException when there is no such grant
   * @throws java.io.UncheckedIOException when it cannot be kept; it is revoked all the same, until
   *     the engine is started anew
   */
  Grant revoke(String grant, String reason);

  /** As {@link #revoke(String, String)}, everything that a subject asked for or was granted. */
  Collection<Grant> revokeOf(EntityRef subject, String reason);

  /** As {@link #revoke(String, String)}, everything that anybody asked for or was granted. */
  Collection<Grant> revokeAll(String reason);

  /**
   * A grant as it is now. Those that have ended are kept for a while, the last ones of all.
   *
   * @return nothing when there is no grant with that id, or it was forgotten after it had ended
   */
  Optional<Grant> find(String grant);

  /** What is pending or approved and has not ended, in the order in which it was asked for. */
  List<Grant> open();

  /**
   * What an elevation lets ask for, and who may approve it.
   *
   * @param elevation its id, as the challenge {@code elevate} carries it, or its name
   * @throws ElevationRefusedException when there is no such elevation
   */
  ElevationOffer offer(String elevation);

  /** What the challenges {@code elevate} of a decision let ask for; none for another decision. */
  List<ElevationOffer> offers(Decision decision);

  /** Whether a vote of this reviewer would count now, other than as a second one. */
  boolean mayReview(ElevationReview review);
}
