package dev.zt.dsl.check;

import dev.zt.Challenge;
import dev.zt.Obligation;
import dev.zt.Outcome;
import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.suite.Expectation;
import dev.zt.dsl.syntax.Expectation.FromTable;
import dev.zt.dsl.syntax.Expectation.Stated;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.QualifiedName;
import dev.zt.dsl.syntax.TestStep;
import dev.zt.dsl.syntax.TestTable;
import dev.zt.dsl.table.Datum;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what cases expect. */
final class ExpectationWriter {
  private final FileScope file;
  private final Set<String> ids;

  ExpectationWriter(FileScope file, Set<String> ids) {
    this.file = file;
    this.ids = ids;
  }

  /** What a step expects; null when its row says nothing that could be understood. */
  @Nullable Expectation of(TestStep.Check step, GivenValues values) {
    if (step.expectation() instanceof Stated stated) {
      return stated(stated, step.by(), values);
    }
    return step.expectation() instanceof FromTable fromTable
        ? fromTable(fromTable.value(), step.by(), values)
        : null;
  }

  private @Nullable Expectation fromTable(
      QualifiedName name, List<QualifiedName> by, GivenValues values) {
    TestTable.Cell cell = values.row().cell(name.text());
    if (cell instanceof TestTable.Cell.Outcome outcome) {
      return stated(outcome.outcome(), by, values);
    }
    if (!(values.row() instanceof RowCells.FromFile row) || name.parts().size() != 2) {
      return null;
    }
    Expression column =
        new Expression.Select(
            new Expression.Reference(name.parts().get(0)), name.last(), name.span());
    Datum datum = values.datum(column);
    if (datum instanceof Datum.Text text) {
      return row.parser().expectation(text, values, (inside, step) -> inCell(inside, step, by));
    }
    if (row.table().columns().contains(name.last().text())) {
      row.parser()
          .scope()
          .report(
              Code.BAD_CELL,
              datum == null ? row.row().span() : datum.span(),
              "an outcome is expected in the column `" + name.last().text() + "`",
              "there are `permit`, `restrict`, `challenge` and `deny`");
    }
    return null;
  }

  private @Nullable Expectation inCell(
      GivenValues inside, TestStep.Check step, List<QualifiedName> by) {
    if (!(step.expectation() instanceof Stated stated)) {
      inside
          .checker()
          .file()
          .report(
              Code.BAD_CELL,
              step.span(),
              "an outcome is expected here",
              "there are `permit`, `restrict`, `challenge` and `deny`");
      return null;
    }
    List<QualifiedName> rules = new ArrayList<>(by);
    rules.addAll(step.by());
    for (QualifiedName each : step.by()) {
      if (!ids.contains(each.text()) && !ids.contains(own(each))) {
        inside
            .checker()
            .file()
            .report(Code.UNKNOWN_RULE, each.span(), "there is no rule `" + each.text() + "`");
      }
    }
    return stated(stated, rules, inside);
  }

  private Expectation stated(Stated stated, List<QualifiedName> by, GivenValues values) {
    List<Challenge> challenges = List.of();
    List<Obligation> obligations = List.of();
    Calls calls = new Calls(values.checker());
    switch (stated.outcome()) {
      case CHALLENGE -> {
        List<Challenge.Step> steps = calls.challenges(stated.calls());
        challenges =
            stated.oneOf() && !steps.isEmpty()
                ? List.of(new Challenge(steps))
                : steps.stream().map(each -> new Challenge(List.of(each))).toList();
      }
      case RESTRICT -> obligations = calls.obligations(stated.calls());
      case PERMIT, DENY -> {
        // These two have nothing to call.
      }
    }
    return new Expectation(
        outcome(stated.outcome()),
        challenges,
        obligations,
        by.stream().map(each -> ids.contains(own(each)) ? own(each) : each.text()).toList());
  }

  private String own(QualifiedName rule) {
    return file.module().name() + "." + rule.text();
  }

  private static Outcome outcome(dev.zt.dsl.syntax.Expectation.Outcome outcome) {
    return switch (outcome) {
      case PERMIT -> Outcome.PERMIT;
      case RESTRICT -> Outcome.RESTRICT;
      case CHALLENGE -> Outcome.CHALLENGE;
      case DENY -> Outcome.DENY;
    };
  }
}
