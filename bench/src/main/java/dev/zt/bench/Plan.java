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

  /** Contenders that are another's variant, or have only the core's policy: measured with it. */
  private static final Set<String> VARIANTS =
      Set.of(
          "hand-written-anew",
          "zt-requests",
          "zt-records",
          "zt-maps",
          "zt-reference",
          "sapl-time",
          "spring",
          "spring-spel");

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

  /**
   * Everything, in three forks: all contenders at some sizes, the hand-written code and this
   * library at all of them.
   */
  static Plan full() {
    List<Trial> trials = new ArrayList<>();
    all("core", 12, trials);
    sizes("grants", List.of(10, 100, 1000, 10_000, 100_000), List.of(10, 1000), trials);
    sizes("limits", List.of(10, 100, 1000, 10_000), List.of(100), trials);
    sizes("guarded", List.of(1000), List.of(1000), trials);
    trials.add(new Trial("guarded", 1000, "sapl-time"));
    sizes("depth", List.of(1, 10, 50), List.of(10), trials);
    sizes("groups", List.of(10_000), List.of(10_000), trials);
    for (String application : List.of("sharing", "repositories", "todo")) {
      sizes(application, List.of(5, 50), List.of(5), trials);
    }
    return new Plan(trials, 3, 3, 300);
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

  /** Those who are compared at all sizes, and the other engines at some of them. */
  private static void sizes(
      String workload, List<Integer> sizes, List<Integer> ofOthers, List<Trial> trials) {
    for (int size : sizes) {
      if (ofOthers.contains(size)) {
        comparable(workload, size, trials);
      } else {
        for (String name : List.of("hand-written", "zt-prepared")) {
          trials.add(new Trial(workload, size, name));
        }
      }
    }
  }

  private static void comparable(String workload, int size, List<Trial> trials) {
    Contenders.names().stream()
        .filter(name -> !VARIANTS.contains(name))
        .forEach(name -> trials.add(new Trial(workload, size, name)));
  }
}
