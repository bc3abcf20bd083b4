package dev.zt.policy;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a policy set declares apart from its rules. All maps are by name, sorted.
 *
 * @param enumerations by qualified name
 * @param structures by qualified name
 * @param entities by qualified name
 * @param signals by name
 * @param actionFields the declared fields of the action itself by name; {@code name} is not among
 *     them
 * @param roles by name
 * @param obligations by name
 * @param challenges by name
 * @param events by name
 */
public record Schema(
    SortedMap<String, Enumeration> enumerations,
    SortedMap<String, Structure> structures,
    SortedMap<String, Entity> entities,
    SortedMap<String, Signal> signals,
    SortedMap<String, Field> actionFields,
    SortedMap<String, Role> roles,
    SortedMap<String, Signature> obligations,
    SortedMap<String, Signature> challenges,
    SortedMap<String, Event> events) {

  public Schema {
    enumerations = Collections.unmodifiableSortedMap(new TreeMap<>(enumerations));
    structures = Collections.unmodifiableSortedMap(new TreeMap<>(structures));
    entities = Collections.unmodifiableSortedMap(new TreeMap<>(entities));
    signals = Collections.unmodifiableSortedMap(new TreeMap<>(signals));
    actionFields = Collections.unmodifiableSortedMap(new TreeMap<>(actionFields));
    roles = Collections.unmodifiableSortedMap(new TreeMap<>(roles));
    obligations = Collections.unmodifiableSortedMap(new TreeMap<>(obligations));
    challenges = Collections.unmodifiableSortedMap(new TreeMap<>(challenges));
    events = Collections.unmodifiableSortedMap(new TreeMap<>(events));
  }

  /** What is declared under a name. */
  @FunctionalInterface
  public interface Named {
    /** The name, qualified where modules may declare the same one. */
    String name();
  }

  /** The declarations by their names. */
  public static <T extends Named> SortedMap<String, T> byName(Collection<T> declared) {
    SortedMap<String, T> map = new TreeMap<>();
    for (T each : declared) {
      map.put(each.name(), each);
    }
    return map;
  }

  /**
   * An enum.
   *
   * @param name the qualified name
   * @param constants its constants, lowest first where they are ordered
   * @param ordered whether they may be compared with {@code <}
   */
  public record Enumeration(String name, List<String> constants, boolean ordered, SourceSpan span)
      implements Named {
    public Enumeration {
      constants = List.copyOf(constants);
    }
  }

  /**
   * A record type.
   *
   * @param name the qualified name
   * @param fields in order of declaration
   */
  public record Structure(String name, List<Field> fields, SourceSpan span) implements Named {
    public Structure {
      fields = List.copyOf(fields);
    }

    /** The field of that name, or null. */
    public @Nullable Field field(String fieldName) {
      return find(fields, fieldName);
    }
  }

  /**
   * An entity type.
   *
   * @param name the qualified name
   * @param outside the name that data use
   * @param parents the qualified names of the types it may be a member of
   * @param fields the declared fields, in order of declaration; {@code id}, {@code roles} and
   *     {@code groups} are not among them
   * @param actions its actions, without groups, by name; outside names by name
   */
  public record Entity(
      String name,
      String outside,
      Set<String> parents,
      List<Field> fields,
      SortedMap<String, String> actions,
      Map<String, String> annotations,
      SourceSpan span)
      implements Named {
    public Entity {
      parents = Set.copyOf(parents);
      fields = List.copyOf(fields);
      actions = Collections.unmodifiableSortedMap(new TreeMap<>(actions));
      annotations = Map.copyOf(annotations);
    }

    /** The declared field of that name, or null. */
    public @Nullable Field field(String fieldName) {
      return find(fields, fieldName);
    }
  }

  /**
   * A signal.
   *
   * @param fresh milliseconds after which an observation is stale, or null when it never is
   * @param fields in order of declaration, {@code as_of} and {@code source} among them
   */
  public record Signal(String name, @Nullable Long fresh, List<Field> fields, SourceSpan span)
      implements Named {
    public Signal {
      fields = List.copyOf(fields);
    }

    /** The field of that name, or null. */
    public @Nullable Field field(String fieldName) {
      return find(fields, fieldName);
    }
  }

  /**
   * A role.
   *
   * @param includes the names of the roles it directly includes
   */
  public record Role(String name, Set<String> includes, SourceSpan span) implements Named {
    public Role {
      includes = Set.copyOf(includes);
    }
  }

  /**
   * What a call of an obligation or a challenge looks like.
   *
   * @param parameters in order of declaration
   */
  public record Signature(String name, List<Parameter> parameters, SourceSpan span)
      implements Named {
    public Signature {
      parameters = List.copyOf(parameters);
    }
  }

  /** A parameter of a {@link Signature}. */
  public record Parameter(String name, Type type) {}

  /** An event that the application may report. */
  public record Event(String name, SourceSpan span) implements Named {}

  private static @Nullable Field find(List<Field> fields, String name) {
    for (Field field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }
}
