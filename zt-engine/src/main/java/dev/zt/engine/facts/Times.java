package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Instants and durations as Java's own types, floored to milliseconds. */
final class Times {
  private Times() {}

  /** The instant that one of Java's types names; null for anything else. */
  static @Nullable Instant instant(@Nullable Object given) {
    return given instanceof Instant plain
        ? plain
        : given instanceof OffsetDateTime offset
            ? offset.toInstant()
            : given instanceof ZonedDateTime zoned ? zoned.toInstant() : null;
  }

  static Reading time(Instant instant) {
    try {
      return new Value.Time(instant.toEpochMilli());
    } catch (ArithmeticException beyondMilliseconds) {
      return Unusable.outOfRange(instant, "a time");
    }
  }

  /** A duration that is not negative, which text cannot be either. */
  static Reading duration(Duration duration) {
    if (duration.isNegative()) {
      return Unusable.mistyped(duration, "a duration of zero or more");
    }
    try {
      return new Value.Duration(duration.toMillis());
    } catch (ArithmeticException beyondMilliseconds) {
      return Unusable.outOfRange(duration, "a duration");
    }
  }
}
