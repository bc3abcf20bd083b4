package dev.zt.bench;

import dev.zt.bench.runtime.Figure;
import dev.zt.bench.runtime.Fork;
import dev.zt.bench.runtime.Part;
import dev.zt.bench.runtime.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures everything and writes the report. */
public final class Main {
  private static final Path RESULTS = Path.of("bench", "target", "results");
  private static final Path COMMAND = RESULTS.resolve("command.txt");
  private static final Path DECISIONS = RESULTS.resolve("decisions.jsonl");
  private static final Path OUTCOMES = RESULTS.resolve("outcomes.jsonl");
  private static final Path COMPILATIONS = RESULTS.resolve("compilations.jsonl");
  private static final Path PAUSES = RESULTS.resolve("pauses.jsonl");
  private static final Path STARTS = RESULTS.resolve("starts.jsonl");
  private static final Path FOOTPRINTS = RESULTS.resolve("footprints.jsonl");
  private static final List<Path> ALL =
      List.of(DECISIONS, OUTCOMES, COMPILATIONS, PAUSES, STARTS, FOOTPRINTS);
  private static final Path FIGURES = RESULTS.resolve("figures.jsonl");
  private static final Path FIGURES_COMMAND = RESULTS.resolve("figures-command.txt");
  private static final Path DOCS = Path.of("docs");
  private static final int MANY_RULES = 10_000;
  private static final int MOST_RULES = 100_000;

  private Main() {}

  /**
   * Runs in the project's folder.
   *
   * @param arguments {@code quick} or {@code full}, or {@code report} to write the report once
   *     more, or {@code runtime} and, for longer, {@code full}, for behavior, sessions and audit
   *     alone, or {@code start} for cold starts and jars, {@code compile} for compilation and
   *     reloads, and {@code outcomes} for decisions by what they say, alone; then any of {@code
   *     workload=NAME}, {@code contender=NAME}, {@code forks=N}, {@code millis=N}, {@code
   *     decisions} (nothing else)
   */
  public static void main(String[] arguments) throws Exception {
    List<String> options = new ArrayList<>(Arrays.asList(arguments));
    String mode = options.isEmpty() ? "quick" : options.remove(0);
    if (mode.equals("runtime")) {
      runtime(!options.contains("full"), "bench/run " + String.join(" ", arguments));
      return;
    }
    if (mode.equals("start")) {
      starts();
      return;
    }
    if (mode.equals("outcomes")) {
      outcomes();
      return;
    }
    if (mode.equals("compile")) {
      compiling();
      return;
    }
    if (!mode.equals("report")) {
      Files.createDirectories(RESULTS);
      Files.writeString(COMMAND, "bench/run " + String.join(" ", arguments));
      boolean quick = mode.equals("quick");
      Plan plan = plan(quick ? Plan.quick() : Plan.full(), options);
      for (Path before : ALL) {
        Files.deleteIfExists(before);
      }
      new Decisions(plan, Main::keep).run();
      if (!options.contains("decisions")) {
        rest(quick);
        runtime(quick, "bench/run " + mode);
      }
    }
    report(Files.readString(COMMAND), ALL);
    if (mode.equals("report") && Files.exists(FIGURES)) {
      RuntimeReport.write(
          Results.read(FIGURES, Figure.class), Files.readString(FIGURES_COMMAND), DOCS);
    }
  }

  private static void runtime(boolean quick, String command) throws Exception {
    Files.createDirectories(RESULTS);
    Files.deleteIfExists(FIGURES);
    Files.writeString(FIGURES_COMMAND, command);
    Updates.run(quick, figure -> Results.append(FIGURES, figure));
    for (Part part : Part.values()) {
      Fork.run(part, quick, FIGURES);
    }
    RuntimeReport.write(Results.read(FIGURES, Figure.class), command, DOCS);
  }

  /** Writes what is in some of the files into the page. */
  private static void report(String command, List<Path> files) throws IOException {
    Report.write(
        read(DECISIONS, files, Measurement.class),
        read(OUTCOMES, files, Outcome.class),
        read(COMPILATIONS, files, Compilation.class),
        read(PAUSES, files, Pause.class),
        read(STARTS, files, ColdStart.class),
        read(FOOTPRINTS, files, Footprint.class),
        command,
        DOCS);
  }

  private static <T> List<T> read(Path file, List<Path> files, Class<T> type) throws IOException {
    return files.contains(file) ? Results.read(file, type) : List.of();
  }

  private static void starts() throws Exception {
    Files.createDirectories(RESULTS);
    Files.deleteIfExists(STARTS);
    Files.deleteIfExists(FOOTPRINTS);
    ColdStart.run(15, Path.of(""), RESULTS, result -> Results.append(STARTS, result));
    Footprint.run(Path.of(""), result -> Results.append(FOOTPRINTS, result));
    report("bench/run start", List.of(STARTS, FOOTPRINTS));
  }

  private static void outcomes() throws Exception {
    Files.createDirectories(RESULTS);
    Files.deleteIfExists(OUTCOMES);
    Outcome.run(result -> Results.append(OUTCOMES, result));
    report("bench/run outcomes", List.of(OUTCOMES));
  }

  private static void compiling() throws Exception {
    Files.createDirectories(RESULTS);
    Files.deleteIfExists(COMPILATIONS);
    Files.deleteIfExists(PAUSES);
    Compilation.run(MOST_RULES, result -> Results.append(COMPILATIONS, result));
    Pause.run(MANY_RULES, result -> Results.append(PAUSES, result));
    report("bench/run compile", List.of(COMPILATIONS, PAUSES));
  }

  private static Plan plan(Plan plan, List<String> options) {
    Plan chosen = plan.only(values("workload", options), values("contender", options));
    for (String forks : values("forks", options)) {
      chosen = chosen.forks(Integer.parseInt(forks));
    }
    for (String millis : values("millis", options)) {
      chosen = chosen.millis(Integer.parseInt(millis));
    }
    return chosen;
  }

  private static List<String> values(String name, List<String> options) {
    return options.stream()
        .filter(option -> option.startsWith(name + '='))
        .map(option -> option.substring(name.length() + 1))
        .toList();
  }

  private static void keep(Measurement measurement) {
    Results.append(DECISIONS, measurement);
    System.out.println(measurement);
  }

  private static void rest(boolean quick) throws Exception {
    Outcome.run(result -> Results.append(OUTCOMES, result));
    Compilation.run(quick ? 1000 : MOST_RULES, result -> Results.append(COMPILATIONS, result));
    Pause.run(quick ? 1000 : MANY_RULES, result -> Results.append(PAUSES, result));
    ColdStart.run(quick ? 10 : 15, Path.of(""), RESULTS, result -> Results.append(STARTS, result));
    Footprint.run(Path.of(""), result -> Results.append(FOOTPRINTS, result));
  }
}
