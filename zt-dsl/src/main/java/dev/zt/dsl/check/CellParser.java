package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Diagnostic;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.diagnostic.Severity;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Parser;
import dev.zt.dsl.syntax.PolicyFile;
import dev.zt.dsl.syntax.TestStep;
import dev.zt.dsl.table.Datum;
import dev.zt.dsl.table.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads cells of one file of rows that say what a test would say: entities, records, lists,
 * outcomes. What is wrong with one is reported at the cell.
 */
final class CellParser {
  private final FileScope test;
  private final FileScope scope;
  private final Map<String, Parsed> parsed = new HashMap<>();

  /** Of a file of rows that a test names. */
  CellParser(FileScope test, Table table) {
    this.test = test;
    this.scope = test.beside(nothing(table.source()));
  }

  private static PolicyFile nothing(Source source) {
    return new PolicyFile(source, null, List.of(), List.of(), Set.of(), false);
  }

  /** The file of rows, which sees what the test sees. */
  FileScope scope() {
    return scope;
  }

  /** What stands in a cell is read with this. */
  interface Reading<B, T> {
    @Nullable T read(GivenValues inside, B body);
  }

  private record Parsed(PolicyFile file, Diagnostics problems) {}

  /** What a cell says as an expression; null when it is refused. */
  <T> @Nullable T read(Datum.Text cell, GivenValues values, Reading<Expression, T> reading) {
    Parsed file = parse("let cell = " + cell.text());
    List<Declaration> found = file.file.declarations();
    if (found.size() == 1
        && found.get(0) instanceof Declaration.Let let
        && let.parameters().isEmpty()
        && let.type() == null) {
      return read(cell, file, values, let.body(), reading);
    }
    refuse(cell, file, "`" + cell.text() + "` is no value");
    return null;
  }

  /** What a cell says as an expectation; null when it is refused. */
  <T> @Nullable T expectation(
      Datum.Text cell, GivenValues values, Reading<TestStep.Check, T> reading) {
    Parsed file = parse("test \"cell\" { cell => " + cell.text() + "\n}");
    List<Declaration> found = file.file.declarations();
    if (found.size() == 1
        && found.get(0) instanceof Declaration.Test block
        && block.steps().size() == 1
        && block.steps().get(0) instanceof TestStep.Check check
        && check.with().isEmpty()) {
      return read(cell, file, values, check, reading);
    }
    refuse(cell, file, "`" + cell.text() + "` is no outcome");
    return null;
  }

  private Parsed parse(String text) {
    return parsed.computeIfAbsent(
        text,
        absent -> {
          Source source = new Source(scope.source().file(), "module cell\n" + text + "\n");
          Diagnostics problems = new Diagnostics(List.of(source));
          return new Parsed(Parser.parse(source, problems), problems);
        });
  }

  private <B, T> @Nullable T read(
      Datum.Text cell, Parsed file, GivenValues values, B body, Reading<B, T> reading) {
    Diagnostics problems = new Diagnostics(List.of(file.file.source()));
    FileScope inside = test.beside(file.file, problems);
    Env env = values.checker().env().inside(inside, Place.FIXTURE, Map.of(), null);
    T result = reading.read(values.in(values.checker().in(env)), body);
    if (problems.hasErrors()) {
      refuse(cell, problems);
      return null;
    }
    return result;
  }

  private void refuse(Datum.Text cell, Parsed file, String message) {
    if (file.problems.hasErrors()) {
      refuse(cell, file.problems);
    } else {
      scope.report(Code.BAD_CELL, cell.span(), message);
    }
  }

  private void refuse(Datum.Text cell, Diagnostics problems) {
    for (Diagnostic each : problems.sorted()) {
      if (each.severity() == Severity.ERROR) {
        scope.report(each.code(), cell.span(), each.message(), each.help());
        return;
      }
    }
  }
}
