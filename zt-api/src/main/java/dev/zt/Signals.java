package dev.zt;

import java.util.Optional;

/**
 * The latest observation of every device, sign-in, place and whatever else policies declare as a
 * signal, each under a key.
 *
 * <p>An older observation never replaces a newer one. Which is newer is told by {@code as_of}; one
 * that lies ahead of the engine's clock counts as made when it arrived. Of two made at the same
 * instant the one that arrives later stays. One without {@code as_of} is older than any that has
 * one, and of two without the one that arrives later stays.
 *
 * <p>Nothing is judged here: how fresh an observation must be is for the policies to say, when they
 * decide. Observations are kept for a bounded time and in a bounded number; one that is gone is not
 * known, which never opens.
 *
 * <p>Thread-safe. A check that begins after {@link #publish} has returned sees the observation.
 */
public interface Signals {
  /**
   * Publishes the observation of something that bears its own key: of a {@code device} the field
   * {@code id}, of a {@code workload} the field {@code spiffe}.
   *
   * @return whether it is the latest now; false for an older one and for a signal that no policy
   *     declares, which is counted
   * @throws IllegalArgumentException when the signal has no key of its own, or does not give it
   */
  boolean publish(Signal signal);

  /**
   * Publishes an observation under a key of the application's choice: what requests name as {@link
   * Request#withKey}. Of an {@code identity} or {@code location} the id of a session makes it that
   * session's alone.
   *
   * @return as {@link #publish(Signal)}
   */
  boolean publish(String key, Signal signal);

  /**
   * Publishes an observation of a subject: the {@code identity} and {@code location} of every
   * request of that subject that neither carries them nor names another key.
   *
   * @return as {@link #publish(Signal)}
   */
  boolean publish(EntityRef subject, Signal signal);

  /** The latest observation of a signal under a key. */
  Optional<Signal> latest(String signal, String key);

  /** The latest observation of a signal of a subject. */
  Optional<Signal> latest(String signal, EntityRef subject);

  /** Forgets what was published of a signal under a key; it is not known from now on. */
  void withdraw(String signal, String key);

  /** Forgets what was published of a signal of a subject; it is not known from now on. */
  void withdraw(String signal, EntityRef subject);
}
