package dev.zt.policy.value;

import static java.lang.StrictMath.asin;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;
import static java.lang.StrictMath.sqrt;
import static java.lang.StrictMath.toRadians;

/** The Earth as a sphere with the mean radius that the IUGG gives, R1 = 6371.0088 km. */
final class Sphere {
  private static final double RADIUS_KM = 6371.0088;

  private Sphere() {}

  static void check(double degrees, double most, String name) {
    // Written so that it also refuses NaN.
    if (!(Math.abs(degrees) <= most)) {
      throw InvalidText.because(
          name + " `" + degrees + "` is not between -" + (int) most + " and " + (int) most);
    }
  }

  /** By the haversine formula, rounded to the nearest 1/10,000 km. */
  static long distance(Value.Point from, Value.Point to) {
    double latitudes = sin(toRadians(to.latitude() - from.latitude()) / 2);
    double longitudes = sin(toRadians(to.longitude() - from.longitude()) / 2);
    double haversine =
        latitudes * latitudes
            + cos(toRadians(from.latitude()))
                * cos(toRadians(to.latitude()))
                * longitudes
                * longitudes;
    double kilometres = 2 * RADIUS_KM * asin(Math.min(1, sqrt(haversine)));
    return Math.round(kilometres * FixedPoint.ONE);
  }
}
