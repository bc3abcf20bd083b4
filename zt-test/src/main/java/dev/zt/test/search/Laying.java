package dev.zt.test.search;

import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.GivenSignal;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays single things over a situation. */
final class Laying {
  private Laying() {}

  static Situation give(Situation on, Owner owner, String field, Value value) {
    return fields(
        on,
        owner,
        field,
        given -> {
          SortedMap<String, Value> more = new TreeMap<>(given);
          more.put(field, value);
          return more;
        },
        false);
  }

  static Situation hide(Situation on, Owner owner, String field) {
    return fields(
        on,
        owner,
        field,
        given -> {
          SortedMap<String, Value> fewer = new TreeMap<>(given);
          fewer.remove(field);
          return fewer;
        },
        true);
  }

  static Situation replace(Situation on, Owner owner, GivenEntity entity) {
    boolean subject = owner.kind() == Owner.Kind.SUBJECT;
    return new Situation(
        on.now(),
        subject ? entity : on.subject(),
        on.action(),
        subject ? on.resource() : entity,
        on.actionFields(),
        on.signals(),
        on.entities());
  }

  static Situation clock(Situation on, Instant now) {
    return new Situation(
        now,
        on.subject(),
        on.action(),
        on.resource(),
        on.actionFields(),
        on.signals(),
        on.entities());
  }

  private static Situation fields(
      Situation on,
      Owner owner,
      String field,
      UnaryOperator<SortedMap<String, Value>> change,
      boolean unknown) {
    return switch (owner.kind()) {
      case SUBJECT -> replace(on, owner, entity(on.subject(), field, change, unknown));
      case RESOURCE -> replace(on, owner, entity(on.resource(), field, change, unknown));
      case ACTION ->
          new Situation(
              on.now(),
              on.subject(),
              on.action(),
              on.resource(),
              change.apply(on.actionFields()),
              on.signals(),
              on.entities());
      case SIGNAL ->
          new Situation(
              on.now(),
              on.subject(),
              on.action(),
              on.resource(),
              on.actionFields(),
              signals(on.signals(), owner.name(), change),
              on.entities());
    };
  }

  private static GivenEntity entity(
      GivenEntity given,
      String field,
      UnaryOperator<SortedMap<String, Value>> change,
      boolean unknown) {
    Set<String> hidden = new HashSet<>(given.unknown());
    if (unknown) {
      hidden.add(field);
    } else {
      hidden.remove(field);
    }
    return new GivenEntity(given.reference(), change.apply(given.fields()), hidden);
  }

  private static List<GivenSignal> signals(
      List<GivenSignal> given, String name, UnaryOperator<SortedMap<String, Value>> change) {
    boolean isGiven = given.stream().anyMatch(each -> each.name().equals(name));
    Stream<GivenSignal> all =
        isGiven
            ? given.stream()
            : Stream.concat(given.stream(), Stream.of(new GivenSignal(name, new TreeMap<>())));
    return all.sorted(Comparator.comparing(GivenSignal::name))
        .map(
            each ->
                each.name().equals(name)
                    ? new GivenSignal(name, change.apply(each.fields()))
                    : each)
        .toList();
  }

  /** Whether a change is about that field, or about its owner as a whole. */
  static boolean sameField(Change change, Owner owner, String field) {
    if (change instanceof Change.Give give) {
      return give.owner().equals(owner) && give.base().equals(field);
    }
    if (change instanceof Change.Hide hide) {
      return hide.owner().equals(owner) && hide.base().equals(field);
    }
    return change instanceof Change.Replace replace && replace.owner().equals(owner);
  }

  /** What a change is about; null for the clock. */
  static Owner.@Nullable Kind owner(Change change) {
    if (change instanceof Change.Give give) {
      return give.owner().kind();
    }
    if (change instanceof Change.Hide hide) {
      return hide.owner().kind();
    }
    return change instanceof Change.Replace replace ? replace.owner().kind() : null;
  }
}
