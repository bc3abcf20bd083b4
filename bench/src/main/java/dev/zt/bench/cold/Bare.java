package dev.zt.bench.cold;

import dev.zt.bench.workload.Core;
import java.time.InstantSource;

/** Decides the first question of the core by hand-written code. */
public final class Bare {
  private Bare() {}

  /** Without arguments. */
  public static void main(String[] arguments) {
    System.out.println(new Core(1).application().permits(0, InstantSource.fixed(Core.NOW)));
  }
}
