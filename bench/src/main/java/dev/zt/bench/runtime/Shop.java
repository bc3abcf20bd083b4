package dev.zt.bench.runtime;

import dev.zt.Entity;
import dev.zt.Event;
import dev.zt.Request;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.engine.EngineBuilder;
import dev.zt.engine.Retention;
import dev.zt.policy.PolicySet;
import java.time.InstantSource;

/** A shop whose policies remember, and the same one without. */
final class Shop {
  private static final String DECLARED =
      """
      module shop
      entity User { team: string }
      entity Order { amount: int  actions buy }
      event login_failed
      """;

  private static final String PERMIT =
      "buyers: permit User to buy Order when subject.team == \"blue\"\n";

  /** A limit on purchases, by who buys. */
  static final String LIMITED =
      PERMIT
          + """
          limit: require bought < 1000000000 to buy Order else deny
          behavior bought = count of buy Order by subject over 15m
          """;

  /** The same permit, and the same requirement of something that is not remembered. */
  static final String UNLIMITED =
      PERMIT + "limit: require resource.amount < 1000000000 to buy Order else deny\n";

  /** Sign-ins that failed, by whom. */
  static final String FAILURES =
      PERMIT
          + """
          guessed: forbid User to buy Order when failures > 1000000000
          behavior failures = count of event login_failed by subject over 15m
          """;

  private Shop() {}

  static Engine open(String policies, InstantSource clock, int keys) {
    return builder(policies)
        .clock(clock)
        .retention(
            Retention.STANDARD
                .startEmpty()
                .entries(2 * keys + 10_000)
                .entriesPerBehavior(2 * keys + 10_000))
        .build();
  }

  static EngineBuilder builder(String policies) {
    PolicySet compiled = PolicyCompiler.compile("shop.zt", DECLARED + policies).orThrow();
    return Engine.builder(compiled);
  }

  static Entity user(int number) {
    return Entity.of("User", "user-" + number).with("team", "blue");
  }

  static Request purchase(int number) {
    return Request.of(user(number), "buy", Entity.of("Order", "order-" + number).with("amount", 5));
  }

  static Event failure(int number) {
    return Event.of("login_failed", user(number));
  }
}
