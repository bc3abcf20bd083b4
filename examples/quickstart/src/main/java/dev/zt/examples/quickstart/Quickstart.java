package dev.zt.examples.quickstart;

import dev.zt.Decision;
import dev.zt.Request;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import dev.zt.policy.PolicySet;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Decides a file of requests by a folder of policies, and shows all that a decision says. */
public final class Quickstart {
  private Quickstart() {}

  /** Takes {@code --color}, {@code --no-color} and {@code --explain=N}. */
  public static void main(String[] args) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    run(home(), Options.of(args, System.getenv()), out);
  }

  /** This example's folder, as seen from here: rules are then named as a terminal finds them. */
  private static Path home() {
    Path here = Path.of("").toAbsolutePath();
    return here.relativize(Path.of(System.getProperty("quickstart.home", "")).toAbsolutePath());
  }

  static void run(Path home, Options options, PrintStream out) throws IOException {
    PolicySet policies = PolicyCompiler.compile(home.resolve("policies")).orThrow();
    Scenarios scenarios = Scenarios.read(home.resolve("requests.json"), policies.schema());

    try (Engine engine =
        Engine.builder(policies)
            .clock(InstantSource.fixed(scenarios.now()))
            .entities(Directory.store())
            .enforces("read_only", "mask")
            .build()) {
      Report report = new Report(out, options.palette(), scenarios.now());

      List<Scenario> all = new ArrayList<>(scenarios.all());
      all.add(
          new Scenario(
              "The first question again, from the application's own records",
              OwnRecords.request()));

      if (options.explain() > 0) {
        Request request = all.get(options.explain() - 1).request();
        report.explanation(engine.explain(request));
        return;
      }
      report.opening(policies);
      List<Decision> decisions = new ArrayList<>();
      for (Scenario scenario : all) {
        Decision decision = engine.check(scenario.request());
        decisions.add(decision);
        report.decision(decisions.size(), scenario, decision);
      }
      report.closing(decisions);
    }
  }
}
