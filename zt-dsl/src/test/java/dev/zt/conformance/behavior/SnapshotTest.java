package dev.zt.conformance.behavior;

import static dev.zt.conformance.behavior.Shop.asks;
import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Event;
import dev.zt.Outcome;
import dev.zt.Signal;
import dev.zt.engine.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is remembered from one engine to the next, and what is not. */
class SnapshotTest {
  private static final String POLICIES =
      """
      everything: permit User to any action on Order
      limit: require bought < 3 to buy Order else deny
      budget: require spent < 100 to buy Order else deny
      largest: require most < 50 to buy Order else deny
      usual: require location.country in countries to refund Order else deny
      place: require last_ip == location.ip to refund Order else deny
      many: require items < 100 to view Order else deny
      size: require typical < 100.0 to view Order else deny
      odd: require oddity < 3.0 to view Order else deny
      behavior bought    = count of buy Order by subject over 1h
      behavior spent     = sum(resource.amount) of buy Order by subject over 1h
      behavior most      = max(resource.amount) of buy Order by subject over 1h
      behavior countries = values(location.country) of buy Order by subject, resource over 1h
      behavior last_ip   = last(location.ip) of buy Order by subject over 1h
      behavior items     = distinct(resource.amount) of buy Order by subject over 1h
      behavior typical   = mean(resource.amount) of buy Order by subject over 1h
      behavior oddity    = zscore(resource.amount) of buy Order by subject over 1h
      behavior failures  = count of event login_failed by subject over 1h
      calm: forbid User to view Order when failures > 1
      """;

  private static final String FIRST = POLICIES.replace("require most < 50", "require true");

  @TempDir private Path folder;

  private Shop open(String policies) {
    return new Shop(policies, Retention.STANDARD.startEmpty().snapshot(folder.resolve("memory")));
  }

  private static Outcome ask(Shop shop, String action, int amount) {
    return shop.engine()
        .check(
            asks("ann", action, amount)
                .with(Signal.of("location", Map.of("country", "DE", "ip", "192.0.2.1"))))
        .outcome();
  }

  @Test
  void everythingIsRememberedAfterAnOrderlyEnd() {
    try (Shop shop = open(FIRST)) {
      assertThat(ask(shop, "buy", 10)).isEqualTo(Outcome.PERMIT);
      assertThat(ask(shop, "buy", 12)).isEqualTo(Outcome.PERMIT);
      shop.failedLogin("bob");
      shop.failedLogin("bob");
    }
    try (Shop shop = open(POLICIES)) {
      shop.pass(Duration.ofMinutes(30));
      assertThat(ask(shop, "refund", 11)).isEqualTo(Outcome.PERMIT);
      assertThat(ask(shop, "view", 11)).isEqualTo(Outcome.PERMIT);
      assertThat(ask(shop, "view", 1_000)).isEqualTo(Outcome.DENY);
      assertThat(shop.outcome("bob", "view")).isEqualTo(Outcome.DENY);
      assertThat(ask(shop, "buy", 1)).isEqualTo(Outcome.PERMIT);
      assertThat(ask(shop, "buy", 1)).isEqualTo(Outcome.DENY);
    }
  }

  @Test
  void whatASnapshotTellsIsToldOnce() {
    try (Shop shop = open(FIRST)) {
      ask(shop, "buy", 10);
    }
    Shop crashed = open(FIRST);
    assertThat(folder.resolve("memory")).doesNotExist();
    crashed.engine().observe(Event.of("login_failed", Shop.user("ann")));
  }

  @Test
  void aMissingOrDamagedSnapshotLeavesBehaviorUnknown() throws IOException {
    Path file = folder.resolve("memory");
    Retention strict = Retention.STANDARD.snapshot(file);
    try (Shop shop = new Shop(FIRST, strict)) {
      assertThat(ask(shop, "buy", 10)).isEqualTo(Outcome.DENY);
      shop.pass(Duration.ofHours(1));
      assertThat(ask(shop, "buy", 10)).isEqualTo(Outcome.PERMIT);
    }
    byte[] bytes = Files.readAllBytes(file);
    for (int i = 0; i < bytes.length; i += 7) {
      byte[] damaged = bytes.clone();
      damaged[i] ^= 0x10;
      Files.write(file, damaged);
      try (Shop shop = new Shop(FIRST, strict)) {
        shop.pass(Duration.ofHours(1).minusMillis(1));
        assertThat(ask(shop, "buy", 10)).as("byte %s", i).isEqualTo(Outcome.DENY);
      }
    }
    Files.write(file, bytes);
  }

  @Test
  void anUndamagedSnapshotIsTakenUp() {
    Retention strict = Retention.STANDARD.snapshot(folder.resolve("memory"));
    String limit =
        """
        everything: permit User to any action on Order
        limit: require bought < 3 to buy Order else deny
        behavior bought = count of buy Order by subject over 1h
        """;
    try (Shop shop = new Shop(limit, strict)) {
      shop.pass(Duration.ofHours(1));
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
    }
    try (Shop shop = new Shop(limit, strict)) {
      shop.pass(Duration.ofHours(1));
      for (int i = 0; i < 2; i++) {
        assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.PERMIT);
      }
      assertThat(shop.outcome("ann", "buy")).isEqualTo(Outcome.DENY);
    }
  }
}
