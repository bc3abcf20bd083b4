package dev.zt.examples.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.PolicyCompiler;
import dev.zt.test.mutation.MutationOptions;
import dev.zt.test.mutation.MutationReport;
import dev.zt.test.mutation.MutationRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PackMutantsTest {
  static List<Path> packs() throws IOException {
    return Packs.all();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void theTestsOfAPackNoticeSmallChangesOfItsPolicies(Path pack) {
    MutationReport mutation = run(MutationRun.of(PolicyCompiler.compile(pack)));

    assertThat(mutation)
        .as(mutation.toString())
        .matches(it -> it.leftOut() == 0, "each case passes")
        .matches(it -> it.reaches(95), "mutants are killed");
  }

  /** A run without witnesses is quick, and counts mutants that are equivalent as survivors. */
  private static MutationReport run(MutationRun run) {
    MutationReport quick = run.with(MutationOptions.DEFAULT.withoutWitnesses()).run();
    return quick.reaches(95) ? quick : run.run();
  }
}
