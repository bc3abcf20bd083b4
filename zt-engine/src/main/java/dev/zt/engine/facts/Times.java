package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/** Instants and durations, floored to milliseconds. */
final class Times {
  private static final ValueReader TIME_TEXT = Texts.typed("a time", Value.Time::parse);
  private static final ValueReader DURATION_TEXT = Texts.typed("a duration", Value.Duration::parse);

  private Times() {}

  /** Text of RFC 3339 with an offset, or one of Java's types that name an instant. */
  static Reading time(@Nullable Object given, Allowance allowance) {
    Instant instant =
        given instanceof Instant plain
            ? plain
            : given instanceof OffsetDateTime offset
                ? offset.toInstant()
                : given instanceof ZonedDateTime zoned ? zoned.toInstant() : null;
    return instant == null ? TIME_TEXT.read(given, allowance) : time(instant);
  }

  static Reading time(Instant instant) {
    try {
      return new Value.Time(instant.toEpochMilli());
    } catch (ArithmeticException beyondMilliseconds) {
      return Unusable.outOfRange(instant, "a time");
    }
  }

  /** Text as in a policy, or Java's type; never negative, which text cannot be either. */
  static Reading duration(@Nullable Object given, Allowance allowance) {
    if (!(given instanceof Duration duration)) {
      return DURATION_TEXT.read(given, allowance);
    }
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
