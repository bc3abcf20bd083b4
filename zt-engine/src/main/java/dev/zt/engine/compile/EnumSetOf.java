package dev.zt.engine.compile;

import dev.zt.policy.value.Value;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Constants of one enum as bits.
 *
 * @param ordinals bit by ordinal, so for enums of at most {@value #MOST} constants
 */
record EnumSetOf(long ordinals) {
  private static final int MOST = Long.SIZE;

  /** The set of these values, or null when they are no such constants. */
  static @Nullable EnumSetOf of(Collection<Value> values) {
    long ordinals = 0;
    for (Value value : values) {
      if (!(value instanceof Value.EnumConstant constant) || constant.ordinal() >= MOST) {
        return null;
      }
      ordinals |= 1L << constant.ordinal();
    }
    return new EnumSetOf(ordinals);
  }

  boolean has(Value.EnumConstant constant) {
    return constant.ordinal() < MOST && (ordinals >>> constant.ordinal() & 1) != 0;
  }
}
