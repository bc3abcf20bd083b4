package dev.zt.conformance;

import dev.zt.Entity;
import dev.zt.EntityRef;
import dev.zt.Request;
import dev.zt.Signal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A world in which entities and signals are records of an application. A record gives each of its
 * components, so that a fact that is not given is null; and a primitive one is never null.
 */
final class RecordWorld {
  /** What kind of record an owner is. */
  private enum Kind {
    /** Anything may be in a component. */
    LOOSE,
    /** Components have the types that fit most of what is given. */
    TYPED,
    /** Only every other field is a component, the others are not given. */
    FEW,
    /** Only every other field is a component, the others are given by name. */
    MIXED
  }

  private static final Map<String, Map<String, Class<?>>> TYPED = typed();
  private static final RecordClasses CLASSES = classes();

  private final World world;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final UnaryOperator<@Nullable Object> misread;

  /**
   * The records of a world.
   *
   * @param seed which kinds of records there are
   * @param misread what becomes of a component's value, to seed a fault
   */
  RecordWorld(World plain, int seed, UnaryOperator<@Nullable Object> misread) {
    this.misread = misread;
    Map<String, Map<String, @Nullable Object>> facts = new TreeMap<>(plain.facts());
    int number = seed;
    for (String owner : plain.facts().keySet()) {
      if (!owner.equals("action")) {
        Kind kind = Kind.values()[Math.floorMod(number++, Kind.values().length)];
        kinds.put(owner, kind);
        facts.put(owner, given(kind, type(owner), plain.facts().getOrDefault(owner, Map.of())));
      }
    }
    this.world = new World(plain.action(), plain.subject(), plain.resource(), facts);
  }

  private static Map<String, @Nullable Object> given(
      Kind kind, String type, Map<String, @Nullable Object> facts) {
    Map<String, @Nullable Object> given = new TreeMap<>();
    if (kind == Kind.MIXED) {
      given.putAll(facts);
    }
    components(kind, type).forEach((field, java) -> given.put(field, fit(java, facts.get(field))));
    return given;
  }

  /** The same request, of maps. */
  Request ofMaps() {
    return world.request();
  }

  /** The request of records. */
  Request ofRecords() {
    Request request = Request.of(entity(world.subject()), world.action(), entity(world.resource()));
    for (String owner : kinds.keySet()) {
      if (owner.indexOf(' ') < 0) {
        Signal signal = Signal.of(owner, record(owner));
        for (Map.Entry<String, @Nullable Object> field : byName(owner).entrySet()) {
          signal = signal.with(field.getKey(), field.getValue());
        }
        request = request.with(signal);
      } else if (!owner.equals(world.subject()) && !owner.equals(world.resource())) {
        request = request.with(entity(owner));
      }
    }
    return request.withAction(world.facts().getOrDefault("action", Map.of()));
  }

  private Entity entity(String owner) {
    EntityRef reference = World.reference(owner);
    if (!kinds.containsKey(owner)) {
      return Entity.of(reference.type(), reference.id());
    }
    Entity entity = Entity.of(reference.type(), reference.id(), record(owner));
    for (Map.Entry<String, @Nullable Object> field : byName(owner).entrySet()) {
      entity = entity.with(field.getKey(), field.getValue());
    }
    return entity;
  }

  private Record record(String owner) {
    Kind kind = kinds.getOrDefault(owner, Kind.LOOSE);
    List<@Nullable Object> values = new ArrayList<>();
    components(kind, type(owner))
        .forEach((field, java) -> values.add(fit(java, misread.apply(fact(owner, field)))));
    return CLASSES.make(kind + "_" + type(owner), values);
  }

  private @Nullable Object fact(String owner, String field) {
    return world.facts().getOrDefault(owner, Map.of()).get(field);
  }

  private Map<String, @Nullable Object> byName(String owner) {
    Map<String, @Nullable Object> others =
        new TreeMap<>(world.facts().getOrDefault(owner, Map.of()));
    others
        .keySet()
        .removeAll(components(kinds.getOrDefault(owner, Kind.LOOSE), type(owner)).keySet());
    return others;
  }

  private static String type(String owner) {
    int blank = owner.indexOf(' ');
    return blank < 0 ? owner : owner.substring(0, blank);
  }

  // ---- classes ----

  private static RecordClasses classes() {
    Map<String, Map<String, Class<?>>> all = new LinkedHashMap<>();
    for (Kind kind : Kind.values()) {
      for (String type : TYPED.keySet()) {
        Map<String, Class<?>> named = new LinkedHashMap<>();
        components(kind, type).forEach((field, java) -> named.put(camelCase(field), java));
        all.put(kind + "_" + type, named);
      }
    }
    return new RecordClasses(all);
  }

  private static Map<String, Class<?>> components(Kind kind, String type) {
    Map<String, Class<?>> components = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<String, Class<?>> field : TYPED.getOrDefault(type, Map.of()).entrySet()) {
      if (kind == Kind.LOOSE || kind == Kind.TYPED || number++ % 2 == 0) {
        components.put(field.getKey(), kind == Kind.TYPED ? field.getValue() : Object.class);
      }
    }
    return components;
  }

  /** As an application names a component: {@code as_of} is {@code asOf}. */
  private static String camelCase(String field) {
    StringBuilder name = new StringBuilder();
    for (String word : field.split("_")) {
      name.append(
          name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  /** A value that a component of that type can hold. */
  private static @Nullable Object fit(Class<?> type, @Nullable Object value) {
    if (type == int.class) {
      return value instanceof Integer ? value : 1;
    }
    if (type == long.class) {
      return value instanceof Integer number
          ? Long.valueOf(number)
          : value instanceof Long ? value : 2L;
    }
    if (type == boolean.class) {
      return value instanceof Boolean ? value : true;
    }
    return type.isInstance(value) ? value : null;
  }

  /** The type of most values of each field, primitive where there is one. */
  private static Map<String, Map<String, Class<?>>> typed() {
    Map<String, Map<String, Class<?>>> typed = new TreeMap<>();
    Worlds.DOMAINS.forEach(
        (owner, fields) -> {
          Map<String, Class<?>> types = new TreeMap<>();
          fields.forEach((field, values) -> types.put(field, typeOf(field, values.get(0))));
          typed.put(owner, types);
        });
    return typed;
  }

  private static Class<?> typeOf(String field, Object value) {
    if (value instanceof Boolean) {
      return boolean.class;
    }
    if (value instanceof Integer) {
      return field.length() % 2 == 0 ? int.class : long.class;
    }
    return value instanceof String
        ? String.class
        : value instanceof List ? List.class : Object.class;
  }
}
