package dev.zt.dsl;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Runs something on a stack that is deep enough for the deepest nesting that is allowed. */
final class DeepStack {
  private static final long BYTES = 16L << 20;

  private DeepStack() {}

  /** The result; what is thrown is thrown here. An interrupt is kept for the caller. */
  static <T> T call(Supplier<T> work) {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread =
        new Thread(null, () -> result.completeAsync(work, Runnable::run), "zt-compiler", BYTES);
    thread.setDaemon(true);
    thread.start();
    try {
      return result.join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failed.getCause() instanceof Error cause) {
        throw cause;
      }
      throw failed;
    }
  }
}
