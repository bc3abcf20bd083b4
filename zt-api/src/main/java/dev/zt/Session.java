package dev.zt;

import java.time.Instant;

/**
 * A request whose decision is kept true, from when it was opened until it is closed or revoked.
 *
 * <p>Thread-safe.
 */
public interface Session extends AutoCloseable {
  /** The id, which is random. What a request names as {@code withKey("session", …)}. */
  String id();

  /** When it was opened. */
  Instant startedAt();

  /** The request that is decided. */
  Request request();

  /**
   * The decision as it is now: equal to what a check would decide at this instant. Made anew on
   * this thread if something has changed and nobody has got round to it.
   */
  Decision decision();

  /** Whether it is neither closed nor revoked. */
  boolean live();

  /** Ends it: the subject has left. Its decision is a denial from now on. */
  @Override
  void close();
}
