package dev.zt.engine.compile;

import dev.zt.policy.ArithmeticOp;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** The operations on readings that generated code calls; null is unknown. */
final class Values {
  private Values() {}

  static @Nullable Reading orElse(@Nullable Reading reading, @Nullable Reading standIn) {
    return reading instanceof Value ? reading : standIn;
  }

  static @Nullable Reading plus(@Nullable Reading left, @Nullable Reading right) {
    return of(ArithmeticOp.PLUS, left, right);
  }

  static @Nullable Reading minus(@Nullable Reading left, @Nullable Reading right) {
    return of(ArithmeticOp.MINUS, left, right);
  }

  static @Nullable Reading times(@Nullable Reading left, @Nullable Reading right) {
    return of(ArithmeticOp.TIMES, left, right);
  }

  private static @Nullable Reading of(
      ArithmeticOp op, @Nullable Reading left, @Nullable Reading right) {
    return left instanceof Value a && right instanceof Value b ? op.of(a, b) : null;
  }

  static @Nullable Reading lower(@Nullable Reading text) {
    return text instanceof Value.Text given ? given.lower() : null;
  }

  static @Nullable Reading size(@Nullable Reading set) {
    return set instanceof Value.SetOf given ? new Value.Int(given.size()) : null;
  }
}
