package dev.zt.conformance;

import dev.zt.ElevationRefusedException;
import dev.zt.ElevationRequest;
import dev.zt.Request;
import dev.zt.engine.Engine;
import java.time.Duration;

/** Grants of the elevation of {@link SampleSchema}. */
final class Lending {
  private Lending() {}

  /** Lends the subject the resource for ten minutes, if it may have it. */
  static void lend(Engine engine, Request request) {
    try {
      engine
          .elevations()
          .request(
              ElevationRequest.of(
                      request.subject(),
                      "t.lend",
                      request.resource().reference(),
                      Duration.ofMinutes(10))
                  .because("a test"));
    } catch (ElevationRefusedException notForThem) {
      return;
    }
  }
}
