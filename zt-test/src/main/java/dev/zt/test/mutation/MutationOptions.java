package dev.zt.test.mutation;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * How a run is to be made.
 *
 * @param kinds the kinds of changes
 * @param witnesses whether survivors are to be shown with a case that kills them; without, mutants
 *     that are equivalent count as survivors
 * @param threads how many threads may work, at least 1
 * @param progress hears of each mutant as soon as it was judged, from any of the threads
 */
public record MutationOptions(
    Set<MutationKind> kinds, boolean witnesses, int threads, Consumer<Mutant> progress) {
  /** All kinds of changes, with witnesses, on two threads. */
  public static final MutationOptions DEFAULT =
      new MutationOptions(EnumSet.allOf(MutationKind.class), true, 2, mutant -> {});

  public MutationOptions {
    kinds = Set.copyOf(kinds);
    if (threads < 1) {
      throw new IllegalArgumentException("a run needs a thread");
    }
  }

  /** The same for these kinds of changes alone. */
  public MutationOptions kinds(Set<MutationKind> some) {
    return new MutationOptions(some, witnesses, threads, progress);
  }

  /** The same without looking for cases that kill survivors. */
  public MutationOptions withoutWitnesses() {
    return new MutationOptions(kinds, false, threads, progress);
  }

  /** The same on so many threads. */
  public MutationOptions threads(int count) {
    return new MutationOptions(kinds, witnesses, count, progress);
  }

  /** The same with somebody who hears of each mutant. */
  public MutationOptions progress(Consumer<Mutant> listener) {
    return new MutationOptions(kinds, witnesses, threads, listener);
  }
}
