package dev.zt.cli.report;

import dev.zt.cli.terminal.Terminal;
import dev.zt.test.CaseReport;
import java.util.function.Consumer;

/** One line that is written over while cases run, where a person looks on. Not thread-safe. */
public final class ProgressLine implements Consumer<CaseReport>, AutoCloseable {
  private static final int EVERY = 16;

  private final Terminal terminal;
  private final int all;
  private int done;
  private int failed;

  /** A line for that many cases. */
  public ProgressLine(Terminal terminal, int all) {
    this.terminal = terminal;
    this.all = all;
  }

  @Override
  public void accept(CaseReport report) {
    done++;
    failed += report.failure() == null ? 0 : 1;
    if (terminal.live() && (done % EVERY == 0 || done == all)) {
      String wrong = failed == 0 ? "" : terminal.palette().bad(", " + failed + " failed");
      terminal.err().print("\r" + done + " of " + all + wrong);
      terminal.err().flush();
    }
  }

  /** Wipes the line away. */
  @Override
  public void close() {
    if (terminal.live() && done > 0) {
      terminal.err().print("\r\u001b[K");
      terminal.err().flush();
    }
  }
}
