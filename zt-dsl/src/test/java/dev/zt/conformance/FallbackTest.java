package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where no code can be generated, the reference evaluator decides the same, and that is said. */
class FallbackTest {
  private static final String SAID = "policies are evaluated by the reference evaluator";

  private static ForkedJvm.Said compiled = new ForkedJvm.Said("", "");

  @BeforeAll
  static void decidesByGeneratedCode() throws Exception {
    compiled = new ForkedJvm().run(LoadedTwice.class);
  }

  @Test
  void whereCodeCanBeGeneratedNothingIsSaid() {
    assertThat(compiled.output()).contains("PERMIT", "DENY").endsWith("\ncompiled\n");
    assertThat(compiled.errors()).doesNotContain(SAID);
  }

  @Test
  void withoutTheLibraryThatWritesCodeTheReferenceDecidesTheSame() throws Exception {
    assertFallsBack(new ForkedJvm().without("asm-"));
  }

  @Test
  void inANativeImageTheReferenceDecidesTheSame() throws Exception {
    assertFallsBack(new ForkedJvm().with("-Dorg.graalvm.nativeimage.imagecode=runtime"));
  }

  private static void assertFallsBack(ForkedJvm jvm) throws Exception {
    ForkedJvm.Said said = jvm.run(LoadedTwice.class);

    assertThat(said.output())
        .isEqualTo(compiled.output().replace("\ncompiled\n", "\nnot compiled\n"));
    assertThat(said.errors()).containsOnlyOnce(SAID);
  }
}
