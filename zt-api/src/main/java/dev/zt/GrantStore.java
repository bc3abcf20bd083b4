package dev.zt;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * Where grants are kept beyond the life of an engine.
 *
 * <p>An engine reads it once, when it is built, and is the only one that writes to it. It decides
 * from its own memory: a store is asked by nobody who checks. Calls come one at a time.
 */
public interface GrantStore extends AutoCloseable {
  /** Keeps nothing beyond the life of the engine. */
  GrantStore NONE =
      new GrantStore() {
        @Override
        public Kept load() {
          return new Kept(List.of(), Instant.MIN);
        }

        @Override
        public void keep(Collection<Grant> grants, Instant at) {}

        @Override
        public void close() {}
      };

  /**
   * Everything that is kept.
   *
   * @throws java.io.UncheckedIOException when it cannot be read, or only in part
   */
  Kept load();

  /**
   * Keeps grants, each in the place of an earlier state of the same id: all of them, or none when
   * it throws. When it returns, they are there after the process and the machine have stopped.
   *
   * @param grants may be empty, to keep the instant alone
   * @param at the latest instant that the engine has seen
   * @throws java.io.UncheckedIOException when they cannot be kept
   */
  void keep(Collection<Grant> grants, Instant at);

  /** Lets go of files and connections. */
  @Override
  void close();

  /**
   * What a store has kept.
   *
   * @param grants the last state of each, in any order
   * @param latest the latest instant that was handed in, {@link Instant#MIN} for none
   */
  record Kept(List<Grant> grants, Instant latest) {
    public Kept {
      grants = List.copyOf(grants);
    }
  }
}
