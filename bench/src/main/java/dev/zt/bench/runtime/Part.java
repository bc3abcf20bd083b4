package dev.zt.bench.runtime;

import java.util.List;
import java.util.function.Consumer;

/** What is measured in a JVM of its own. */
public enum Part {
  /** Behavior: how much memory the keys of a count take. */
  BEHAVIOR("behavior, memory", "6g"),
  /** Sessions: memory, and how fast a change reaches them. */
  SESSIONS("sessions", "6g"),
  /** Audit: how many records a second, and what a check is delayed by. */
  AUDIT("audit", "2g");

  private final String title;
  private final String heap;

  Part(String title, String heap) {
    this.title = title;
    this.heap = heap;
  }

  /** What a reader calls it. */
  public String title() {
    return title;
  }

  /** The options of the JVM that it is measured in. */
  public List<String> options() {
    return List.of(
        "-Xms" + heap,
        "-Xmx" + heap,
        "-XX:+AlwaysPreTouch",
        "-XX:+UseTransparentHugePages",
        "-Dslf4j.internal.verbosity=ERROR");
  }

  void run(boolean quick, Consumer<Figure> figures) throws Exception {
    switch (this) {
      case BEHAVIOR -> Memory.run(figures);
      case SESSIONS -> LiveSessions.run(quick, figures);
      case AUDIT -> Auditing.run(quick, figures);
    }
  }
}
