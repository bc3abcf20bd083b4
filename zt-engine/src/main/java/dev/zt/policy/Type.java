package dev.zt.policy;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The type of an expression. Its text is how a policy writes it. */
public sealed interface Type {
  /** The types without parts. */
  enum Scalar implements Type {
    BOOL("bool"),
    INT("int"),
    DECIMAL("decimal"),
    STRING("string"),
    DURATION("duration"),
    TIME("time"),
    DISTANCE("distance"),
    SPEED("speed"),
    VERSION("version"),
    IP("ip"),
    CIDR("cidr"),
    COUNTRY("country"),
    POINT("point"),
    SCHEDULE("schedule"),
    SPIFFE("spiffe");

    private final String text;

    Scalar(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * A declared enum.
   *
   * @param name the qualified name
   */
  record Enumeration(String name) implements Type {
    public Enumeration {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public String toString() {
      return Names.simple(name);
    }
  }

  /**
   * A declared record.
   *
   * @param name the qualified name
   */
  record Structure(String name) implements Type {
    public Structure {
      Objects.requireNonNull(name, "name");
    }

    @Override
    public String toString() {
      return Names.simple(name);
    }
  }

  /**
   * A reference to an entity of one of several declared types.
   *
   * @param candidates the qualified names of the types it may have, sorted, without duplicates;
   *     never empty in a set that compiled
   */
  record Entity(List<String> candidates) implements Type {
    public Entity {
      candidates =
          candidates.size() == 1 ? List.copyOf(candidates) : List.copyOf(new TreeSet<>(candidates));
    }

    /** A reference to an entity of exactly one type. */
    public static Entity of(String candidate) {
      return new Entity(List.of(candidate));
    }

    @Override
    public String toString() {
      return candidates.stream().map(Names::simple).collect(Collectors.joining(" or "));
    }
  }

  /**
   * A finite set.
   *
   * @param element the type of its elements
   */
  record SetOf(Type element) implements Type {
    public SetOf {
      Objects.requireNonNull(element, "element");
    }

    @Override
    public String toString() {
      return "set<" + element + ">";
    }
  }

  /**
   * A value, or known to be none.
   *
   * @param value the type of the value
   */
  record Optional(Type value) implements Type {
    public Optional {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
      return value + "?";
    }
  }
}
