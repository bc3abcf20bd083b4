package dev.zt.conformance.behavior;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.Request;
import dev.zt.engine.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Of many at once, no more pass than a limit lets. */
class LimitRaceTest {
  private static final int THREADS = 16;
  private static final int TRIES = 200;
  private static final int LIMIT = 100;

  private static final String LIMITED =
      """
      everything: permit User to any action on Order
      limit: require bought < 100 to buy Order else deny
      behavior bought = count of buy Order by subject over 1h
      """;

  /** Each takes from the other's allowance, so that a check reads what another one writes. */
  private static final String CROSSED =
      """
      everything: permit User to any action on Order
      either: require viewed < 1 to buy Order else deny
      or: require bought < 1 to view Order else deny
      behavior bought = count of buy Order by resource.item over 1h
      behavior viewed = count of view Order by resource.item over 1h
      """;

  @Test
  @Timeout(60)
  void asManyPassAsTheLimitLets() throws Exception {
    try (Shop shop = new Shop(LIMITED)) {
      Engine engine = shop.engine();
      int passed = passing(i -> Shop.asks("ann", "buy", 1), each -> engine.check(each).permitted());
      assertThat(passed).isEqualTo(LIMIT);
    }
  }

  @Test
  @Timeout(60)
  void aLimitThatIsLookedAtBeforeItIsCountedWouldBeNoticed() throws Exception {
    try (Shop shop = new Shop(LIMITED)) {
      Engine engine = shop.engine();
      int passed =
          passing(
              i -> Shop.asks("ann", "buy", 1),
              each -> {
                boolean permitted = engine.preview(each).permitted();
                Thread.yield();
                engine.check(each);
                return permitted;
              });
      assertThat(passed).isGreaterThan(LIMIT);
    }
  }

  @Test
  @Timeout(60)
  void ofTwoThatExcludeEachOtherOnlyOnePasses() throws Exception {
    for (int round = 0; round < 20; round++) {
      try (Shop shop = new Shop(CROSSED)) {
        Engine engine = shop.engine();
        List<String> passed = new ArrayList<>();
        passing(
            i -> item(i % 2 == 0 ? "buy" : "view"),
            each -> {
              boolean permitted = engine.check(each).permitted();
              if (permitted) {
                synchronized (passed) {
                  passed.add(each.action());
                }
              }
              return permitted;
            });
        assertThat(passed.stream().distinct()).hasSize(1);
      }
    }
  }

  private static Request item(String action) {
    return Request.of(
        Shop.user("ann"), action, dev.zt.Entity.of("Order", "o").with("item", "book"));
  }

  private static int passing(IntFunction<Request> requests, Predicate<Request> passes)
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    CountDownLatch start = new CountDownLatch(1);
    List<Future<Integer>> counts = new ArrayList<>();
    for (int thread = 0; thread < THREADS; thread++) {
      Request request = requests.apply(thread);
      counts.add(
          threads.submit(
              () -> {
                start.await();
                int passed = 0;
                for (int i = 0; i < TRIES; i++) {
                  passed += passes.test(request) ? 1 : 0;
                }
                return passed;
              }));
    }
    start.countDown();
    threads.shutdown();
    int passed = 0;
    for (Future<Integer> each : counts) {
      passed += each.get(30, TimeUnit.SECONDS);
    }
    return passed;
  }
}
