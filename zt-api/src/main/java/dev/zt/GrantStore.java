package dev.zt;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
          return new Kept(List.of(), null);
        }

        @Override
        public void keep(Collection<Grant> grants, Mark mark) {}

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
   * @param grants may be empty, to keep the mark alone
   * @param mark in the place of any earlier one
   * @throws java.io.UncheckedIOException when they cannot be kept
   */
  void keep(Collection<Grant> grants, Mark mark);

  /** Lets go of files and connections. */
  @Override
  void close();

  /**
   * What a store has kept.
   *
   * @param grants the last state of each, in any order
   * @param mark the last one that was handed in, or null when there was none
   */
  record Kept(List<Grant> grants, @Nullable Mark mark) {
    public Kept {
      grants = List.copyOf(grants);
    }
  }

  /**
   * How far time had gone on. The time by which grants run is the sum of all forward movements of
   * the clock, so that putting it back lengthens none.
   *
   * @param clock what the clock said
   * @param time what time it was for grants; never before {@code clock}
   */
  record Mark(Instant clock, Instant time) {
    public Mark {
      Objects.requireNonNull(clock, "clock");
      Objects.requireNonNull(time, "time");
    }
  }
}
