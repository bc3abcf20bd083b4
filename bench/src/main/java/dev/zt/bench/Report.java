package dev.zt.bench;

import dev.zt.bench.contender.Contenders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The tables and pictures of docs/performance.md, between marks that the page has for them. */
final class Report {
  private static final String BASE = "hand-written";
  private static final Map<String, String> ACROSS =
      Map.of(
          "grants", "number of rules",
          "limits", "number of rules",
          "depth", "depth of the groups",
          "sharing", "entities of each kind",
          "repositories", "entities of each kind",
          "todo", "entities of each kind");

  private final List<Measurement> measurements;
  private final Map<Trial, Summary> single = new LinkedHashMap<>();
  private final Map<Trial, Summary> twofold = new LinkedHashMap<>();

  private Report(List<Measurement> measurements) {
    this.measurements = measurements;
    summarise(1, single);
    summarise(2, twofold);
  }

  private void summarise(int threads, Map<Trial, Summary> summaries) {
    measurements.stream()
        .filter(fork -> fork.threads() == threads && fork.failure() == null)
        .collect(Collectors.groupingBy(Measurement::trial, LinkedHashMap::new, Collectors.toList()))
        .forEach((trial, forks) -> summaries.put(trial, Summary.of(forks)));
  }

  /** Writes what was measured into the page and the folder beside it. */
  static void write(
      List<Measurement> measurements,
      List<Outcome> outcomes,
      List<Compilation> compilations,
      List<Pause> pauses,
      List<ColdStart> starts,
      List<Footprint> footprints,
      String command,
      Path docs)
      throws IOException {
    Report report = new Report(measurements);
    Page page = Page.measured(docs.resolve("performance.md"), command);
    for (String workload : report.workloads()) {
      page.put(workload, report.table(workload) + report.picture(workload, docs));
    }
    if (!report.twofold.isEmpty()) {
      page.put("threads", report.threads());
    }
    if (!outcomes.isEmpty()) {
      page.put("outcomes", outcomes(outcomes));
    }
    if (!compilations.isEmpty()) {
      page.put("compilation", compilations(compilations) + pauses(pauses));
    }
    if (!starts.isEmpty()) {
      page.put("cold-start", starts(starts));
    }
    if (!footprints.isEmpty()) {
      page.put("jars", footprints(footprints));
    }
    page.save();
  }

  private Collection<String> workloads() {
    return measurements.stream().map(fork -> fork.trial().workload()).distinct().toList();
  }

