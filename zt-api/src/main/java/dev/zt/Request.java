package dev.zt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The question "may this subject do this to that resource, given all this?".
 *
 * <p>Immutable and thread-safe; each {@code with} returns a new request. Nothing is checked here:
 * undeclared types and actions are denied, and unusable values are unknown, when the request is
 * judged. Ask the same one again where the question is the same: it keeps what the engine read from
 * it.
 */
public final class Request extends Bindable {
  private final Entity subject;
  private final String action;
  private final Entity resource;
  private final Map<String, @Nullable Object> actionFields;
  private final List<Signal> signals;
  private final List<Entity> entities;
  private final Map<String, String> keys;
  private final @Nullable String correlation;

  /** What is checked is checked before, so that the JIT sees a plain new object. */
  private Request(
      Entity subject,
      String action,
      Entity resource,
      Map<String, @Nullable Object> actionFields,
      List<Signal> signals,
      List<Entity> entities,
      Map<String, String> keys,
      @Nullable String correlation) {
    this.subject = subject;
    this.action = action;
    this.resource = resource;
    this.actionFields = actionFields;
    this.signals = signals;
    this.entities = entities;
    this.keys = keys;
    this.correlation = correlation;
  }

  /**
   * A request without signals.
   *
   * @param action the outside name of the action
   */
  public static Request of(Entity subject, String action, Entity resource) {
    return new Request(subject, action, resource, Map.of(), List.of(), List.of(), Map.of(), null);
  }

  /**
   * This request with one more signal. A second observation of one signal does not replace the
   * first: fields on which the two disagree are unknown.
   */
  public Request with(Signal signal) {
    List<Signal> all = appended(signals, signal);
    return new Request(subject, action, resource, actionFields, all, entities, keys, correlation);
  }

  /** This request with exactly these signals, in place of those it has. */
  public Request withSignals(List<Signal> observations) {
    List<Signal> all = List.copyOf(observations);
    return new Request(subject, action, resource, actionFields, all, entities, keys, correlation);
  }

  /**
   * This request with the key of a signal instead of the signal: the engine supplies the latest
   * observation that was published under it or that a source answers with. A later key for the same
   * signal replaces this one.
   *
   * <p>A request that names a key and carries the signal as well has two observations of it; fields
   * on which they disagree are unknown.
   *
   * <p>The key of {@code session} is the id of a live session. Once an engine keeps sessions, a
   * request that names one that is not live is denied.
   */
  public Request withKey(String signal, String key) {
    Map<String, String> all = new HashMap<>(keys);
    all.put(Objects.requireNonNull(signal, "signal"), Objects.requireNonNull(key, "key"));
    return new Request(
        subject, action, resource, actionFields, signals, entities, Map.copyOf(all), correlation);
  }

  /** This request with one more entity that the subject, the resource or another may refer to. */
  public Request with(Entity entity) {
    return new Request(
        subject,
        action,
        resource,
        actionFields,
        signals,
        appended(entities, entity),
        keys,
        correlation);
  }

  /** This request with several more entities. */
  public Request withEntities(Collection<Entity> more) {
    List<Entity> all = new ArrayList<>(entities);
    all.addAll(more);
    return new Request(
        subject, action, resource, actionFields, signals, List.copyOf(all), keys, correlation);
  }

  /** This request with a field of the action itself, such as {@code soft} of a deletion. */
  public Request withAction(String field, @Nullable Object value) {
    return new Request(
        subject,
        action,
        resource,
        Attributed.with(actionFields, field, value),
        signals,
        entities,
        keys,
        correlation);
  }

  /** This request with several fields of the action itself. */
  public Request withAction(Map<String, ? extends @Nullable Object> fields) {
    return new Request(
        subject,
        action,
        resource,
        Attributed.with(actionFields, fields),
        signals,
        entities,
        keys,
        correlation);
  }

  /**
   * This request with what ties its audit record to the application's own, such as a trace id. No
   * rule reads it.
   */
  public Request correlatedBy(String id) {
    Objects.requireNonNull(id, "id");
    return new Request(subject, action, resource, actionFields, signals, entities, keys, id);
  }

  /** Who asks. */
  public Entity subject() {
    return subject;
  }

  /** The outside name of what is asked for. */
  public String action() {
    return action;
  }

  /** What it is asked on. */
  public Entity resource() {
    return resource;
  }

  /** The fields of the action itself. */
  public Map<String, @Nullable Object> actionFields() {
    return actionFields;
  }

  /** The signals, in the order given. */
  public List<Signal> signals() {
    return signals;
  }

  /** The keys of the signals that the engine is to supply, by name of the signal. */
  public Map<String, String> keys() {
    return keys;
  }

  /** The further entities, in the order given. */
  public List<Entity> entities() {
    return entities;
  }

  /** What ties its audit record to the application's own, or null. */
  public @Nullable String correlation() {
    return correlation;
  }

  /** Who, what, on what. */
  @Override
  public String toString() {
    return subject.reference() + " " + action + " " + resource.reference();
  }

  @SuppressWarnings("unchecked") // the array holds what the list held, and one more
  private static <T> List<T> appended(List<T> list, T element) {
    Objects.requireNonNull(element, "element");
    int size = list.size();
    if (size == 0) {
      return List.of(element);
    }
    Object[] all = Arrays.copyOf(list.toArray(), size + 1, Object[].class);
    all[size] = element;
    return (List<T>) List.of(all);
  }
}
