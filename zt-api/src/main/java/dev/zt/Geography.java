package dev.zt;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/**
 * Where an address is.
 *
 * <p>Asked on the thread that checks, so it must answer from memory. Implementations are
 * thread-safe. One that throws has told nothing; it never makes a check throw.
 */
@FunctionalInterface
public interface Geography {
  /**
   * What is known of an address: a {@code location} with some of {@code country}, {@code region},
   * {@code city}, {@code asn}, {@code point} and {@code accuracy}; null when nothing is.
   *
   * @throws Exception when it cannot be told
   */
  @Nullable Signal locate(InetAddress address) throws Exception;
}
