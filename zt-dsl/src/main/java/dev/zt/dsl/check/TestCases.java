package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.Call;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expectation;
import dev.zt.dsl.syntax.Fixture;
import dev.zt.dsl.syntax.Name;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.dsl.syntax.TestStep;
import dev.zt.dsl.syntax.TestTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Looks at the steps of one test. */
final class TestCases {
  private final FileScope file;
  private final Declaration.Test test;
  private final Set<String> ids;
  private final TimeReaders timeReaders;
  private final ExprChecker checker;
  private final TableVariables variables;
  private final FixtureValues values;
  private final Givens givens;
  private boolean clockIsReported;

  TestCases(
      Checking checking,
      FileScope file,
      Declaration.Test test,
      Set<String> ids,
      TimeReaders timeReaders) {
    this.file = file;
    this.test = test;
    this.ids = ids;
    this.timeReaders = timeReaders;
    Symbols symbols = checking.symbols();
    Env env = Env.of(file, Place.FIXTURE, symbols.everyEntity(), symbols.everyResource());
    TableVariables named = TableVariables.of(new ExprChecker(checking, env), test.table());
    for (String name : named.names()) {
      env = env.with(name, Poison.expr(file.at(test.title().span())));
    }
    this.variables = named;
    this.checker = new ExprChecker(checking, env);
    this.values = new FixtureValues(checker, variables);
    this.givens = new Givens(checker, values);
  }

  void check() {
    Givens.Given given = new Givens.Given(null, null, false);
    Set<String> targets = new HashSet<>();
    for (TestStep step : test.steps()) {
      if (step instanceof TestStep.Given fixture) {
        String target = fixture.fixture().target().text();
        if (!targets.add(target)) {
          file.report(
              Code.DUPLICATE,
              fixture.fixture().target().span(),
              "`" + target + "` is given twice",
              "give all of it at once; what differs between cases stands after `with`");
        }
        given = givens.lay(given, fixture.fixture());
      }
    }
    for (TestStep step : test.steps()) {
      check(step, given);
    }
  }

  private void check(TestStep step, Givens.Given given) {
    if (step instanceof TestStep.After after && !given.now()) {
      refuseClock(
          new Name("after", after.duration().span()),
          "`after` moves a clock that the test does not give");
    } else if (step instanceof TestStep.Observe observe) {
      file.resolve(Namespace.EVENT, observe.event());
      givens.layAll(given, observe.with());
    } else if (step instanceof TestStep.Check each) {
      check(each, given);
    }
  }

  private void check(TestStep.Check each, Givens.Given given) {
    Givens.Given laid = givens.layAll(given, each.with());
    action(each.action(), laid);
    Expectation expectation = each.expectation();
    if (expectation instanceof Expectation.Stated stated) {
      stated(stated);
    } else if (expectation instanceof Expectation.FromTable fromTable) {
      fromTable(fromTable.value());
    }
    each.by().forEach(this::rule);
  }

  private void action(Name action, Givens.Given given) {
    if (given.subject() == null || given.resource() == null) {
      String missing = given.subject() == null ? "subject" : "resource";
      if (!isUnclear(missing)) {
        file.report(
            Code.MISUSED_FIXTURE,
            action.span(),
            "this case has no `" + missing + "`",
            "add `given " + missing + " Type \"id\" { … }`");
      }
      return;
    }
    for (String candidate : given.resource().candidates()) {
      EntityType type = checker.symbols().entity(candidate);
      if (type.actions().containsKey(action.text())) {
        boolean reads = values.readsNow() || timeReaders.decide(candidate, action.text());
        if (reads && !given.now()) {
          refuseClock(action, "this case depends on `now`, and the test does not give it");
        }
      } else {
        refuseAction(action, type);
        return;
      }
    }
  }

  /** Whether something is given for a party that could not be understood. */
  private boolean isUnclear(String party) {
    return test.steps().stream()
        .flatMap(
            step ->
                step instanceof TestStep.Given given
                    ? List.of(given.fixture()).stream()
                    : step instanceof TestStep.Check check
                        ? check.with().stream()
                        : List.<Fixture>of().stream())
        .anyMatch(fixture -> fixture.target().text().equals(party));
  }

  private void refuseAction(Name action, EntityType type) {
    String owner = type.declared().name();
    if (type.groups().containsKey(action.text())) {
      file.report(
          Code.UNKNOWN_ACTION,
          action.span(),
          "`" + action.text() + "` is a group of actions of `" + owner + "`",
          "only single actions can be asked for");
    } else if (!file.isBroken(action.text())) {
      file.report(
          Code.UNKNOWN_ACTION,
          action.span(),
          "`" + owner + "` has no action `" + action.text() + "`",
          Nearest.help(action.text(), type.actions().keySet()).orElse(null));
    }
  }

  private void refuseClock(Name at, String message) {
    if (!clockIsReported) {
      clockIsReported = true;
      file.report(
          Code.MISUSED_FIXTURE, at.span(), message, "add `given now \"2026-03-02T09:00:00Z\"`");
    }
  }

  private void stated(Expectation.Stated stated) {
    List<Call> calls = stated.calls();
    Calls checked = new Calls(checker);
    if (stated.outcome() == Expectation.Outcome.CHALLENGE) {
      checked.challenges(calls);
    } else {
      checked.obligations(calls);
    }
  }

  private void fromTable(QualifiedName name) {
    String first = name.parts().get(0).text();
    List<TestTable.Cell> cells = variables.cells(first);
    if (cells != null && !name.isQualified()) {
      cells.forEach(this::outcome);
    } else if (!variables.isRow(first) || name.parts().size() != 2) {
      List<String> candidates = new ArrayList<>(variables.names());
      candidates.addAll(List.of("permit", "restrict", "challenge", "deny"));
      file.report(
          Code.UNKNOWN_NAME,
          name.span(),
          "`" + name.text() + "` is no outcome",
          Nearest.help(name.text(), candidates)
              .orElse("there are `permit`, `restrict`, `challenge` and `deny`"));
    }
  }

  private void outcome(TestTable.Cell cell) {
    if (cell instanceof TestTable.Cell.Outcome outcome) {
      stated(outcome.outcome());
    } else {
      file.report(
          Code.TYPE_MISMATCH,
          cell.span(),
          "an outcome is expected here",
          "there are `permit`, `restrict`, `challenge` and `deny`");
    }
  }

  private void rule(QualifiedName name) {
    String own = file.module().name() + "." + name.text();
    if (ids.contains(own) || ids.contains(name.text()) || file.isBroken(name.last().text())) {
      return;
    }
    String prefix = file.module().name() + ".";
    List<String> labels =
        ids.stream().map(id -> id.startsWith(prefix) ? id.substring(prefix.length()) : id).toList();
    file.report(
        Code.UNKNOWN_RULE,
        name.span(),
        "there is no rule `" + name.text() + "`",
        Nearest.help(name.text(), labels).orElse(null));
  }
}
