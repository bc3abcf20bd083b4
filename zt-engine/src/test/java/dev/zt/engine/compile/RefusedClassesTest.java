package dev.zt.engine.compile;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.engine.facts.Intake;
import dev.zt.engine.facts.Layout;
import dev.zt.policy.PolicySet;
import dev.zt.policy.Schema;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where the JVM lets no class be defined, whoever builds an engine is told in one way. */
class RefusedClassesTest {
  private static final Schema NOTHING =
      new Schema(
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap());

  private final PolicySet policies =
      new PolicySet(NOTHING, List.of(), List.of(), List.of(), List.of());
  private final Vocabulary vocabulary = new Vocabulary(policies, Layout.of(NOTHING, new Intake()));

  @Test
  void aLookupThatRefusesIsNoSupport() {
    assertThatThrownBy(
            () -> Emitter.defined(new ClassBuilder(vocabulary), MethodHandles.publicLookup()))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("classes cannot be defined here")
        .hasCauseInstanceOf(IllegalAccessException.class);
  }
}
