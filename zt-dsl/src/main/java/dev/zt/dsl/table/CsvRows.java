package dev.zt.dsl.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.table.TableReader.BadTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows as RFC 4180 writes them: a first line of names, then a line for each row. */
final class CsvRows {
  private static final CsvFactory FACTORY =
      CsvFactory.builder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvParser.Feature.TRIM_SPACES)
          .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
          .build();

  private final Source source;
  private final String text;
  private Span last = new Span(0, 0);

  CsvRows(Source source) {
    this.source = source;
    this.text = source.text();
  }

  Table read() throws BadTable {
    List<List<Datum.Text>> lines = lines();
    if (lines.isEmpty()) {
      throw new BadTable(
          source, new Span(0, 0), "this file is empty", "its first line names the columns");
    }
    List<String> columns = columns(lines.get(0));
    List<Table.Row> rows = new ArrayList<>();
    for (List<Datum.Text> line : lines.subList(1, lines.size())) {
      rows.add(row(columns, line));
    }
    return new Table(source, new LinkedHashSet<>(columns), rows);
  }

  private List<String> columns(List<Datum.Text> header) throws BadTable {
    Set<String> columns = new LinkedHashSet<>();
    for (Datum.Text cell : header) {
      if (!columns.add(cell.text())) {
        throw new BadTable(
            source, cell.span(), "there are two columns `" + cell.text() + "`", null);
      }
    }
    return List.copyOf(columns);
  }

  private Table.Row row(List<String> columns, List<Datum.Text> line) throws BadTable {
    Span span = line.get(0).span().to(line.get(line.size() - 1).span());
    if (line.size() != columns.size()) {
      throw new BadTable(
          source,
          span,
          "this row has " + line.size() + " cells for " + columns.size() + " columns",
          "put a cell that holds a comma in quotation marks");
    }
    Map<String, Datum> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!line.get(i).text().isEmpty()) {
        cells.put(columns.get(i), line.get(i));
      }
    }
    return new Table.Row(cells, span);
  }

  private List<List<Datum.Text>> lines() throws BadTable {
    List<List<Datum.Text>> lines = new ArrayList<>();
    try (CsvParser parser = FACTORY.createParser(text)) {
      parser.setSchema(CsvSchema.emptySchema());
      List<Datum.Text> line = new ArrayList<>();
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING) {
          line.add(cell(parser));
        } else if (token == JsonToken.END_ARRAY && !line.isEmpty()) {
          lines.add(List.copyOf(line));
          line.clear();
        }
        if (lines.size() > Table.MOST_ROWS + 1) {
          throw new BadTable(
              source,
              line.isEmpty() ? new Span(0, 0) : line.get(0).span(),
              "this file has more than " + Table.MOST_ROWS + " rows",
              null);
        }
      }
    } catch (JsonProcessingException broken) {
      throw unreadable(broken);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return lines;
  }

  private Datum.Text cell(CsvParser parser) throws IOException {
    String value = parser.getText();
    long offset = parser.currentTokenLocation().getCharOffset();
    int start = (int) Math.max(0, Math.min(offset, text.length()));
    last = new Span(start, end(start, value));
    return new Datum.Text(value, last);
  }

  /** Where a cell ends that begins there, with its closing quotation mark where it has one. */
  private int end(int start, String value) {
    if (!text.startsWith("\"", start)) {
      return Math.min(text.length(), start + value.length());
    }
    int at = start + 1;
    while (at < text.length()) {
      if (text.charAt(at) != '"') {
        at++;
      } else if (text.startsWith("\"\"", at)) {
        at += 2;
      } else {
        return at + 1;
      }
    }
    return at;
  }

  /** Only a cell in quotation marks can be written wrongly. */
  private BadTable unreadable(JsonProcessingException broken) {
    int quote = text.indexOf('"', last.end());
    if (quote >= 0 && broken.getOriginalMessage().contains("closing quote")) {
      return new BadTable(
          source,
          new Span(quote, quote + 1),
          "this quotation mark is never closed",
          "a quotation mark within a cell is written twice");
    }
    return new BadTable(
        source,
        quote < 0 ? last : new Span(quote, end(quote, "")),
        "a comma or the end of the line is expected after this cell",
        "a quotation mark within a cell is written twice");
  }
}
