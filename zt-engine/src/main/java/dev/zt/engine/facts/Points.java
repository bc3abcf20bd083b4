package dev.zt.engine.facts;

import dev.zt.UnknownCause;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.InvalidText;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import org.jspecify.annotations.Nullable;

/** Places: {@code {lat, lon}} in degrees. */
final class Points {
  private Points() {}

  static Reading read(@Nullable Object given) {
    if (given == null) {
      return Unusable.NULL;
    }
    if (!Parts.has(given)) {
      return Unusable.mistyped(given, "a point");
    }
    Object lat = Readers.unwrapped(Parts.named(given, "lat"));
    Object lon = Readers.unwrapped(Parts.named(given, "lon"));
    Absent broken = unusable(lat, "lat");
    if (broken == null) {
      broken = unusable(lon, "lon");
    }
    Double latitude = Numbers.floating(lat);
    Double longitude = Numbers.floating(lon);
    if (broken != null || latitude == null || longitude == null) {
      return broken == null ? Unusable.mistyped(given, "a point") : broken;
    }
    try {
      return Value.Point.of(latitude, longitude);
    } catch (InvalidText outOfRange) {
      return new Absent(UnknownCause.MISTYPED, outOfRange.message());
    }
  }

  private static @Nullable Absent unusable(@Nullable Object degrees, String name) {
    if (degrees instanceof Unread unread) {
      return unread.reason();
    }
    if (degrees == null) {
      return new Absent(UnknownCause.MISSING, "a point without `" + name + "`");
    }
    return Numbers.floating(degrees) == null
        ? Unusable.mistyped(degrees, "a number of degrees")
        : null;
  }
}
