package dev.zt.engine.behavior;

import dev.zt.policy.Type;
import dev.zt.policy.value.Value;

/** In what a number is counted. */
enum Unit {
  /** Whole numbers. */
  INT,
  /** Ten-thousandths. */
  DECIMAL,
  /** Milliseconds. */
  DURATION;

  static Unit of(Type type) {
    return type == Type.Scalar.DECIMAL ? DECIMAL : type == Type.Scalar.DURATION ? DURATION : INT;
  }

  static long count(Value value) {
    if (value instanceof Value.Decimal decimal) {
      return decimal.units();
    }
    return value instanceof Value.Duration duration
        ? duration.millis()
        : ((Value.Int) value).value();
  }

  Value value(long count) {
    return switch (this) {
      case INT -> new Value.Int(count);
      case DECIMAL -> new Value.Decimal(count);
      case DURATION -> new Value.Duration(count);
    };
  }
}
