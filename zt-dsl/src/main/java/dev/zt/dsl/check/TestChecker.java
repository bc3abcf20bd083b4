package dev.zt.dsl.check;

import dev.zt.dsl.suite.TestSuite;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.table.TableFiles;
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
    for (Rule rule : rules) {
      ids.add(rule.id());
    }
    for (Elevation elevation : elevations) {
      ids.add(elevation.id());
    }
    this.timeReaders = new TimeReaders(checking.symbols(), rules, elevations);
  }

  /** The tests of a set in which nothing is wrong so far. */
  TestSuite write(TableFiles files) {
    return new SuiteWriter(checking, table, ids, timeReaders, files).write();
  }

  void check() {
    checkTests();
    for (Declared each : table.declared()) {
      if (!each.isUsed() && each.declaration() instanceof Declaration.Let let) {
        checkUnused(each, let);
      }
    }
  }

  /** Looks at the entity that a let names as a fixture, which no test uses. */
  private void checkUnused(Declared declared, Declaration.Let let) {
    if (let.body() instanceof Expression.EntityLiteral entity && Fixtures.isFixture(let)) {
      Symbols symbols = checking.symbols();
      Env env =
          Env.of(declared.file(), Place.FIXTURE, symbols.everyEntity(), symbols.everyResource());
      ExprChecker checker = new ExprChecker(checking, env);
      new FixtureValues(checker, TableVariables.of(checker, null))
          .entity(entity, symbols.everyEntity());
    }
  }

  private void checkTests() {
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
