package dev.zt.bench;

import dev.zt.bench.contender.Contenders;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What is measured, and how long.
 *
 * @param forks how many rounds, in each of which every trial has one fork
 * @param iterations how many measurements a fork makes
 * @param millis how long each takes
 */
record Plan(List<Trial> trials, int forks, int iterations, int millis) {
  /** The workload and size that two threads share, and those who share it. */
  static final List<Trial> SHARED =
      List.of(new Trial("core", 12, "hand-written"), new Trial("core", 12, "zt-prepared"));

  /** Contenders that differ from another only where the time matters, or data are made anew. */
  private static final Set<String> VARIANTS =
      Set.of("hand-written-anew", "zt-records", "zt-maps", "sapl-time", "spring", "spring-spel");

  /** A few minutes: one short fork of each contender, and few sizes. */
  static Plan quick() {
    List<Trial> trials = new ArrayList<>();
    all("core", 12, trials);
    for (int size : List.of(10, 1000)) {
      comparable("grants", size, trials);
    }
    comparable("limits", 100, trials);
    comparable("groups", 1000, trials);
    comparable("repositories", 5, trials);
    return new Plan(trials, 1, 3, 300);
  }

  /** Everything, in three forks. */
  static Plan full() {
    List<Trial> trials = new ArrayList<>();
    all("core", 12, trials);
    for (int size : List.of(10, 100, 1000, 10_000, 100_000)) {
      comparable("grants", size, trials);
    }
    for (int size : List.of(10, 100, 1000, 10_000)) {
      comparable("limits", size, trials);
    }
    comparable("guarded", 1000, trials);
    trials.add(new Trial("guarded", 1000, "sapl-time"));
    for (int size : List.of(1, 10, 50)) {
      comparable("depth", size, trials);
    }
    comparable("groups", 10_000, trials);
    for (String application : List.of("sharing", "repositories", "todo")) {
      for (int size : List.of(5, 20, 50)) {
        comparable(application, size, trials);
      }
    }
    return new Plan(trials, 3, 5, 1000);
  }

  /** Only these workloads and contenders, where any are named. */
  Plan only(List<String> workloads, List<String> contenders) {
    return new Plan(
        trials.stream()
            .filter(trial -> workloads.isEmpty() || workloads.contains(trial.workload()))
            .filter(trial -> contenders.isEmpty() || contenders.contains(trial.contender()))
            .toList(),
        forks,
        iterations,
        millis);
  }

  /** The same with another number of forks. */
  Plan forks(int number) {
    return new Plan(trials, number, iterations, millis);
  }

  /** The same with iterations of another length. */
  Plan millis(int each) {
    return new Plan(trials, forks, iterations, each);
  }

  private static void all(String workload, int size, List<Trial> trials) {
    Contenders.names().forEach(name -> trials.add(new Trial(workload, size, name)));
  }

  private static void comparable(String workload, int size, List<Trial> trials) {
    Contenders.names().stream()
        .filter(name -> !VARIANTS.contains(name))
        .forEach(name -> trials.add(new Trial(workload, size, name)));
  }
}
