package dev.zt;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened and that policies may remember, such as a failed sign-in: a name that
 * policies declare, whom it is about, and the signals that were seen with it.
 *
 * <p>It counts from the instant at which it is observed. Immutable and thread-safe; each {@code
 * with} returns a new event.
 */
public final class Event {
  private final String name;
  private final @Nullable Entity subject;
  private final List<Signal> signals;
  private final List<Entity> entities;

  private Event(
      String name, @Nullable Entity subject, List<Signal> signals, List<Entity> entities) {
    this.name = Objects.requireNonNull(name, "name");
    this.subject = subject;
    this.signals = signals;
    this.entities = entities;
  }

  /**
   * An event of which it is not known whom it is about: what policies remember by subject, they do
   * not remember of it.
   */
  public static Event of(String name) {
    return new Event(name, null, List.of(), List.of());
  }

  /** An event about a subject. */
  public static Event of(String name, Entity subject) {
    return new Event(name, Objects.requireNonNull(subject, "subject"), List.of(), List.of());
  }

  /** This event with one more signal, as in {@link Request#with(Signal)}. */
  public Event with(Signal signal) {
    return new Event(name, subject, appended(signals, signal), entities);
  }

  /** This event with one more entity that the subject or another may refer to. */
  public Event with(Entity entity) {
    return new Event(name, subject, signals, appended(entities, entity));
  }

  /** The declared name. */
  public String name() {
    return name;
  }

  /** Whom it is about, or null when that is not known. */
  public @Nullable Entity subject() {
    return subject;
  }

  /** The signals, in the order given. */
  public List<Signal> signals() {
    return signals;
  }

  /** The further entities, in the order given. */
  public List<Entity> entities() {
    return entities;
  }

  /** What, and about whom. */
  @Override
  public String toString() {
    return subject == null ? name : name + " " + subject.reference();
  }

  private static <T> List<T> appended(List<T> list, T element) {
    List<T> all = new ArrayList<>(list);
    all.add(Objects.requireNonNull(element, "element"));
    return List.copyOf(all);
  }
}
