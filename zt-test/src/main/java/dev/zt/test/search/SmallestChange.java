package dev.zt.test.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for the fewest changes after which something holds. For one thread. */
public final class SmallestChange {
  private final List<Change> candidates;
  private final Predicate<List<Change>> wanted;
  private int tries;

  private SmallestChange(List<Change> candidates, Predicate<List<Change>> wanted, int tries) {
    this.candidates = candidates;
    this.wanted = wanted;
    this.tries = tries;
  }

  /**
   * The first of the smallest combinations that will do; of equally many changes those that come
   * first among the candidates.
   *
   * @param most how many changes at most
   * @param tries how many combinations are asked about at most
   */
  public static Optional<List<Change>> of(
      List<Change> candidates, int most, int tries, Predicate<List<Change>> wanted) {
    SmallestChange search = new SmallestChange(candidates, wanted, tries);
    for (int size = 1; size <= most; size++) {
      List<Change> found = search.find(new ArrayList<>(), 0, size);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private @Nullable List<Change> find(List<Change> chosen, int from, int more) {
    if (more == 0) {
      tries--;
      return wanted.test(chosen) ? List.copyOf(chosen) : null;
    }
    for (int i = from; i <= candidates.size() - more && tries > 0; i++) {
      Change next = candidates.get(i);
      if (chosen.stream().noneMatch(each -> each.excludes(next) || next.excludes(each))) {
        chosen.add(next);
        List<Change> found = find(chosen, i + 1, more - 1);
        if (found != null) {
          return found;
        }
        chosen.remove(chosen.size() - 1);
      }
    }
    return null;
  }
}
