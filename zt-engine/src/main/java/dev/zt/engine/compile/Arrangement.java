package dev.zt.engine.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * How rules of one step are laid out: few of them one after the other, many of them in indexes, by
 * what tells them apart best. What an index has settled is not tested again.
 *
 * <p>A rule stands in one place, under as many keys as it names, so that what is kept grows with
 * the policies and not faster.
 */
final class Arrangement {
  /** Fewer rules are faster tested than looked up. */
  static final int MANY = 12;

  /** An index must spare a request that many rules. */
  private static final int WORTHWHILE = 8;

  private final Paths paths;
  private final Function<List<Provision>, List<Place>> straight;

  /**
   * An arrangement.
   *
   * @param straight the places of rules that are judged one after the other
   */
  Arrangement(Vocabulary vocabulary, Function<List<Provision>, List<Place>> straight) {
    this.paths = new Paths(vocabulary);
    this.straight = straight;
  }

  /** The places of rules. */
  List<Place> of(List<Provision> rules) {
    List<Place> places = new ArrayList<>();
    List<Provision> always = new ArrayList<>();
    List<Provision> tested = new ArrayList<>();
    for (Provision rule : rules) {
      if (!(rule.formula() instanceof Formula.Constant constant)) {
        tested.add(rule);
      } else if (constant.value()) {
        always.add(rule);
      }
    }
    if (!always.isEmpty()) {
      places.add(new Place.Settled(always));
    }
    if (tested.size() < MANY) {
      places.addAll(straight.apply(tested));
    } else {
      index(tested, places);
    }
    return places;
  }

  /** Rules that an index has found, as one place. */
  Place together(List<Provision> rules) {
    List<Place> places = rules.size() < MANY ? few(rules) : of(rules);
    return places.size() == 1
        ? places.get(0)
        : defined ->
            new Block.Sequence(
                places.stream().map(place -> place.block(defined)).toArray(Block[]::new));
  }

  /** Few rules that an index has found, of which those need no code that are plain. */
  private List<Place> few(List<Provision> rules) {
    List<Place> places = new ArrayList<>();
    List<Provision> others = new ArrayList<>();
    for (Provision rule : rules) {
      PlainRule plain = PlainRule.of(rule, paths);
      if (plain == null) {
        others.add(rule);
      } else {
        places.add(new Place.Plain(plain));
      }
    }
    places.addAll(of(others));
    return places;
  }

  /** Each rule goes into the best index that it fits in, as long as enough go with it. */
  private void index(List<Provision> rules, List<Place> places) {
    List<Traits> open = rules.stream().map(rule -> new Traits(rule, paths)).toList();
    List<IndexPlan> plans = plans(open);
    plans.removeIf(plan -> plan.spared() < WORTHWHILE);
    plans.sort(Comparator.comparingDouble(IndexPlan::spared).reversed());
    for (IndexPlan plan : plans) {
      plan.omitPlaced();
      if (plan.rules().size() >= MANY && plan.spared() >= WORTHWHILE) {
        places.add(plan.place(this));
        plan.rules().forEach(Traits::place);
      }
    }
    places.addAll(
        straight.apply(open.stream().filter(rule -> !rule.isPlaced()).map(Traits::rule).toList()));
  }

  private static List<IndexPlan> plans(List<Traits> rules) {
    Map<Set<Discriminator>, List<Traits>> byKeys = new LinkedHashMap<>();
    Map<Path, List<Traits>> byInterval = new LinkedHashMap<>();
    for (Traits rule : rules) {
      rule.discriminators()
          .forEach(on -> byKeys.computeIfAbsent(on, first -> new ArrayList<>()).add(rule));
      rule.paths()
          .forEach(path -> byInterval.computeIfAbsent(path, first -> new ArrayList<>()).add(rule));
    }
    List<IndexPlan> plans = new ArrayList<>();
    byKeys.forEach((on, some) -> plans.add(new KeyPlan(on, some)));
    byInterval.forEach((path, some) -> plans.add(new IntervalPlan(path, some)));
    return plans;
  }
}
