package dev.zt.test.search;

import dev.zt.dsl.suite.GivenSignal;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** The times that a situation gives, each as a change that says it. */
final class GivenTimes {
  private GivenTimes() {}

  /** The changes, ages among them as times, and after them all other times that are given. */
  static List<Change> said(List<Change> changes, Situation situation) {
    List<Change> said = new ArrayList<>();
    for (Change each : changes) {
      said.add(
          each instanceof Change.Give give
              ? Change.Give.of(give.owner(), give.base(), give.baseValue())
              : each);
    }
    for (Change each : all(situation)) {
      if (said.stream().noneMatch(it -> it.excludes(each))) {
        said.add(each);
      }
    }
    return said;
  }

  /** Whether all of them can be said: what is given of further entities cannot. */
  static boolean canBeSaid(Situation situation) {
    return situation.entities().stream()
        .flatMap(each -> each.fields().values().stream())
        .noneMatch(Value.Time.class::isInstance);
  }

  private static List<Change> all(Situation situation) {
    List<Change> all = new ArrayList<>();
    add(Owner.SUBJECT, situation.subject().fields(), all);
    add(Owner.RESOURCE, situation.resource().fields(), all);
    add(Owner.ACTION, situation.actionFields(), all);
    for (GivenSignal each : situation.signals()) {
      add(Owner.signal(each.name()), each.fields(), all);
    }
    return all;
  }

  private static void add(Owner owner, SortedMap<String, Value> fields, List<Change> all) {
    fields.forEach(
        (name, value) -> {
          if (value instanceof Value.Time) {
            all.add(Change.Give.of(owner, name, value));
          }
        });
  }
}
