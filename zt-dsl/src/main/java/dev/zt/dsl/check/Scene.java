package dev.zt.dsl.check;

import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.GivenSignal;
import dev.zt.dsl.suite.Situation;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything that is given where a case stands, to lay more over. */
final class Scene {
  private final @Nullable Long now;
  private final SortedMap<String, GivenFields> signals = new TreeMap<>();
  private final Set<GivenEntity> entities = new LinkedHashSet<>();
  private @Nullable GivenParty subject;
  private @Nullable GivenParty resource;
  private GivenFields action = new GivenFields();

  /** A scene in which nothing is given but the time in epoch milliseconds, if that. */
  Scene(@Nullable Long now) {
    this.now = now;
  }

  /** The same scene at another time, to lay more over. */
  Scene at(@Nullable Long other) {
    Scene copy = new Scene(other);
    signals.forEach((name, fields) -> copy.signals.put(name, fields.copy()));
    copy.entities.addAll(entities);
    copy.subject = subject == null ? null : subject.copy();
    copy.resource = resource == null ? null : resource.copy();
    copy.action = action.copy();
    return copy;
  }

  @Nullable GivenParty subject() {
    return subject;
  }

  void subject(@Nullable GivenParty party) {
    subject = party;
  }

  @Nullable GivenParty resource() {
    return resource;
  }

  void resource(@Nullable GivenParty party) {
    resource = party;
  }

  GivenFields action() {
    return action;
  }

  void forgetAction() {
    action = new GivenFields();
  }

  /** The fields of a signal, which is given from here on. */
  GivenFields signal(String name) {
    return signals.computeIfAbsent(name, absent -> new GivenFields());
  }

  void forgetSignal(String name) {
    signals.remove(name);
  }

  /** Further entities, each with what one place says of it. */
  Set<GivenEntity> entities() {
    return entities;
  }

  @Nullable Instant now() {
    return now == null ? null : Instant.ofEpochMilli(now);
  }

  List<GivenSignal> givenSignals() {
    return signals.entrySet().stream()
        .map(signal -> new GivenSignal(signal.getKey(), signal.getValue().known()))
        .toList();
  }

  /** A request for an action; null when nobody asks, or on nothing. */
  @Nullable Situation ask(String actionName) {
    GivenParty who = subject;
    GivenParty what = resource;
    return who == null || what == null
        ? null
        : new Situation(
            now(),
            who.toEntity(),
            actionName,
            what.toEntity(),
            action.known(),
            givenSignals(),
            List.copyOf(entities));
  }
}
