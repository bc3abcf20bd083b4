package dev.zt.cli.needs;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has to be known for something to hold: of each fact, hiding it is enough to keep the thing
 * from holding. Says nothing of facts that are not named. Immutable.
 *
 * @param impossible whether it cannot hold whatever is known; then no fact is named
 * @param facts by the name of a fact the rules that ask for it
 */
record Needs(boolean impossible, SortedMap<String, SortedSet<String>> facts) {
  /** It may hold with nothing known. */
  static final Needs NOTHING = new Needs(false, new TreeMap<>());

  /** It never holds. */
  static final Needs NEVER = new Needs(true, new TreeMap<>());

  Needs {
    facts = Collections.unmodifiableSortedMap(new TreeMap<>(facts));
  }

  /** One fact has to be known. */
  static Needs of(String fact) {
    return new Needs(false, new TreeMap<>(Map.of(fact, new TreeSet<>())));
  }

  /** Both have to hold. */
  Needs and(Needs other) {
    if (impossible || other.impossible) {
      return NEVER;
    }
    if (other.facts.isEmpty()) {
      return this;
    }
    SortedMap<String, SortedSet<String>> all = new TreeMap<>(facts);
    other.facts.forEach((fact, rules) -> all.merge(fact, rules, Needs::union));
    return new Needs(false, all);
  }

  /** One of them has to hold: what both need. */
  Needs or(Needs other) {
    if (impossible || other.impossible) {
      return impossible ? other : this;
    }
    SortedMap<String, SortedSet<String>> both = new TreeMap<>(facts);
    both.keySet().retainAll(other.facts.keySet());
    both.replaceAll((fact, rules) -> union(rules, other.facts.getOrDefault(fact, rules)));
    return new Needs(false, both);
  }

  /** The same, asked for by a rule. */
  Needs by(String rule) {
    SortedMap<String, SortedSet<String>> all = new TreeMap<>(facts);
    all.replaceAll((fact, rules) -> new TreeSet<>(Set.of(rule)));
    return new Needs(impossible, all);
  }

  private static SortedSet<String> union(Set<String> one, Set<String> other) {
    SortedSet<String> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }
}
