package dev.zt.bench.cold;

import dev.zt.bench.workload.Application;
import dev.zt.bench.workload.Core;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.engine.Engine;
import java.nio.file.Path;
import java.time.InstantSource;

/** Decides the first question of the core by policies that are text. */
public final class FromText {
  private FromText() {}

  /** With the folder of the policies. */
  public static void main(String[] arguments) {
    Application application = new Core(1).application();
    try (Engine engine =
        Engine.builder(PolicyCompiler.compile(Path.of(arguments[0])).orThrow())
            .clock(InstantSource.fixed(Core.NOW))
            .build()) {
      System.out.println(engine.check(application.request(0)).permitted());
    }
  }
}
