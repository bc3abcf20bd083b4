package dev.zt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.Unknown;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The speed of a subject: who is in two places at once is told apart from who travels. */
class TravelTest {
  private static final PolicySet POLICIES =
      PolicyCompiler.compile(
              "travel.zt",
              """
              module m
              entity User { }
              entity Door { actions pass, stay }
              fast_enough: permit User to pass Door when location.speed <= 900km/h
              not_moving: permit User to stay Door when location.speed <= 0km/h
              """)
          .orThrow();

  private static final Entity ANN = Entity.of("User", "ann");
  private static final Map<String, Double> NEW_YORK = Map.of("lat", 40.71427, "lon", -74.00597);
  private static final Map<String, Double> BERLIN = Map.of("lat", 52.52437, "lon", 13.41053);
  private static final Map<String, Double> POTSDAM = Map.of("lat", 52.39886, "lon", 13.06566);

  private final Clock clock = new Clock();
  private final Engine engine = Engine.builder(POLICIES).clock(clock).build();

  @Test
  void withNothingRecordedTheSpeedIsZero() {
    assertThat(pass(at(NEW_YORK))).isEqualTo(Outcome.PERMIT);
  }

  @Test
  void anImpossibleTripIsSeenAndAPossibleOneIsNot() {
    pass(at(NEW_YORK));

    clock.advance(Duration.ofHours(7));
    assertThat(pass(at(BERLIN))).as("6,385 km in 7 h are 912 km/h").isEqualTo(Outcome.DENY);
    clock.advance(Duration.ofMinutes(6));
    assertThat(pass(at(BERLIN))).as("and 899 km/h in 7.1 h").isEqualTo(Outcome.PERMIT);
  }

