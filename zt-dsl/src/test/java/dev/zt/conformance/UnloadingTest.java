package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The classes that were generated for policies go with them.
 *
 * <p>{@code -Dzt.reloads=N} reloads N times.
 */
class UnloadingTest {
  private static final int RELOADS = Integer.getInteger("zt.reloads", 300);

  /** Classes that are there after half of the reloads and at the end, and their kilobytes. */
  private record Found(int classesEarly, int classesLate, int early, int late) {
    static Found of(int reloads, String keeping) throws Exception {
      String said =
          new ForkedJvm().with("-Xmx256m").run(ReloadedOften.class, "" + reloads, keeping).output();
      List<Integer> told = said.strip().lines().map(Integer::valueOf).toList();
      return new Found(told.get(0), told.get(1), told.get(2), told.get(3));
    }
  }

  @Test
  void reloadingUnloadsWhatItReplaces() throws Exception {
    Found found = Found.of(RELOADS, "nothing");
    System.out.println(RELOADS + " reloads: " + found);

    assertThat(found.classesLate() - found.classesEarly()).isLessThan(60);
    assertThat(found.late()).isLessThan(found.early() + found.early() / 10);
  }

  @Test
  void anEngineThatKeepsItsFormerPoliciesIsCaught() throws Exception {
    Found found = Found.of(300, "everything");

    assertThat(found.classesLate() - found.classesEarly()).isGreaterThanOrEqualTo(150);
  }
}
