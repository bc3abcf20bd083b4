package dev.zt.dsl.check;

import dev.zt.dsl.syntax.Declaration;
import dev.zt.policy.Elevation;
import dev.zt.policy.Rule;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at the tests of a set: what they give, what they ask for and what they expect. */
final class TestChecker {
  private final Checking checking;
  private final ModuleTable table;
  private final Set<String> ids = new HashSet<>();
  private final TimeReaders timeReaders;

  TestChecker(Checking checking, ModuleTable table, List<Rule> rules, List<Elevation> elevations) {
    this.checking = checking;
    this.table = table;
    rules.forEach(each -> ids.add(each.id()));
    elevations.forEach(each -> ids.add(each.id()));
    this.timeReaders = new TimeReaders(checking.symbols(), rules, elevations);
  }

  void check() {
    for (FileScope file : table.files()) {
      for (Declaration each : file.file().declarations()) {
        if (each instanceof Declaration.Test test) {
          Annotations.of(file, test.preamble());
          new TestCases(checking, file, test, ids, timeReaders).check();
        }
      }
    }
  }
}
