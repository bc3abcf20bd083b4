package dev.zt.engine.elevation;

import dev.zt.ElevationRefusedException;
import dev.zt.ElevationRefusedException.Cause;
import dev.zt.ElevationRequest;
import dev.zt.policy.Elevation;
import dev.zt.policy.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether an elevation may be asked for as it is. */
final class RequestCheck {
  private static final Duration SHORTEST = Duration.ofMillis(1);
  private static final Duration LONGEST = Duration.ofDays(3_650);
  private static final Duration FURTHEST_START = Duration.ofDays(365);

  /** The longest name, id or reason that is kept, in chars. */
  private static final int LONGEST_TEXT = 4_000;

  private final Elevation elevation;
  private final ElevationRequest request;
  private final Instant now;

  RequestCheck(Elevation elevation, ElevationRequest request, Instant now) {
    this.elevation = elevation;
    this.request = request;
    this.now = now;
  }

  /** Throws when it may not. */
  void check(ElevationRules rules) {
    String type = rules.type(request.resourceType());
    if (type == null || !elevation.scope().targets().containsKey(type)) {
      throw refusal(Cause.OUT_OF_SCOPE, "is not for resources of type " + request.resourceType());
    }
    if (rules.excludes(elevation, request)) {
      throw refusal(Cause.OUT_OF_SCOPE, "is not for " + request.subject().reference());
    }
    checkTimes();
    if (elevation.reasonRequired() && nothingSaid(request.reason())) {
      throw refusal(Cause.REASON_MISSING, "asks for a reason");
    }
    Stream.of(
            request.subject().type(),
            request.subject().id(),
            request.resourceType(),
            orNothing(request.resourceId()),
            orNothing(request.reason()))
        .forEach(RequestCheck::keepable);
  }

  private void checkTimes() {
    Duration longest = Duration.ofMillis(elevation.atMost());
    Duration asked = request.duration();
    if (asked.compareTo(longest) > 0) {
      throw refusal(Cause.DURATION, "is for at most " + new Value.Duration(elevation.atMost()));
    }
    if (asked.compareTo(SHORTEST) < 0 || asked.compareTo(LONGEST) > 0) {
      throw refusal(Cause.DURATION, "is for a millisecond at least and ten years at most");
    }
    Instant start = request.start();
    if (start != null && (start.isBefore(now) || start.isAfter(now.plus(FURTHEST_START)))) {
      throw refusal(Cause.START, "begins between now and a year from now");
    }
  }

  /** A text, which must not be too long to be kept. */
  static void keepable(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw new ElevationRefusedException(
          Cause.TEXT_TOO_LONG, "a text has " + text.length() + " chars, more than " + LONGEST_TEXT);
    }
  }

  /** A reason that is cut where it is too long: what ends a grant must not fail for its words. */
  static @Nullable String cut(@Nullable String reason) {
    return reason == null || reason.length() <= LONGEST_TEXT
        ? reason
        : reason.substring(0, LONGEST_TEXT);
  }

  static boolean nothingSaid(@Nullable String reason) {
    return reason == null || reason.isBlank();
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "" : text;
  }

  private ElevationRefusedException refusal(Cause cause, String what) {
    return new ElevationRefusedException(cause, "`" + elevation.id() + "` " + what);
  }
}
