package dev.zt.engine;

import dev.zt.engine.behavior.BehaviorStore;
import dev.zt.engine.behavior.Limits;
import dev.zt.engine.behavior.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How much of what happened an engine remembers for the behaviors of its policies. Immutable.
 *
 * <p>An entry is one key of one behavior, such as one subject's failed sign-ins. When there is no
 * room for another, the entry that was added to longest ago is forgotten; until its window has
 * passed, a key that is not remembered is then unknown, so that no limit is lifted by a flood of
 * keys.
 *
 * @param entries the most entries in all
 * @param entriesPerBehavior the most entries of one behavior
 * @param valuesPerKey the most values that {@code values} remembers for one key, and up to which
 *     {@code distinct} is exact
 * @param startsEmpty whether a behavior begins with nothing having happened; else it is unknown
 *     until it has been remembered for the whole of its window
 * @param snapshot where everything is kept while no engine runs, or null
 */
public record Retention(
    int entries,
    int entriesPerBehavior,
    int valuesPerKey,
    boolean startsEmpty,
    @Nullable Path snapshot) {
  /** A million entries, 256 values for a key, and nothing known of what happened before. */
  public static final Retention STANDARD = new Retention(1_000_000, 1_000_000, 256, false, null);

  /**
   * How much is remembered.
   *
   * @throws IllegalArgumentException when a number is below 1
   */
  public Retention {
    if (entries < 1 || entriesPerBehavior < 1 || valuesPerKey < 1) {
      throw new IllegalArgumentException("at least one of each is remembered");
    }
  }

  /** The same with another number of entries in all. */
  public Retention entries(int most) {
    return new Retention(most, entriesPerBehavior, valuesPerKey, startsEmpty, snapshot);
  }

  /** The same with another number of entries of one behavior. */
  public Retention entriesPerBehavior(int most) {
    return new Retention(entries, most, valuesPerKey, startsEmpty, snapshot);
  }

  /** The same with another number of values for one key. */
  public Retention valuesPerKey(int most) {
    return new Retention(entries, entriesPerBehavior, most, startsEmpty, snapshot);
  }

  /**
   * The same, and what is not remembered did not happen: a limit begins anew whenever the engine
   * does, unless a snapshot says what happened before.
   */
  public Retention startEmpty() {
    return new Retention(entries, entriesPerBehavior, valuesPerKey, true, snapshot);
  }

  /**
   * The same, and a file that is written when the engine is closed and taken up, and removed, by
   * the next one. Where there is none, as after a crash, or a damaged one, a behavior begins as it
   * does without.
   */
  public Retention snapshot(Path file) {
    return new Retention(entries, entriesPerBehavior, valuesPerKey, startsEmpty, file);
  }

  BehaviorStore store() {
    Limits limits = new Limits(entries, entriesPerBehavior, valuesPerKey);
    Path file = snapshot;
    if (file != null) {
      try {
        return new BehaviorStore(limits, startsEmpty, Snapshot.take(file));
      } catch (IOException | UncheckedIOException unusable) {
        warn("nothing is known of earlier behavior", unusable);
      }
    }
    return new BehaviorStore(limits, startsEmpty);
  }

  void close(BehaviorStore store) {
    store.seal();
    Path file = snapshot;
    if (file != null) {
      try {
        store.snapshot().write(file);
      } catch (IOException failure) {
        warn("behavior will be unknown to the next engine", failure);
      }
    }
  }

  /** The logger is looked for when there is something to say: it takes long to find. */
  private static void warn(String message, Exception cause) {
    System.getLogger(Retention.class.getName()).log(System.Logger.Level.WARNING, message, cause);
  }
}
