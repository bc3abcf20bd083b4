package dev.zt.examples.policies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.test.CaseReport;
import dev.zt.test.Suite;
import dev.zt.test.TestReport;
import dev.zt.test.coverage.Coverage;
import dev.zt.test.coverage.CoverageReport;
import dev.zt.test.coverage.CoverageText;
import dev.zt.test.mutation.MutationReport;
import dev.zt.test.mutation.MutationRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class GatesTest {
  static List<Path> packs() throws IOException {
    return Packs.all();
  }

  @ParameterizedTest
  @MethodSource("packs")
  void theTestsOfAPackCoverItsRulesAndConditions(Path pack) {
    Compilation compilation = PolicyCompiler.compile(pack);
    TestReport report = Suite.prepare(compilation.orThrow(), compilation.tests()).run();

    CoverageReport coverage =
        Coverage.of(
            compilation.orThrow(), report.cases().stream().map(CaseReport::result).toList());

    assertThat(coverage)
        .as(CoverageText.of(coverage))
        .matches(it -> it.ruleRatio().isAtLeast(100), "each rule decided in some case")
        .matches(it -> it.conditionRatio().isAtLeast(95), "conditions decide alone");
  }

  @ParameterizedTest
  @MethodSource("packs")
  void theTestsOfAPackNoticeSmallChangesOfItsPolicies(Path pack) {
    MutationReport mutation = MutationRun.of(PolicyCompiler.compile(pack)).run();

    assertThat(mutation)
        .as(mutation.toString())
        .matches(it -> it.leftOut() == 0, "each case passes")
        .matches(it -> it.reaches(95), "mutants are killed");
  }
}
