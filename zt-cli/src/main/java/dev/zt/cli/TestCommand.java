package dev.zt.cli;

import dev.zt.cli.report.ProgressLine;
import dev.zt.cli.report.ReportFile;
import dev.zt.cli.report.Results;
import dev.zt.cli.report.SuggestedCases;
import dev.zt.cli.report.TestText;
import dev.zt.cli.terminal.Palette;
import dev.zt.cli.terminal.Terminal;
import dev.zt.dsl.Compilation;
import dev.zt.test.CaseReport;
import dev.zt.test.Judge;
import dev.zt.test.Suite;
import dev.zt.test.TestReport;
import dev.zt.test.coverage.Coverage;
import dev.zt.test.coverage.CoverageText;
import dev.zt.test.mutation.MutationOptions;
import dev.zt.test.mutation.MutationReport;
import dev.zt.test.mutation.MutationRun;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the tests that policies hold. */
@Command(
    name = "test",
    description = "Runs the tests that policies hold.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every case that can be run passed",
      "1:a case failed, or the policies do not compile",
      "2:the command line is wrong",
      "3:every case passed, and a gate is missed",
      "4:nothing ran"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  zt test policies",
      "  zt test --filter payroll policies",
      "  zt test --report junit=target/zt.xml,json=target/zt.json policies",
      "  zt test --coverage policies",
      "  zt test --report html=target/zt.html,lcov=target/zt.info policies",
      "  zt test --mutate --suggest policies",
      "  zt test --min-rule 100 --min-condition 95 --min-mutation 95 policies"
    })
final class TestCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final InstantSource clock;

  @Parameters(
      paramLabel = "PATH",
      arity = "1..*",
      description = "Policy files and folders of them.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--filter",
      paramLabel = "TEXT",
      description = "Only cases whose module, test or sentence holds the text.")
  private @Nullable String filter;

  @Option(
      names = "--report",
      paramLabel = "KIND=FILE",
      split = ",",
      converter = ReportFiles.class,
      description =
          "Also write reports: junit and json of the cases; html, lcov and cobertura of what they "
              + "cover. Several are joined by commas.")
  private List<ReportFile> reports = new ArrayList<>();

  @Option(
      names = "--coverage",
      description = "Show what of the policies the cases cover, and the cases that are missing.")
  private boolean coverage;

  @Option(
      names = "--mutate",
      description =
          "Show which small changes of the policies no case notices, and cases that would.")
  private boolean mutate;

  @Option(
      names = "--suggest",
      description = "Write those cases to files NAME.suggested.zt beside the policies.")
  private boolean suggest;

  @Mixin private Gates gates = new Gates();

  TestCommand(Terminal terminal, InstantSource clock) {
    this.terminal = terminal;
    this.clock = clock;
  }

  /** Reads where a report goes. */
  static final class ReportFiles implements ITypeConverter<ReportFile> {
    @Override
    public ReportFile convert(String text) {
      try {
        return ReportFile.parse(text);
      } catch (IllegalArgumentException e) {
        throw new Unusable(String.valueOf(e.getMessage()));
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    Compilation compilation = PolicyPaths.compile(paths);
    if (PolicyPaths.told(compilation, terminal).isEmpty()) {
      return Exit.FINDINGS;
    }
    Suite suite = Suite.prepare(compilation.orThrow(), compilation.tests());
    if (filter != null) {
      suite = suite.named(filter);
    }
    Results results = results(suite, compilation);
    List<String> missed = gates.missedBy(results);
    tell(results, missed);
    for (ReportFile file : reports) {
      file.write(results);
    }
    if (suggest && results.mutation() != null) {
      for (Path written : SuggestedCases.write(results.mutation().suggestedFiles())) {
        terminal.out().println("suggested cases are in " + written);
      }
      terminal.out().flush();
    }
    return exit(results.tests(), missed);
  }

  private Results results(Suite suite, Compilation compilation) {
    TestReport tests = run(suite);
    boolean measured =
        coverage
            || gates.needCoverage()
            || reports.stream().anyMatch(report -> report.kind().needsCoverage());
    return new Results(
        tests,
        measured
            ? Coverage.of(suite.policies(), tests.cases().stream().map(CaseReport::result).toList())
            : null,
        mutation(suite, compilation),
        compilation.sources(),
        clock.instant());
  }

  private @Nullable MutationReport mutation(Suite suite, Compilation compilation) {
    if (!mutate && !suggest && !gates.needMutation()) {
      return null;
    }
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    return MutationRun.of(compilation, suite, MutationOptions.DEFAULT.threads(threads)).run();
  }

  private TestReport run(Suite suite) {
    try (ProgressLine progress = new ProgressLine(terminal, suite.cases().size())) {
      return TestReport.of(Judge.of(suite.policies()), suite.cases(), progress);
    }
  }

  private void tell(Results results, List<String> missed) {
    Palette palette = terminal.palette();
    terminal.out().print(new TestText(palette).of(results.tests()));
    if (results.coverage() != null && (coverage || !missed.isEmpty())) {
      terminal.out().print("\n" + CoverageText.of(results.coverage()));
    }
    if (results.mutation() != null) {
      terminal.out().print("\n" + results.mutation());
    }
    missed.forEach(each -> terminal.out().println(palette.bad(each)));
    terminal.out().flush();
  }

  private static int exit(TestReport report, List<String> missed) {
    if (report.failed() > 0) {
      return Exit.FINDINGS;
    }
    if (report.passed() == 0) {
      return Exit.NOTHING_RAN;
    }
    return missed.isEmpty() ? Exit.OK : Exit.GATE_MISSED;
  }
}
