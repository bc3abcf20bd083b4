package dev.zt.bench.model;

import java.util.List;

/**
 * A value of an ordered enumeration. Engines without such a type are given its {@link #level}.
 *
 * @param scale the enumeration's name
 * @param names the names of its values, lowest first
 * @param level the place of this value among them, from 0
 */
public record Rank(String scale, List<String> names, int level) {
  /** The name of this value. */
  public String name() {
    return names.get(level);
  }
}
