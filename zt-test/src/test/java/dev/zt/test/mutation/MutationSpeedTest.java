package dev.zt.test.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Compilation;
import dev.zt.dsl.PolicyCompiler;
import dev.zt.test.Suite;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * How long a run takes; run with {@code -Dzt.benchmark=true} on a machine that does nothing else.
 */
@EnabledIfSystemProperty(named = "zt.benchmark", matches = "true")
class MutationSpeedTest {
  private static final int TYPES = 25;

  private static final String TYPE =
      """

      entity Paper%1$d { department: string  score: int  actions read, write }

      readers%1$d:
      permit Person to read Paper%1$d
        when subject.department == resource.department and subject.grade >= 3

      writers%1$d:
      permit role "writer" to write Paper%1$d
        unless resource.score > 70

      abroad%1$d:
      forbid anyone to read Paper%1$d
        unless location.country in ["DE", "FR", "NL"]

      second%1$d:
      require identity.mfa_age <= 15m
        to read Paper%1$d
        else challenge mfa

      test "paper %1$d" {
        given now "2026-03-02T09:00:00Z"
        given subject Person "ann" { department: "hr", grade: 3, roles: ["writer"] }
        given resource Paper%1$d "p" { department: "hr", score: 70 }
        given identity { mfa_age: 15m }
        given location { country: "DE" }

        read  => permit
        read  => deny by abroad%1$d with location { country: "US" }
        read  => challenge mfa with identity { mfa_age: 16m }
        write => permit
      }
      """;

  @Test
  void aThousandMutantsOverAHundredCasesTakeLessThanTenSeconds() {
    StringBuilder text =
        new StringBuilder(
            """
            module speed

            role "writer"
            entity Person { department: string  grade: int }
            """);
    for (int i = 0; i < TYPES; i++) {
      text.append(TYPE.formatted(i));
    }
    Compilation compilation = PolicyCompiler.compile("speed.zt", text.toString());
    Suite suite = Suite.prepare(compilation.orThrow(), compilation.tests());
    MutationRun run = MutationRun.of(compilation, suite, MutationOptions.DEFAULT);

    Duration judging = took(run.with(MutationOptions.DEFAULT.withoutWitnesses()));
    Duration all = took(run);

    assertThat(suite.cases()).hasSize(100);
    assertThat(run.mutants()).hasSizeGreaterThanOrEqualTo(1_000);
    assertThat(all).isLessThan(Duration.ofSeconds(10));
    assertThat(judging).isLessThan(all);
  }

  private static Duration took(MutationRun run) {
    long start = System.nanoTime();
    MutationReport report = run.run();
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    System.out.println(report.results().size() + " mutants, " + report.counts() + ": " + took);
    return took;
  }
}
