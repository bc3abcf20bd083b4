package dev.zt.engine.behavior;

import dev.zt.policy.value.Value;
import java.util.Arrays;
import java.util.List;

/**
 * The values of several keys as one. What is kept by one key alone is kept by its value. Immutable.
 */
public final class JointKey {
  private final Value[] parts;
  private final int hash;

  private JointKey(Value[] parts) {
    this.parts = parts;
    this.hash = Arrays.hashCode(parts);
  }

  /**
   * A key of these values.
   *
   * @param parts in the order written, not to be written to any more
   */
  public static Object of(Value... parts) {
    return parts.length == 1 ? parts[0] : new JointKey(parts);
  }

  static Object of(List<Value> parts) {
    return parts.size() == 1 ? parts.get(0) : new JointKey(parts.toArray(new Value[0]));
  }

  /** The values of a key in the order written. */
  public static List<Value> parts(Object key) {
    return key instanceof JointKey joint ? List.of(joint.parts) : List.of((Value) key);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof JointKey joint
        && hash == joint.hash
        && Arrays.equals(parts, joint.parts);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  /** How many there are: a key may hold what is nobody's business. */
  @Override
  public String toString() {
    return parts.length + " keys";
  }
}
