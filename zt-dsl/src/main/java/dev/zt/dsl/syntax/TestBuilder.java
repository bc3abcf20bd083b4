package dev.zt.dsl.syntax;

import dev.zt.dsl.syntax.ZtParser.CellContext;
import dev.zt.dsl.syntax.ZtParser.ExpectationContext;
import dev.zt.dsl.syntax.ZtParser.FixtureContext;
import dev.zt.dsl.syntax.ZtParser.OutcomeContext;
import dev.zt.dsl.syntax.ZtParser.RowContext;
import dev.zt.dsl.syntax.ZtParser.StepContext;
import dev.zt.dsl.syntax.ZtParser.TableContext;
import dev.zt.dsl.syntax.ZtParser.TestContext;
import dev.zt.dsl.syntax.ZtParser.WithFixtureContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** Makes tests. */
final class TestBuilder {
  private static final String UNKNOWN = "unknown";

  private final Builders builders;

  TestBuilder(Builders builders) {
    this.builders = builders;
  }

  /** Nothing stands for a test with a broken step: what its cases mean depends on all of them. */
  Optional<Declaration> test(Preamble preamble, TestContext context) {
    if (context.step().stream().anyMatch(step -> step.exception != null)) {
      return Optional.empty();
    }
    return Optional.of(
        new Declaration.Test(
            preamble,
            builders.texts.read(context.STRING().getSymbol()),
            context.table() == null ? null : table(context.FOR().getSymbol(), context.table()),
            context.step().stream().map(this::step).toList(),
            Reporter.span(context)));
  }

  private TestTable table(Token first, TableContext context) {
    List<Name> variables = builders.names.names(context.name());
    if (context.STRING() != null) {
      return new TestTable.File(
          variables.get(0),
          builders.texts.read(context.STRING().getSymbol()),
          Reporter.span(first, context.getStop()));
    }
    List<TestTable.Row> rows = new ArrayList<>();
    for (RowContext row : context.row()) {
      rows.add(new TestTable.Row(row.cell().stream().map(this::cell).toList(), Reporter.span(row)));
    }
    for (CellContext cell : context.cell()) {
      rows.add(new TestTable.Row(List.of(cell(cell)), Reporter.span(cell)));
    }
    return new TestTable.Rows(variables, rows, Reporter.span(first, context.getStop()));
  }

  private TestTable.Cell cell(CellContext context) {
    if (context.expression() != null) {
      return new TestTable.Cell.Value(builders.expressions.expression(context.expression()));
    }
    List<Call> calls =
        context.call() == null ? List.of() : List.of(builders.selectors.call(context.call()));
    return new TestTable.Cell.Outcome(
        new Expectation.Stated(outcome(context.getStart()), false, calls, Reporter.span(context)));
  }

  private TestStep step(StepContext context) {
    if (context.GIVEN() != null) {
      return new TestStep.Given(fixture(context.fixture()), Reporter.span(context));
    }
    if (context.AFTER() != null) {
      return new TestStep.After(
          builders.numbers.duration(context.NUMBER().getSymbol()), Reporter.span(context));
    }
    if (context.EVENT() != null) {
      return new TestStep.Observe(
          builders.names.qualified(context.qualifiedName()),
          fixtures(context.withFixture()),
          Reporter.span(context));
    }
    return new TestStep.Check(
        context.DO() != null,
        builders.names.name(context.name()),
        expectation(context.expectation()),
        by(context.expectation()),
        fixtures(context.withFixture()),
        Reporter.span(context));
  }

  private @Nullable Expectation expectation(@Nullable ExpectationContext context) {
    return context == null ? null : outcome(context.outcome());
  }

  private List<QualifiedName> by(@Nullable ExpectationContext context) {
    return context == null
        ? List.of()
        : context.qualifiedName().stream().map(builders.names::qualified).toList();
  }

  private Expectation outcome(OutcomeContext context) {
    if (context.qualifiedName() != null) {
      return new Expectation.FromTable(builders.names.qualified(context.qualifiedName()));
    }
    return new Expectation.Stated(
        outcome(context.getStart()),
        context.ONE() != null,
        context.calls() == null ? List.of() : builders.selectors.calls(context.calls()),
        Reporter.span(context));
  }

  private static Expectation.Outcome outcome(Token word) {
    return switch (word.getType()) {
      case ZtLexer.PERMIT -> Expectation.Outcome.PERMIT;
      case ZtLexer.RESTRICT -> Expectation.Outcome.RESTRICT;
      case ZtLexer.CHALLENGE -> Expectation.Outcome.CHALLENGE;
      default -> Expectation.Outcome.DENY;
    };
  }

  private List<Fixture> fixtures(List<WithFixtureContext> contexts) {
    return contexts.stream().flatMap(with -> with.fixture().stream()).map(this::fixture).toList();
  }

  private Fixture fixture(FixtureContext context) {
    QualifiedName target = builders.names.qualified(context.qualifiedName());
    Expression value = builders.expressions.expression(context.expression());
    boolean takenAway =
        value instanceof Expression.Reference reference && reference.name().text().equals(UNKNOWN);
    return takenAway
        ? new Fixture.Unknown(target, Reporter.span(context))
        : new Fixture.Given(target, value, Reporter.span(context));
  }
}
