package dev.zt.conformance;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Request;
import dev.zt.Signal;
import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
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
    facts.forEach((owner, fields) -> copy.put(owner, Said.of(owner, fields)));
    facts = Collections.unmodifiableMap(copy);
  }

  /**
   * What is said of one owner, and what was made of it: worlds that say the same of it share that.
   */
  private static final class Said extends AbstractMap<String, @Nullable Object> {
    private final String owner;
    private final Map<String, @Nullable Object> fields;

    /** By who asks, an entity or a signal. */
    private final @Nullable Object[] made = new @Nullable Object[2];

    private Said(String owner, Map<String, @Nullable Object> fields) {
      this.owner = owner;
      this.fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    static Said of(String owner, Map<String, @Nullable Object> fields) {
      return fields instanceof Said said && said.owner.equals(owner)
          ? said
          : new Said(owner, fields);
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
      return fields.entrySet();
    }

    Object made(int asker) {
      Object known = made[asker];
      if (known == null) {
        known = isEntity(owner) ? entity(owner, fields) : Signal.of(owner, fields);
        made[asker] = known;
      }
      return known;
    }
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
    return request(
        owner -> entity(owner, fields(owner)), signal -> Signal.of(signal, fields(signal)));
  }

  /**
   * The same request, of entities and signals that it shares with the requests of other worlds.
   *
   * @param asker 0 or 1, each of whom has its own
   */
  Request request(int asker) {
    return request(
        owner ->
            facts.get(owner) instanceof Said said
                ? (Entity) said.made(asker)
                : entity(owner, Map.of()),
        signal -> (Signal) ((Said) Objects.requireNonNull(facts.get(signal))).made(asker));
  }

  private Request request(Function<String, Entity> entities, Function<String, Signal> signals) {
    Request request = Request.of(entities.apply(subject), action, entities.apply(resource));
    for (String owner : facts.keySet()) {
      if (isEntity(owner)) {
        if (!owner.equals(subject) && !owner.equals(resource)) {
          request = request.with(entities.apply(owner));
        }
      } else if (!owner.equals("action")) {
        request = request.with(signals.apply(owner));
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

  private static Entity entity(String owner, Map<String, @Nullable Object> fields) {
    EntityRef reference = reference(owner);
    return Entity.of(reference.type(), reference.id(), fields);
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
