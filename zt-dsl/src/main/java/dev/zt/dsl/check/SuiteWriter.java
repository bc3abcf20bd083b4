package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.suite.PolicyTest;
import dev.zt.dsl.suite.TestSuite;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.table.TableFiles;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Writes the tests of a set that was checked. */
final class SuiteWriter {
  private static final int MOST_CASES = 100_000;

  private final Checking checking;
  private final ModuleTable table;
  private final Set<String> ids;
  private final TimeReaders timeReaders;
  private final TestTables tables;

  /**
   * Of a set.
   *
   * @param ids the ids of its rules and elevations
   * @param files where files of rows are found
   */
  SuiteWriter(
      Checking checking,
      ModuleTable table,
      Set<String> ids,
      TimeReaders timeReaders,
      TableFiles files) {
    this.checking = checking;
    this.table = table;
    this.ids = ids;
    this.timeReaders = timeReaders;
    this.tables = new TestTables(files);
  }

  TestSuite write() {
    List<PolicyTest> tests = new ArrayList<>();
    int cases = 0;
    for (FileScope file : table.files()) {
      for (Declaration each : file.file().declarations()) {
        if (each instanceof Declaration.Test test) {
          PolicyTest written =
              new CaseWriter(checking, file, test, ids, timeReaders, tables).write();
          cases += written.cases().size();
          if (cases > MOST_CASES) {
            file.report(
                Code.EXPANDS_TOO_FAR,
                test.title().span(),
                "the set has more than " + MOST_CASES + " cases",
                "fewer rows will do where they differ in nothing that a rule looks at");
            return TestSuite.EMPTY;
          }
          tests.add(written);
        }
      }
    }
    return new TestSuite(tests);
  }
}
