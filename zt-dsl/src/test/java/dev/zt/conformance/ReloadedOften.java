package dev.zt.conformance;

import dev.zt.Entity;
import dev.zt.Request;
import dev.zt.Signal;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.engine.Evaluator;
import dev.zt.policy.PolicySet;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * Reloads an engine again and again, each time with other policies, and checks. Prints how many
 * classes there are after half of the reloads and at the end, and then how many kilobytes they
 * take. Told to keep {@code everything}, it does so.
 */
final class ReloadedOften {
  private static final Request REQUEST =
      Request.of(Entity.of("User", "u", Map.of("level", 7)), "read", Entity.of("Doc", "d"))
          .with(Signal.of("device", Map.of("managed", true)));

  private ReloadedOften() {}

  public static void main(String[] arguments) throws InterruptedException {
    int reloads = Integer.parseInt(arguments[0]);
    boolean keeping = arguments[1].equals("everything");
    List<Engine> kept = new ArrayList<>();
    long[] early = {};
    CountDownLatch idle = new CountDownLatch(1);
    try (Engine engine = engine(policies(0))) {
      Thread former = checkedOnceAndIdle(engine, idle);
      for (int number = 1; number <= reloads; number++) {
        PolicySet policies = policies(number);
        engine.reload(policies);
        if (!engine.check(REQUEST).permitted()) {
          throw new IllegalStateException("denied after " + number + " reloads");
        }
        if (keeping) {
          kept.add(engine(policies));
        }
        if (number == reloads / 2) {
          early = classes();
        }
      }
      long[] late = classes();
      for (long each : new long[] {early[0], late[0], early[1], late[1]}) {
        System.out.println(each);
      }
      idle.countDown();
      former.join();
    }
    kept.forEach(Engine::close);
  }

  /** A thread that has decided by the first policies and lives on. */
  private static Thread checkedOnceAndIdle(Engine engine, CountDownLatch idle) {
    Thread thread =
        new Thread(
            () -> {
              engine.check(REQUEST);
              try {
                idle.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.start();
    return thread;
  }

  private static Engine engine(PolicySet policies) {
    return Engine.builder(policies).evaluator(Evaluator.COMPILED).build();
  }

  private static PolicySet policies(int number) {
    return PolicyCompiler.compile(
            "t.zt",
            """
            module t
            entity User { level: int }
            entity Doc { actions read }
            p%1$d: permit User to read Doc when subject.level == 7 and device.managed
            q%1$d: permit User to read Doc when subject.level > %1$d and not device.managed
            f: forbid anyone to read Doc unless device.risk < high or device.managed
            """
                .formatted(number))
        .orThrow();
  }

  /** How many classes there are, and the kilobytes that they take. */
  private static long[] classes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    long used =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getName().equals("Metaspace"))
            .map(MemoryPoolMXBean::getUsage)
            .mapToLong(usage -> usage.getUsed() / 1024)
            .sum();
    return new long[] {ManagementFactory.getClassLoadingMXBean().getLoadedClassCount(), used};
  }
}
