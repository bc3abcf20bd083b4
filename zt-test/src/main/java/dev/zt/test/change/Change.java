package dev.zt.test.change;

import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.GivenSignal;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One change to what a test gives. */
sealed interface Change {
  /** The change as the text after {@code with}. */
  String text();

  /** What is then given. */
  Situation applied(Situation situation);

  /** A field is given, or given otherwise. */
  record Give(Place place, Value value) implements Change {
    @Override
    public String text() {
      return place.owner() + " { " + place.shown() + ": " + Literals.of(value) + " }";
    }

    @Override
    public Situation applied(Situation situation) {
      Value stored = value;
      if (place.elapsed() && value instanceof Value.Duration age && situation.now() != null) {
        Value time = new Value.Time(situation.now().toEpochMilli()).minus(age);
        stored = time == null ? value : time;
      }
      return Change.put(situation, place, stored);
    }
  }

  /** A field is taken away. */
  record Forget(Place place) implements Change {
    @Override
    public String text() {
      return place.owner() + "." + place.shown() + " unknown";
    }

    @Override
    public Situation applied(Situation situation) {
      return Change.put(situation, place, null);
    }
  }

  /** A signal is taken away as a whole. */
  record ForgetSignal(String signal) implements Change {
    @Override
    public String text() {
      return signal + " unknown";
    }

    @Override
    public Situation applied(Situation situation) {
      return new Situation(
          situation.now(),
          situation.subject(),
          situation.action(),
          situation.resource(),
          situation.actionFields(),
          situation.signals().stream().filter(each -> !each.name().equals(signal)).toList(),
          situation.entities());
    }
  }

  private static Situation put(Situation situation, Place place, @Nullable Value value) {
    boolean ofSubject = place.owner().equals(Place.SUBJECT);
    boolean ofResource = place.owner().equals(Place.RESOURCE);
    boolean ofAction = place.owner().equals(Place.ACTION);
    return new Situation(
        situation.now(),
        ofSubject ? put(situation.subject(), place, value) : situation.subject(),
        situation.action(),
        ofResource ? put(situation.resource(), place, value) : situation.resource(),
        ofAction ? put(situation.actionFields(), place, value) : situation.actionFields(),
        place.ofSignal() ? put(situation.signals(), place, value) : situation.signals(),
        situation.entities());
  }

  private static GivenEntity put(GivenEntity entity, Place place, @Nullable Value value) {
    TreeSet<String> unknown = new TreeSet<>(entity.unknown());
    if (value == null) {
      unknown.add(place.stored());
    } else {
      unknown.remove(place.stored());
    }
    return new GivenEntity(entity.reference(), put(entity.fields(), place, value), unknown);
  }

  private static SortedMap<String, Value> put(
      SortedMap<String, Value> fields, Place place, @Nullable Value value) {
    SortedMap<String, Value> changed = new TreeMap<>(fields);
    if (value == null) {
      changed.remove(place.stored());
    } else {
      changed.put(place.stored(), value);
    }
    return changed;
  }

  private static List<GivenSignal> put(
      List<GivenSignal> signals, Place place, @Nullable Value value) {
    List<GivenSignal> changed = new ArrayList<>();
    SortedMap<String, Value> fields = new TreeMap<>();
    for (GivenSignal each : signals) {
      if (each.name().equals(place.owner())) {
        fields = each.fields();
      } else {
        changed.add(each);
      }
    }
    changed.add(new GivenSignal(place.owner(), put(fields, place, value)));
    changed.sort(Comparator.comparing(GivenSignal::name));
    return changed;
  }
}
