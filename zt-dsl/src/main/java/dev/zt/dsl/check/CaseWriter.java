package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.suite.Expectation;
import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.PolicyTest;
import dev.zt.dsl.suite.Precedent;
import dev.zt.dsl.suite.Situation;
import dev.zt.dsl.suite.TestCase;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Fixture;
import dev.zt.dsl.syntax.TestStep;
import dev.zt.policy.Type.Scalar;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the cases of one test, row by row. */
final class CaseWriter {
  private final Checking checking;
  private final FileScope file;
  private final Declaration.Test test;
  private final TimeReaders timeReaders;
  private final TestTables tables;
  private final ExpectationWriter expectations;
  private final List<Fixture> givens;
  private final List<TestCase> cases = new ArrayList<>();

  CaseWriter(
      Checking checking,
      FileScope file,
      Declaration.Test test,
      Set<String> ids,
      TimeReaders timeReaders,
      TestTables tables) {
    this.checking = checking;
    this.file = file;
    this.test = test;
    this.timeReaders = timeReaders;
    this.tables = tables;
    this.expectations = new ExpectationWriter(file, ids);
    this.givens =
        test.steps().stream()
            .filter(TestStep.Given.class::isInstance)
            .map(step -> ((TestStep.Given) step).fixture())
            .toList();
  }

  PolicyTest write() {
    for (TestTables.Line line : tables.lines(file, test.table())) {
      new Row(line).write();
    }
    Span head = new Span(test.span().start(), test.title().span().end());
    return new PolicyTest(file.module().name(), test.title().value(), file.at(head), cases);
  }

  /** The sum, or the largest number where it does not fit. */
  private static long plus(long time, long later) {
    long sum = time + later;
    return later > 0 && sum < time ? Long.MAX_VALUE : sum;
  }

  /** The cases of one row. */
  private final class Row {
    private final TestTables.Line line;
    private final ExprChecker checker;
    private final @Nullable Long start;
    private final Scene given;
    private final List<Precedent> before = new ArrayList<>();
    private long elapsed;
    private String moved = "";

    Row(TestTables.Line line) {
      this.line = line;
      this.checker = checker();
      this.start = time(givens, null);
      this.given = lay(new Scene(start), start, givens);
    }

    private ExprChecker checker() {
      Symbols symbols = checking.symbols();
      Env env = Env.of(file, Place.FIXTURE, symbols.everyEntity(), symbols.everyResource());
      for (String name : line.cells().variables()) {
        env = env.with(name, Poison.expr(file.at(test.title().span())));
      }
      return new ExprChecker(checking, env);
    }

    private GivenValues values(@Nullable Long now, Set<GivenEntity> mentioned) {
      return new GivenValues(checker, line.cells(), now, mentioned);
    }

    private Scene lay(Scene scene, @Nullable Long now, List<Fixture> fixtures) {
      new SceneWriter(scene, values(now, scene.entities())).layAll(fixtures);
      return scene;
    }

    /** What the fixtures say of the time; null when they say nothing. */
    private @Nullable Long time(List<Fixture> fixtures, @Nullable Long now) {
      Long time = null;
      for (Fixture each : fixtures) {
        if (each instanceof Fixture.Given fixture
            && each.target().text().equals("now")
            && values(now, Set.of()).value(fixture.value(), Scalar.TIME)
                instanceof Value.Time stated) {
          time = stated.epochMillis();
        }
      }
      return time;
    }

    /**
     * What is given where a step stands. What the test gives is told from the time at which it
     * begins, or that the step states; what the step gives from the time at which it stands.
     */
    private Scene scene(List<Fixture> with) {
      Long clock = start == null ? null : Long.valueOf(plus(start, elapsed));
      Long stated = time(with, clock);
      Scene scene =
          stated == null ? given.at(clock) : lay(new Scene(stated), stated, givens).at(stated);
      return lay(scene, stated == null ? clock : stated, with);
    }

    void write() {
      for (TestStep step : test.steps()) {
        if (step instanceof TestStep.After after) {
          elapsed = plus(elapsed, after.duration().millis());
          moved = Sentences.oneLine(file.source().text(after.span())) + " ";
        } else if (step instanceof TestStep.Observe observe) {
          observe(observe);
        } else if (step instanceof TestStep.Check check) {
          check(check);
        }
      }
    }

    private void observe(TestStep.Observe step) {
      moved = "";
      Scene scene = scene(step.with());
      GivenParty subject = scene.subject();
      GivenParty resource = scene.resource();
      before.add(
          new Precedent.Observed(
              step.event().last().text(),
              scene.now(),
              subject == null ? null : subject.toEntity(),
              resource == null ? null : resource.toEntity(),
              scene.givenSignals(),
              List.copyOf(scene.entities()),
              file.at(step.span())));
    }

    private void check(TestStep.Check step) {
      Scene scene = scene(step.with());
      Situation asked = scene.ask(step.action().text());
      String sentence = moved + Sentences.oneLine(file.source().text(step.span()));
      moved = "";
      if (asked == null || !isSound(step, asked)) {
        refuseMissing(step, scene);
        return;
      }
      if (step.expectation() != null) {
        Expectation expected = expectations.of(step, values(start, Set.of()));
        if (expected != null) {
          cases.add(
              new TestCase(
                  sentence,
                  file.at(step.span()),
                  file.source().line(step.span().end()),
                  line.row(),
                  before,
                  asked,
                  expected));
        }
      }
      if (step.recorded()) {
        before.add(new Precedent.Done(asked, file.at(step.span())));
      }
    }

    /** Reports what only a row from a file can lack: its parties are not known before. */
    private void refuseMissing(TestStep.Check step, Scene scene) {
      if (scene.subject() == null || scene.resource() == null) {
        String missing = scene.subject() == null ? "subject" : "resource";
        if (!isRefused(missing, step.with())) {
          file.report(
              Code.MISUSED_FIXTURE,
              step.action().span(),
              "this case has no `" + missing + "`" + row(),
              null);
        }
      }
    }

    /** Whether the row says who or what it is, in a cell whose mistake is reported. */
    private boolean isRefused(String party, List<Fixture> with) {
      return line.cells() instanceof RowCells.FromFile cells
          && Stream.concat(givens.stream(), with.stream())
              .anyMatch(
                  each ->
                      each instanceof Fixture.Given given
                          && given.target().text().equals(party)
                          && given.value() instanceof Expression.Select column
                          && cells.isColumn(column)
                          && cells.row().cells().containsKey(column.name().text()));
    }

    private boolean isSound(TestStep.Check step, Situation asked) {
      EntityType type = checking.symbols().entity(asked.resource().reference().type());
      String action = asked.action();
      if (!type.actions().containsKey(action)) {
        file.report(
            Code.UNKNOWN_ACTION,
            step.action().span(),
            "`" + type.declared().name() + "` has no action `" + action + "`" + row());
        return false;
      }
      if (asked.now() == null && timeReaders.decide(type.qualified(), action)) {
        file.report(
            Code.MISUSED_FIXTURE,
            step.action().span(),
            "this case depends on `now`, and the test does not give it",
            "add `given now \"2026-03-02T09:00:00Z\"`");
        return false;
      }
      return true;
    }

    private String row() {
      return line.row() == null ? "" : " in row " + line.row().number();
    }
  }
}
