package dev.zt.bench.runtime;

import dev.zt.engine.Engine;
import java.util.function.Consumer;

/** How much memory the keys of a count take, with the ids that they are kept under. */
final class Memory {
  private static final String PART = "behavior";
  private static final int KEYS = 1_000_000;

  private Memory() {}

  static void run(Consumer<Figure> figures) throws InterruptedException {
    long before = Heap.used();
    try (Engine engine = Shop.open(Shop.FAILURES, new Ticking(), KEYS)) {
      for (int i = 0; i < KEYS; i++) {
        engine.observe(Shop.failure(i));
      }
      report("one event each", engine, before, figures);
      for (int round = 0; round < 3; round++) {
        for (int i = 0; i < KEYS; i++) {
          engine.observe(Shop.failure(i));
        }
      }
      report("four events each, ten seconds apart", engine, before, figures);
    }
  }

  private static void report(String how, Engine engine, long before, Consumer<Figure> figures)
      throws InterruptedException {
    long bytes = Heap.used() - before;
    long keys = engine.rememberedKeys();
    String what = ", 1,000,000 keys, " + how;
    figures.accept(new Figure(PART, "a key of a count" + what, (double) bytes / keys, "B", "300"));
    figures.accept(new Figure(PART, "all of them" + what, bytes / 1e6, "MB", "400"));
  }
}
