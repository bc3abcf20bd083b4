package dev.zt.cli;

import dev.zt.cli.report.ProgressLine;
import dev.zt.cli.report.ReportFile;
import dev.zt.cli.report.TestText;
import dev.zt.cli.terminal.Terminal;
import dev.zt.dsl.Compilation;
import dev.zt.test.Judge;
import dev.zt.test.Suite;
import dev.zt.test.TestReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

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
      "  zt test --report junit=target/zt.xml,json=target/zt.json policies"
    })
final class TestCommand implements Callable<Integer> {
  private final Terminal terminal;

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
      description = "Also write a report: junit=FILE, json=FILE or both.")
  private List<ReportFile> reports = new ArrayList<>();

  TestCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Reads where a report goes. */
  static final class ReportFiles implements ITypeConverter<ReportFile> {
    @Override
    public ReportFile convert(String text) {
      try {
        return ReportFile.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
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
    TestReport report = run(suite);
    terminal.out().print(new TestText(terminal.palette()).of(report));
    terminal.out().flush();
    for (ReportFile file : reports) {
      file.write(report);
    }
    return exit(report);
  }

  private TestReport run(Suite suite) {
    try (ProgressLine progress = new ProgressLine(terminal, suite.cases().size())) {
      return TestReport.of(Judge.of(suite.policies()), suite.cases(), progress);
    }
  }

  private static int exit(TestReport report) {
    if (report.failed() > 0) {
      return Exit.FINDINGS;
    }
    return report.passed() == 0 ? Exit.NOTHING_RAN : Exit.OK;
  }
}
