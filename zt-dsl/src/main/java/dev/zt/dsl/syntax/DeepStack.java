package dev.zt.dsl.syntax;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs something on a stack that is deep enough for the deepest nesting that is allowed. */
public final class DeepStack {
  private static final long BYTES = 16L << 20;

  private DeepStack() {}

  /** The result; what is thrown is thrown here. An interrupt is kept for the caller. */
  public static <T> T call(Supplier<T> work) {
    Call<T> call = new Call<>(work);
    Thread thread = new Thread(null, call, "zt-compiler", BYTES);
    thread.setDaemon(true);
    thread.start();
    await(thread);
    return call.result();
  }

  private static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException later) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Call<T> implements Runnable {
    private final Supplier<T> work;
    private @Nullable T result;
    private @Nullable RuntimeException exception;
    private @Nullable Error error;

    Call(Supplier<T> work) {
      this.work = work;
    }

    @Override
    public void run() {
      try {
        result = work.get();
      } catch (RuntimeException thrown) {
        exception = thrown;
      } catch (Error thrown) {
        error = thrown;
      }
    }

    T result() {
      if (exception != null) {
        throw exception;
      }
      if (error != null) {
        throw error;
      }
      return Objects.requireNonNull(result);
    }
  }
}
