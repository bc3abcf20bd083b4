package dev.zt.engine.audit;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that records until it is killed, and says of each record that it is kept.
 *
 * <p>Arguments: the folder, the durability, and a number from which it names its records.
 */
final class Recording {
  private static final int THREADS = 3;

  private Recording() {}

  public static void main(String[] arguments) throws Exception {
    AuditLog log =
        AuditLog.in(Path.of(arguments[0]))
            .durability(Durability.valueOf(arguments[1]))
            .rotateAt(40_000)
            .open();
    int first = Integer.parseInt(arguments[2]);
    for (int t = 0; t < THREADS; t++) {
      int from = first + t;
      Thread thread = new Thread(() -> record(log, from));
      thread.start();
    }
  }

  private static void record(AuditLog log, int first) {
    for (int i = first; ; i += THREADS) {
      if (log.append(Records.permit(i), Duration.ofSeconds(20))) {
        System.out.println("e" + i + " kept");
      }
    }
  }
}