  @Test
  void askingAgainDoesNotMakeAnImpossibleTripPossible() {
    pass(at(NEW_YORK));
    clock.advance(Duration.ofHours(1));

    for (int i = 0; i < 5; i++) {
      assertThat(pass(at(BERLIN))).isEqualTo(Outcome.DENY);
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(pass(at(NEW_YORK))).as("whoever stayed goes on").isEqualTo(Outcome.PERMIT);
  }

  @Test
  void aPreviewLeavesNoTrace() {
    engine.preview(request(at(NEW_YORK)));
    clock.advance(Duration.ofHours(1));

    assertThat(pass(at(BERLIN))).isEqualTo(Outcome.PERMIT);
  }

  @Test
  void bothRadiiAreSubtracted() {
    pass(at(BERLIN).with("accuracy", "20km"));
    clock.advance(Duration.ofMinutes(1));

    assertThat(stay(at(POTSDAM).with("accuracy", "7km")))
        .as("27.1 km apart")
        .isEqualTo(Outcome.DENY);
    assertThat(stay(at(POTSDAM).with("accuracy", "8km"))).isEqualTo(Outcome.PERMIT);
  }

  @Test
  void withoutAccuracyTheSpeedIsUnknownUnlessTheSourceIsExact() {
    Signal bare = Signal.of("location").with("point", BERLIN).source("gps");
    assertThat(pass(bare)).isEqualTo(Outcome.DENY);

    try (Engine exact = Engine.builder(POLICIES).clock(clock).exactLocations("gps").build()) {
      assertThat(exact.check(request(bare)).outcome()).isEqualTo(Outcome.PERMIT);
      assertThat(exact.check(request(bare.source("ip"))).outcome()).isEqualTo(Outcome.DENY);
      assertThat(exact.check(request(bare.with("accuracy", "wide"))).outcome())
          .as("a broken accuracy is not a missing one")
          .isEqualTo(Outcome.DENY);
    }
  }

  @Test
  void aRadiusThatCanHideAJourneyIsTooWide() {
    assertThat(pass(at(BERLIN).with("accuracy", "500km"))).isEqualTo(Outcome.PERMIT);
    assertThat(pass(at(BERLIN).with("accuracy", "500.0001km"))).isEqualTo(Outcome.DENY);
  }

  @Test
  void aRequestWithoutAUsablePlaceDoesNotWipeTheLastOneOut() {
    pass(at(NEW_YORK));
    clock.advance(Duration.ofHours(1));
    pass(Signal.of("location").with("country", "DE"));
    pass(at(BERLIN).with("accuracy", "1000km"));

    assertThat(pass(at(BERLIN))).isEqualTo(Outcome.DENY);
  }

  @Test
  void noTimeBetweenTwoPlacesIsUnknownAndNotInfinite() {
    pass(at(NEW_YORK));

    Decision twoPlacesAtOnce = engine.check(request(at(BERLIN)));
    assertThat(twoPlacesAtOnce.outcome()).isEqualTo(Outcome.DENY);
    assertThat(twoPlacesAtOnce.unknowns())
        .extracting(Unknown::path)
        .containsExactly("location.speed");
    assertThat(pass(at(NEW_YORK))).as("no way takes no time").isEqualTo(Outcome.PERMIT);

    clock.advance(Duration.ofHours(-3));
    assertThat(engine.check(request(at(BERLIN))).unknowns()).isNotEmpty();
  }

  @Test
  void anObservationThatSaysWhenItWasMadeCountsFromThen() {
    pass(at(NEW_YORK));
    clock.advance(Duration.ofHours(10));

    assertThat(pass(at(BERLIN).asOf(Clock.START.plus(Duration.ofHours(3)))))
        .isEqualTo(Outcome.DENY);
    assertThat(pass(at(BERLIN).asOf(Clock.START.plus(Duration.ofHours(8)))))
        .isEqualTo(Outcome.PERMIT);
  }

  @Test
  void aSpeedThatIsGivenStands() {
    assertThat(pass(at(BERLIN).with("speed", "1000km/h"))).isEqualTo(Outcome.DENY);
  }

  @Test
  void aDecisionThatRestsOnASpeedStandsAsLongAsTheSpeedDoes() {
    assertThat(engine.check(request(at(NEW_YORK))).validUntil()).isEqualTo(java.time.Instant.MAX);
    clock.advance(Duration.ofHours(1));

    Decision denied = engine.check(request(at(BERLIN)));
    assertThat(denied.outcome()).isEqualTo(Outcome.DENY);
    assertThat(denied.validUntil()).isEqualTo(clock.instant().plusMillis(1));

    clock.advance(Duration.ofHours(10));
    Decision permitted = engine.check(request(at(BERLIN)));
    assertThat(permitted.outcome()).isEqualTo(Outcome.PERMIT);
    assertThat(permitted.validUntil())
        .as("its own recording changes it")
        .isEqualTo(clock.instant());
  }

  @Test
  void subjectsAreToldApartByTypeAndId() {
    PolicySet policies =
        PolicyCompiler.compile(
                "two.zt",
                """
                module m
                entity User { }
                entity Robot { }
                entity Door { actions pass }
                everybody: permit User, Robot to pass Door when location.speed <= 900km/h
                """)
            .orThrow();
    try (Engine two = Engine.builder(policies).clock(clock).build()) {
      two.check(request(at(NEW_YORK)));
      Request robot = Request.of(Entity.of("Robot", "ann"), "pass", Entity.of("Door", "d"));

      assertThat(two.check(robot.with(at(BERLIN))).outcome()).isEqualTo(Outcome.PERMIT);
    }
  }

  @Test
  void theDistanceIsThatOfTheSphere() {
    double kilometres = haversine(NEW_YORK, BERLIN);
    pass(at(NEW_YORK));
    long millis = (long) (kilometres / 900 * 3_600_000);

    clock.advance(Duration.ofMillis(millis - 20));
    assertThat(pass(at(BERLIN))).isEqualTo(Outcome.DENY);
    clock.advance(Duration.ofMillis(40));
    assertThat(pass(at(BERLIN))).isEqualTo(Outcome.PERMIT);
  }

  private static double haversine(Map<String, Double> a, Map<String, Double> b) {
    List<Double> radians =
        List.of(a.get("lat"), a.get("lon"), b.get("lat"), b.get("lon")).stream()
            .map(Math::toRadians)
            .toList();
    double h =
        Math.pow(Math.sin((radians.get(2) - radians.get(0)) / 2), 2)
            + Math.cos(radians.get(0))
                * Math.cos(radians.get(2))
                * Math.pow(Math.sin((radians.get(3) - radians.get(1)) / 2), 2);
    return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
  }

  private static Signal at(Map<String, Double> point) {
    return Signal.of("location").with("point", point).with("accuracy", "0km");
  }

  private static Request request(Signal location) {
    return Request.of(ANN, "pass", Entity.of("Door", "d")).with(location);
  }

  private Outcome pass(Signal location) {
    return engine.check(request(location)).outcome();
  }

  private Outcome stay(Signal location) {
    return engine.preview(Request.of(ANN, "stay", Entity.of("Door", "d")).with(location)).outcome();
  }
}
