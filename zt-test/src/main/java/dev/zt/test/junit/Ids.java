package dev.zt.test.junit;

import java.util.HashMap;
import java.util.Map;
import org.junit.platform.engine.UniqueId;

/** Gives ids below one parent; what is written twice is numbered. Not thread-safe. */
final class Ids {
  private final UniqueId parent;
  private final String type;
  private final Map<String, Integer> given = new HashMap<>();

  Ids(UniqueId parent, String type) {
    this.parent = parent;
    this.type = type;
  }

  UniqueId next(String text) {
    int count = given.merge(text, 1, Integer::sum);
    return parent.append(type, count == 1 ? text : text + " #" + count);
  }
}
