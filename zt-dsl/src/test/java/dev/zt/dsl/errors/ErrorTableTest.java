package dev.zt.dsl.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Diagnostic;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every row of {@code src/test/resources/errors}. {@code -Dzt.rewrite=true} writes the expectations
 * anew, for a person to read the difference.
 */
class ErrorTableTest {
  @BeforeAll
  static void rewriteIfAsked() throws IOException {
    if (Boolean.getBoolean("zt.rewrite")) {
      for (Table table : Table.all()) {
        table.rewrite();
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> theCompilerSaysWhatTheRowExpects() throws IOException {
    return Table.all().stream()
        .flatMap(
            table ->
                table.rows().stream()
                    .map(
                        row ->
                            DynamicTest.dynamicTest(
                                table.file().getFileName() + ": " + row.title(),
                                () -> assertThat(row.said()).isEqualTo(row.expected()))));
  }

  @Test
  void theTablesHoldAtLeast150ErrorsAnd25Warnings() throws IOException {
    List<List<Diagnostic>> said =
        Table.all().stream().flatMap(table -> table.rows().stream()).map(Row::diagnostics).toList();

    assertThat(said)
        .filteredOn(row -> row.stream().anyMatch(Diagnostic::isError))
        .hasSizeGreaterThanOrEqualTo(150);
    assertThat(said)
        .filteredOn(row -> row.stream().anyMatch(each -> !each.isError()))
        .hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void noTwoRowsHaveOneTitle() throws IOException {
    Set<String> titles = new HashSet<>();
    for (Table table : Table.all()) {
      for (Row row : table.rows()) {
        assertThat(titles.add(table.file() + row.title())).as(row.title()).isTrue();
      }
    }
  }
}
