package dev.zt;

import org.jspecify.annotations.Nullable;

/**
 * Where the engine asks for an observation that nobody has published: a device manager, an identity
 * provider.
 *
 * <p>Asked on a thread of the engine, never on the one that checks; for one key only once at a
 * time. Thread-safe.
 *
 * @param <K> a key that requests name, or the {@link EntityRef} of a subject
 */
@FunctionalInterface
public interface SignalSource<K> {
  /**
   * The latest observation, with {@link Signal#asOf} when the policies say how fresh it must be.
   *
   * @return null when nothing is known under that key
   * @throws Exception when it cannot be told; the signal has failed then
   */
  @Nullable Signal observe(K key) throws Exception;
}
