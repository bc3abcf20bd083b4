package dev.zt.engine.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An index of rules that demand keys of the same discriminators. */
final class KeyPlan extends IndexPlan {
  private final Set<Discriminator> on;

  KeyPlan(Set<Discriminator> on, List<Traits> rules) {
    super(rules);
    this.on = on;
  }

  /** Rules that demand the same keys are one posting, however many keys there are. */
  private Map<Demand, List<Traits>> posted() {
    Map<Demand, List<Traits>> posted = new LinkedHashMap<>();
    for (Traits rule : rules()) {
      posted.computeIfAbsent(rule.demand(on), first -> new ArrayList<>()).add(rule);
    }
    return posted;
  }

  /** As many as stand under a key, on an average in which a key weighs what it leads to. */
  @Override
  double lookedAt() {
    Map<Discriminator, Map<Object, Integer>> under = new HashMap<>();
    posted()
        .forEach(
            (demand, some) ->
                demand
                    .keys()
                    .forEach(
                        (discriminator, keys) -> {
                          Map<Object, Integer> counts =
                              under.computeIfAbsent(discriminator, first -> new HashMap<>());
                          keys.forEach(key -> counts.merge(key, some.size(), Integer::sum));
                        }));
    double lookedAt = 0;
    for (Map<Object, Integer> counts : under.values()) {
      double all = 0;
      double weighed = 0;
      for (int count : counts.values()) {
        all += count;
        weighed += (double) count * count;
      }
      lookedAt += weighed / all;
    }
    return lookedAt;
  }

  @Override
  Place place(Arrangement arrangement) {
    List<Discriminator> discriminators = List.copyOf(on);
    List<Map<Object, List<Integer>>> tables = new ArrayList<>();
    discriminators.forEach(each -> tables.add(new HashMap<>()));
    List<Long> uses = new ArrayList<>();
    List<Place> places = new ArrayList<>();
    posted()
        .forEach(
            (demand, some) -> {
              uses.add(post(demand, places.size(), discriminators, tables));
              places.add(arrangement.together(some.stream().map(rule -> rule.where(on)).toList()));
            });
    return defined -> {
      Posting[] postings = new Posting[places.size()];
      for (int at = 0; at < postings.length; at++) {
        postings[at] = new Posting(at, uses.get(at), places.get(at).block(defined));
      }
      return new KeyIndex(
          discriminators.toArray(Discriminator[]::new),
          tables(discriminators, tables, postings),
          postings);
    };
  }

  /** Enters a posting under all its keys; answers a bit for each discriminator that has some. */
  private static long post(
      Demand demand,
      int posting,
      List<Discriminator> discriminators,
      List<Map<Object, List<Integer>>> tables) {
    long uses = 0;
    for (int at = 0; at < discriminators.size(); at++) {
      for (Object key : demand.keys().getOrDefault(discriminators.get(at), Set.of())) {
        tables.get(at).computeIfAbsent(key, first -> new ArrayList<>(1)).add(posting);
        uses |= 1L << at;
      }
    }
    return uses;
  }

  private static KeyTable[] tables(
      List<Discriminator> discriminators,
      List<Map<Object, List<Integer>>> numbers,
      Posting[] postings) {
    KeyTable[] tables = new KeyTable[discriminators.size()];
    for (int at = 0; at < tables.length; at++) {
      tables[at] = KeyTable.of(numbers.get(at), postings, discriminators.get(at));
    }
    return tables;
  }
}
