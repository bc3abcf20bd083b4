package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;

/**
 * A policy set decides the same in whatever order its rules are written, and whatever the seeds of
 * the JVM's hashes are.
 *
 * <p>{@code -Dzt.loads=N} loads it N times in all, {@code -Dzt.loads.jvms=J} in J JVMs, {@code
 * -Dzt.loads.decisions=M} makes M decisions in all.
 */
class SameSetProperties {
  private static final int JVMS = Integer.getInteger("zt.loads.jvms", 2);
  private static final int LOADS = Integer.getInteger("zt.loads", 20);
  private static final int DECISIONS = Integer.getInteger("zt.loads.decisions", 4_000);

  @Example
  void everyLoadOfASetDecidesTheSame() throws Exception {
    int each = Math.max(1, LOADS / JVMS);
    int requests = Math.max(1, DECISIONS / (each * JVMS));
    Set<String> found = new TreeSet<>();
    int loads = 0;
    for (int jvm = 0; jvm < JVMS; jvm++) {
      String said =
          new ForkedJvm().run(SameSet.class, "" + each, "" + jvm * each, "" + requests).output();
      said.lines().forEach(found::add);
      loads += (int) said.lines().count();
    }
    System.out.printf(
        "same set: %d loads in %d JVMs, %d decisions each, %s%n", loads, JVMS, requests, found);

    assertThat(loads).isEqualTo(each * JVMS);
    assertThat(found).hasSize(1);
  }

  @Example
  void aLoadThatDecidesOtherwiseIsCaught() {
    SameSet set = new SameSet(200);

    assertThat(set.load(1, Miscompiled.LESS_FOR_LESS_OR_EQUAL)).isNotEqualTo(set.load(1));
    assertThat(set.load(2)).isEqualTo(set.load(1));
  }
}
