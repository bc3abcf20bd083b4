package dev.zt.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Geography;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.Unknown;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeographyTest {
  private static final PolicySet POLICIES =
      PolicyCompiler.compile(
              "geography.zt",
              """
              module m
              entity User { }
              entity Door { actions pass, walk }
              europe: permit User to pass Door when location.country in ["DE", "FR"]
              on_foot: permit User to walk Door when location.speed <= 900km/h
              """)
          .orThrow();

  private static final Map<String, Signal> DIRECTORY =
      Map.of(
          "192.0.2.1",
          Signal.of("location").with("country", "DE").with("city", "Berlin"),
          "192.0.2.2",
          place("FR", 48.85, 2.35),
          "192.0.2.3",
          place("US", 40.71, -74.0),
          "192.0.2.4",
          Signal.of("location").with("country", "XX"),
          "192.0.2.5",
          Signal.of("identity").with("country", "DE"));

  private final Clock clock = new Clock();

  @Test
  void theCountryComesFromTheAddress() {
    Engine engine = engine(address -> DIRECTORY.get(address.getHostAddress()));

    assertThat(pass(engine, ip("192.0.2.1"))).isEqualTo(Outcome.PERMIT);
    assertThat(pass(engine, ip("::ffff:192.0.2.1"))).isEqualTo(Outcome.PERMIT);
    assertThat(pass(engine, ip("192.0.2.3"))).isEqualTo(Outcome.DENY);
    assertThat(pass(engine, ip("10.0.0.1"))).isEqualTo(Outcome.DENY);
    assertThat(pass(engine, ip("192.0.2.4"))).isEqualTo(Outcome.DENY);
    assertThat(pass(engine, ip("192.0.2.5"))).isEqualTo(Outcome.DENY);
  }

  @Test
  void withoutADirectoryTheCountryIsUnknown() {
    Decision decision =
        Engine.builder(POLICIES).clock(clock).build().check(request("pass", ip("192.0.2.1")));

    assertThat(decision.unknowns()).extracting(Unknown::path).containsExactly("location.country");
  }

  @Test
  void whatTheRequestSaysStands() {
    Engine engine = engine(address -> DIRECTORY.get(address.getHostAddress()));

    assertThat(pass(engine, ip("192.0.2.1").with("country", "US"))).isEqualTo(Outcome.DENY);
    assertThat(pass(engine, ip("192.0.2.1").with("country", null)))
        .as("a null does not fall through")
        .isEqualTo(Outcome.DENY);
    assertThat(pass(engine, ip("192.0.2.1").with("country", "Germany"))).isEqualTo(Outcome.DENY);
  }

  @Test
  void aDirectoryThatThrowsTellsNothing() {
    Engine engine =
        engine(
            address -> {
              throw new IOException("closed");
            });

    assertThat(pass(engine, ip("192.0.2.1"))).isEqualTo(Outcome.DENY);
  }

  @Test
  void aPointFromTheAddressIsGoodForASpeed() {
    Engine engine = engine(address -> DIRECTORY.get(address.getHostAddress()));
    assertThat(walk(engine, ip("192.0.2.2"))).isEqualTo(Outcome.PERMIT);

    clock.advance(Duration.ofHours(1));
    assertThat(walk(engine, ip("192.0.2.3"))).isEqualTo(Outcome.DENY);
  }

  @Test
  void theRadiusOfTheAddressIsNotThatOfAnotherPoint() {
    Engine engine = engine(address -> DIRECTORY.get(address.getHostAddress()));
    Map<String, Double> elsewhere = new HashMap<>(Map.of("lat", 1.0, "lon", 1.0));

    assertThat(walk(engine, ip("192.0.2.2").with("point", elsewhere))).isEqualTo(Outcome.DENY);
  }

  private static Signal place(String country, double lat, double lon) {
    return Signal.of("location")
        .with("country", country)
        .with("point", Map.of("lat", lat, "lon", lon))
        .with("accuracy", "20km");
  }

  private Engine engine(Geography geography) {
    return Engine.builder(POLICIES).clock(clock).geography(geography).build();
  }

  private static Signal ip(String address) {
    return Signal.of("location").with("ip", address);
  }

  private static Request request(String action, Signal location) {
    return Request.of(Entity.of("User", "ann"), action, Entity.of("Door", "d")).with(location);
  }

  private static Outcome pass(Engine engine, Signal location) {
    return engine.check(request("pass", location)).outcome();
  }

  private static Outcome walk(Engine engine, Signal location) {
    return engine.check(request("walk", location)).outcome();
  }
}
