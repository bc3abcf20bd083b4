package dev.zt.conformance.behavior;

import dev.zt.Decision;
import dev.zt.Entity;
import dev.zt.Event;
import dev.zt.Outcome;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.engine.Retention;
import dev.zt.policy.PolicySet;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A shop with a clock that is set by hand, and whose policies remember. */
final class Shop implements AutoCloseable {
  static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

  private static final String DECLARED =
      """
      module shop
      entity User { team: string }
      entity Order { amount: int  item: string  actions buy, view, refund }
      event login_failed
      """;

  private final Engine engine;
  private volatile Instant now = START;

  /** A shop in which nothing has happened. */
  Shop(String policies) {
    this(policies, Retention.STANDARD.startEmpty());
  }

  Shop(String policies, Retention retention) {
    engine = Engine.builder(compiled(policies)).clock(() -> now).retention(retention).build();
  }

  static PolicySet compiled(String policies) {
    return PolicyCompiler.compile("shop.zt", DECLARED + policies).orThrow();
  }

  Engine engine() {
    return engine;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  Instant now() {
    return now;
  }

  static Entity user(String id) {
    return Entity.of("User", id, Map.of("team", "blue"));
  }

  static Request asks(String user, String action, Object amount) {
    return Request.of(user(user), action, Entity.of("Order", "o").with("amount", amount));
  }

  Decision check(String user, String action, Object amount) {
    return engine.check(asks(user, action, amount));
  }

  Outcome outcome(String user, String action) {
    return check(user, action, 1).outcome();
  }

  /** A check that carries a country. */
  Decision checkFrom(String country, String user, String action) {
    return engine.check(
        asks(user, action, 1).with(Signal.of("location", Map.of("country", country))));
  }

  void failedLogin(String user) {
    engine.observe(Event.of("login_failed", user(user)));
  }

  @Override
  public void close() {
    engine.close();
  }
}
