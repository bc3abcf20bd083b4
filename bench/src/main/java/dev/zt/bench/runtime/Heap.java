package dev.zt.bench.runtime;

import java.util.concurrent.TimeUnit;

/** What is in use on the heap. */
final class Heap {
  private Heap() {}

  /** Bytes in use, after everything that nobody refers to has gone. */
  static long used() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.gc();
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
