package dev.zt.test.mutation;

import dev.zt.Decision;
import dev.zt.dsl.suite.Situation;
import dev.zt.engine.reference.Rehearsal;
import dev.zt.policy.Expr;
import dev.zt.test.PreparedCase;
import dev.zt.test.search.Change;
import dev.zt.test.search.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks for a request that a mutant decides otherwise, near to a case of a test if it can be. */
final class WitnessSearch {
  private static final int MOST_TARGETS = 4;
  private static final int MOST_BASES = 5;
  private static final int MOST_OF_OTHER_ACTIONS = 12;
  private static final int MOST_WISHES = 24;
  private static final int LOOKS = 200;
  private static final int LOOKS_BY_TARGET = 1_000;

  private final Bench bench;
  private final List<PreparedCase> cases;

  /**
   * A search.
   *
   * @param cases the cases that pass
   */
  WitnessSearch(Bench bench, List<PreparedCase> cases) {
    this.bench = bench;
    this.cases = cases;
  }

  /** Where a search sets out from. */
  private record Base(Setting setting, @Nullable PreparedCase basis) {}

  /** The best request that was found; nothing when every one is decided alike. */
  Optional<Witness> find(Mutant mutant) {
    Best best = new Best(mutant);
    Reach reach = Reach.of(mutant, bench.policies());
    for (Reach.Target target : reach.targets().stream().limit(MOST_TARGETS).toList()) {
      if (best.isGood()) {
        break;
      }
      best.looks = LOOKS_BY_TARGET;
      List<List<Goal>> wishes = new Wishes(bench.policies(), mutant).of(target);
      for (Base base : bases(target)) {
        if (!best.isGood() && best.looks > 0) {
          solve(base, wishes, best);
        }
      }
    }
    return best.witness();
  }

  private void solve(Base base, List<List<Goal>> wishes, Best best) {
    for (List<Goal> goals : wishes.stream().limit(MOST_WISHES).toList()) {
      int looks = Math.min(LOOKS, best.looks);
      Solver solver =
          new Solver(
              bench, best.changed, looks, (setting, changes) -> best.offer(base, setting, changes));
      boolean solved = solver.solve(base.setting, goals);
      best.looks -= looks - solver.looksLeft();
      if (solved) {
        return;
      }
    }
  }

  /** Situations of cases on the same, then of others, at last one of which nothing is known. */
  private List<Base> bases(Reach.Target target) {
    List<Base> same = new ArrayList<>();
    List<Base> sameType = new ArrayList<>();
    List<Base> other = new ArrayList<>();
    for (PreparedCase each : cases) {
      Situation asked = each.testCase().asked();
      Setting setting = Setting.of(asked);
      PreparedCase basis = each.testCase().before().isEmpty() ? each : null;
      boolean type = asked.resource().reference().type().equals(target.type());
      if (type && asked.action().equals(target.action())) {
        same.add(new Base(setting, basis));
      } else if (type) {
        sameType.add(new Base(setting.asking(Blank.asking(asked, target.action())), basis));
      } else {
        other.add(new Base(Setting.of(Blank.asking(asked, target)), null));
      }
    }
    List<Base> bases = new ArrayList<>();
    spread(same, MOST_BASES).forEach(bases::add);
    spread(sameType, MOST_OF_OTHER_ACTIONS).forEach(bases::add);
    other.stream().limit(1).forEach(bases::add);
    bases.add(new Base(Setting.of(Blank.of(bench.policies(), target)), null));
    return bases;
  }

  /** One of each test, then further ones; those without a {@code with} first. */
  private static List<Base> spread(List<Base> from, int most) {
    List<Base> chosen = new ArrayList<>();
    List<Base> ordered = new ArrayList<>(from);
    ordered.sort(Comparator.comparing(each -> !isPlain(each)));
    for (Base each : ordered) {
      if (chosen.stream().noneMatch(it -> test(it) == test(each))) {
        chosen.add(each);
      }
    }
    ordered.stream().filter(each -> !chosen.contains(each)).forEach(chosen::add);
    return chosen.stream().limit(most).toList();
  }

  private static boolean isPlain(Base base) {
    return base.basis != null && Witness.isPlain(base.basis);
  }

  private static @Nullable Object test(Base base) {
    return base.basis == null ? null : base.basis.test();
  }

  /** The best witness so far. */
  private final class Best {
    private final Mutant mutant;
    private final Set<Expr> changed;
    private int looks;
    private @Nullable Witness witness;

    Best(Mutant mutant) {
      this.mutant = mutant;
      this.changed = ChangedAtoms.of(mutant, bench.policies());
    }

    Optional<Witness> witness() {
      return Optional.ofNullable(witness);
    }

    boolean isGood() {
      return witness != null && witness.isGood();
    }

    /** Takes a request into account; true when it shows in the outcome. */
    boolean offer(Base base, Setting setting, List<Change> changes) {
      List<Change> all =
          new Aging(bench.policies().schema(), mutant).after(setting.asked(), changes);
      return offerAged(base, base.setting.after(all), all);
    }

    private boolean offerAged(Base base, Setting setting, List<Change> changes) {
      Optional<Rehearsal> rehearsal = bench.rehearse(setting);
      if (rehearsal.isEmpty()) {
        return false;
      }
      Decision original = rehearsal.get().decide();
      Decision other = Bench.decide(rehearsal.get(), mutant);
      Difference difference = Difference.between(original, other, mutant.rules());
      if (difference == null) {
        return false;
      }
      witness =
          Witness.better(
              witness, new Witness(setting, difference, base.basis, List.copyOf(changes)));
      return difference.byOutcome();
    }
  }
}