  private Collection<Integer> sizes(String workload) {
    return measurements.stream()
        .map(Measurement::trial)
        .filter(trial -> trial.workload().equals(workload))
        .map(Trial::size)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private String table(String workload) {
    return sizes(workload).size() == 1
        ? wide(workload, sizes(workload).iterator().next())
        : bySize(workload);
  }

  /** One line for each contender, with spread and allocation. */
  private String wide(String workload, int size) {
    StringBuilder table = new StringBuilder();
    table.append("| | ns | forks, ns | B | times hand-written |\n|---|--:|--:|--:|--:|\n");
    for (String contender : contenders(workload)) {
      Trial trial = new Trial(workload, size, contender);
      Summary summary = single.get(trial);
      table.append("| ").append(Contenders.of(contender).title()).append(" | ");
      if (summary == null) {
        table.append(failure(trial)).append(" | | | |\n");
      } else {
        table.append(
            String.format(
                Locale.ROOT,
                "%s | %s – %s | %s | %s |%n",
                number(summary.median()),
                number(summary.least()),
                number(summary.most()),
                number(summary.bytes()),
                ratio(summary)));
      }
    }
    return table.toString();
  }

  /** One column for each size: nanoseconds, and how many times the hand-written code's. */
  private String bySize(String workload) {
    Collection<Integer> sizes = sizes(workload);
    StringBuilder table = new StringBuilder("| " + ACROSS.getOrDefault(workload, "size") + " |");
    sizes.forEach(size -> table.append(String.format(Locale.ROOT, " %,d |", size)));
    table.append("\n|---|").append("--:|".repeat(sizes.size())).append('\n');
    for (String contender : contenders(workload)) {
      table.append("| ").append(Contenders.of(contender).title()).append(" |");
      for (int size : sizes) {
        Trial trial = new Trial(workload, size, contender);
        Summary summary = single.get(trial);
        table
            .append(' ')
            .append(
                summary == null
                    ? failure(trial)
                    : number(summary.median()) + " (" + ratio(summary) + ')')
            .append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  private Collection<String> contenders(String workload) {
    List<String> present = new ArrayList<>(Contenders.names());
    present.retainAll(
        measurements.stream()
            .map(Measurement::trial)
            .filter(trial -> trial.workload().equals(workload))
            .map(Trial::contender)
            .collect(Collectors.toSet()));
    return present;
  }

  private String failure(Trial trial) {
    return measurements.stream()
            .anyMatch(fork -> fork.trial().equals(trial) && fork.failure() != null)
        ? "not ready in 60 s"
        : "–";
  }

  private String ratio(Summary summary) {
    Trial trial = summary.trial();
    Summary base = single.get(new Trial(trial.workload(), trial.size(), BASE));
    return base == null
        ? "–"
        : String.format(Locale.ROOT, "%.2f ×", summary.median() / base.median());
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 9.95 ? "%.1f" : "%,.0f", value);
  }

  /** Draws a workload of several sizes, and refers to the picture. */
  private String picture(String workload, Path docs) throws IOException {
    if (!ACROSS.containsKey(workload) || sizes(workload).size() < 2) {
      return "";
    }
    Path folder = Files.createDirectories(docs.resolve("performance"));
    Files.writeString(folder.resolve(workload + ".svg"), chart(workload).svg());
    return "\n![Cost of one decision against the "
        + ACROSS.getOrDefault(workload, "size")
        + "](performance/"
        + workload
        + ".svg)\n";
  }

  private Chart chart(String workload) {
    List<Chart.Line> lines = new ArrayList<>();
    for (String contender : contenders(workload)) {
      List<Chart.Point> points = new ArrayList<>();
      for (int size : sizes(workload)) {
        Summary summary = single.get(new Trial(workload, size, contender));
        if (summary != null) {
          points.add(new Chart.Point(size, summary.median()));
        }
      }
      if (!points.isEmpty()) {
        lines.add(new Chart.Line(Contenders.of(contender).title(), points));
      }
    }
    return new Chart(
        "One decision, " + workload,
        ACROSS.getOrDefault(workload, "size"),
        "nanoseconds (log scale)",
        lines);
  }

  private String threads() {
    StringBuilder table = new StringBuilder();
    table.append("| | one thread, ns | two threads, ns each | times as many decisions |\n");
    table.append("|---|--:|--:|--:|\n");
    twofold.forEach(
        (trial, two) -> {
          Summary one = single.get(trial);
          if (one != null) {
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %.2f |%n",
                    Contenders.of(trial.contender()).title(),
                    number(one.median()),
                    number(two.median()),
                    2 * one.median() / two.median()));
          }
        });
    return table.toString();
  }

  private static String compilations(List<Compilation> compilations) {
    StringBuilder table = new StringBuilder();
    table.append("| policy | rules | text to policy set, ms | to an engine, ms | heap, kB |\n");
    table.append("|---|--:|--:|--:|--:|\n");
    for (Compilation compilation : compilations) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %.1f | %.1f | %,d |%n",
              compilation.workload(),
              compilation.rules(),
              compilation.checkMillis(),
              compilation.buildMillis(),
              compilation.heapBytes() / 1000));
    }
    return table.toString();
  }

  private static String outcomes(List<Outcome> outcomes) {
    return "| left out | decided | requests | ns | B |\n|---|---|--:|--:|--:|\n"
        + outcomes.stream().map(Outcome::row).collect(Collectors.joining());
  }

  private static String pauses(List<Pause> pauses) {
    if (pauses.isEmpty()) {
      return "";
    }
    StringBuilder table =
        new StringBuilder(
            """

            One thread compiles policies from text and reloads an engine with them, while another one checks without
            a pause. The gap is the longest time between two of its checks: in the middle of 30 to 100 reloads, and in the
            worst of them. Beside it the same where the first thread computes something else for as long, which is what
            the machine and its scheduler do by themselves.

            | policy | rules | collector | a reload, ms | gap, ms | worst | without reloads, ms | worst |
            |---|--:|---|--:|--:|--:|--:|--:|
            """);
    for (Pause pause : pauses) {
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %,d | %s | %.0f | %.2f | %.1f | %.2f | %.1f |%n",
              pause.workload(),
              pause.rules(),
              pause.collector(),
              pause.reloadMillis(),
              pause.gapMillis(),
              pause.longestGapMillis(),
              pause.otherGapMillis(),
              pause.longestOtherGapMillis()));
    }
    return table.toString();
  }

  private static String starts(List<ColdStart> starts) {
    Map<String, List<Double>> byProgram =
        starts.stream()
            .collect(
                Collectors.groupingBy(
                    ColdStart::program,
                    LinkedHashMap::new,
                    Collectors.mapping(ColdStart::millis, Collectors.toList())));
    StringBuilder table = new StringBuilder();
    table.append("| | starts | median, ms | fastest – slowest, ms |\n|---|--:|--:|--:|\n");
    byProgram.forEach(
        (program, millis) ->
            table.append(
                String.format(
                    Locale.ROOT,
                    "| %s | %d | %.0f | %.0f – %.0f |%n",
                    program,
                    millis.size(),
                    Summary.median(millis),
                    millis.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                    millis.stream().mapToDouble(Double::doubleValue).max().orElse(0))));
    return table.toString();
  }

  private static String footprints(List<Footprint> footprints) {
    StringBuilder table = new StringBuilder("| an application with | jars | MB |\n|---|--:|--:|\n");
    for (Footprint footprint : footprints) {
      table.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %d | %.1f |%n",
              footprint.module(),
              footprint.jars(),
              footprint.bytes() / 1e6));
    }
    return table.toString();
  }
}
