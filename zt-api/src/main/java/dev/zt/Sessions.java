package dev.zt;

import java.util.Optional;

/**
 * Decisions that are kept true: each live session's is made again when something that it rests on
 * changes.
 *
 * <p>What it rests on are the signals of its request, the passing of time, grants, behavior, the
 * other sessions of its subject, and the policies. Entities are not watched: {@link
 * #reconsider(EntityRef)} says that one has changed.
 *
 * <p>From the first session on, the engine alone says what {@code session.id}, {@code started_at},
 * {@code age} and {@code concurrent} are; a request that gives them gives them in vain.
 *
 * <p>Thread-safe.
 */
public interface Sessions {
  /**
   * Opens a session: decides the request as {@link Authorizer#check} does, and goes on deciding it
   * until the session is closed or revoked. The signals that the request carries are what is known
   * at first; newer ones that are published under the id of the session, under the keys that the
   * request names, of the device that it carries, or of its subject take their place.
   *
   * <p>A session is live whatever is decided: access that is denied may be given later. When there
   * are too many sessions it is not, and its decision is a denial that says so.
   */
  Session open(Request request, SessionListener listener);

  /** As {@link #open(Request, SessionListener)}, with nobody who listens. */
  default Session open(Request request) {
    return open(request, SessionListener.NONE);
  }

  /** The live session of that id. */
  Optional<Session> find(String id);

  /** How many sessions are live. */
  int live();

  /**
   * Ends a session for good. Once this returns, its decision and every check that names it are
   * denials, whatever was decided or is being decided.
   *
   * @param reason a sentence for a person
   * @return whether it was live
   */
  boolean revoke(String id, String reason);

  /**
   * Ends every session of a subject, as {@link #revoke(String, String)} does.
   *
   * @return how many were live
   */
  int revoke(EntityRef subject, String reason);

  /**
   * Ends every session on a device, as {@link #revoke(String, String)} does: those of which the
   * request names the key of the device or carries its {@code id}.
   *
   * @return how many were live
   */
  int revokeDevice(String device, String reason);

  /** Decides every session anew whose subject or resource is that entity, because it changed. */
  void reconsider(EntityRef entity);
}
