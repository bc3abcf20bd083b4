package dev.zt.conformance;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Request;
import dev.zt.Signal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that a request holds, as owner, field and value, so that a property may take a single fact
 * away. An owner is an entity ({@code User u1}), a signal ({@code device}) or {@code action}.
 *
 * @param action the action asked for
 * @param subject the owner that asks
 * @param resource the owner that it is asked on
 * @param facts by owner, then by field
 */
record World(
    String action,
    String subject,
    String resource,
    Map<String, Map<String, @Nullable Object>> facts) {

  /** A value of no declared type. */
  static final Object HIDDEN = new Hidden();

  private static final class Hidden {
    @Override
    public String toString() {
      return "<hidden>";
    }
  }

  World {
    Map<String, Map<String, @Nullable Object>> copy = new TreeMap<>();
    facts.forEach(
        (owner, fields) -> copy.put(owner, Collections.unmodifiableMap(new TreeMap<>(fields))));
    facts = Collections.unmodifiableMap(copy);
  }

  /** A single given fact. */
  record Place(String owner, String field) {}

  /** Every given fact. */
  List<Place> places() {
    return facts.entrySet().stream()
        .flatMap(each -> each.getValue().keySet().stream().map(f -> new Place(each.getKey(), f)))
        .toList();
  }

  /** The same with one fact made unknown. */
  World hiding(Place place) {
    return with(place.owner(), place.field(), HIDDEN);
  }

  /** The same with every fact of an owner made unknown; a signal is not even observed. */
  World hiding(String owner) {
    Map<String, Map<String, @Nullable Object>> changed = new LinkedHashMap<>(facts);
    if (isEntity(owner) || owner.equals("action")) {
      Map<String, @Nullable Object> hidden = new LinkedHashMap<>();
      facts.getOrDefault(owner, Map.of()).keySet().forEach(f -> hidden.put(f, HIDDEN));
      changed.put(owner, hidden);
    } else {
      changed.remove(owner);
    }
    return new World(action, subject, resource, changed);
  }

  World with(String owner, String field, @Nullable Object value) {
    Map<String, Map<String, @Nullable Object>> changed = new LinkedHashMap<>(facts);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(facts.getOrDefault(owner, Map.of()));
    fields.put(field, value);
    changed.put(owner, fields);
    return new World(action, subject, resource, changed);
  }

  Request request() {
    Request request = Request.of(entity(subject), action, entity(resource));
    for (String owner : facts.keySet()) {
      if (isEntity(owner)) {
        if (!owner.equals(subject) && !owner.equals(resource)) {
          request = request.with(entity(owner));
        }
      } else if (!owner.equals("action")) {
        request = request.with(Signal.of(owner, fields(owner)));
      }
    }
    for (Map.Entry<String, @Nullable Object> field : fields("action").entrySet()) {
      request = request.withAction(field.getKey(), field.getValue());
    }
    return request;
  }

  private Map<String, @Nullable Object> fields(String owner) {
    return facts.getOrDefault(owner, Map.of());
  }

  private Entity entity(String owner) {
    EntityRef reference = reference(owner);
    return Entity.of(reference.type(), reference.id(), fields(owner));
  }

  static EntityRef reference(String owner) {
    int blank = owner.indexOf(' ');
    return EntityRef.of(owner.substring(0, blank), owner.substring(blank + 1));
  }

  private static boolean isEntity(String owner) {
    return owner.indexOf(' ') >= 0;
  }

  @Override
  public String toString() {
    return subject + " " + action + " " + resource + " " + facts;
  }
}
