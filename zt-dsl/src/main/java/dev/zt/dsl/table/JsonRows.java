package dev.zt.dsl.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
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
import org.jspecify.annotations.Nullable;

/** Rows as a JSON array of objects. */
final class JsonRows {
  private static final int DEEPEST = 64;
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Source source;
  private final Set<String> columns = new LinkedHashSet<>();
  private final List<Table.Row> rows = new ArrayList<>();

  JsonRows(Source source) {
    this.source = source;
  }

  Table read() throws BadTable {
    try (JsonParser parser = FACTORY.createParser(source.text())) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw bad(span(parser), "an array of rows is expected here", "write `[{ … }, { … }]`");
      }
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        add(datum(parser, 0));
      }
      if (parser.nextToken() != null) {
        throw bad(span(parser), "nothing is expected after the rows", null);
      }
    } catch (JsonProcessingException broken) {
      throw new JsonMistakes(source).of(broken);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Table(source, columns, rows);
  }

  private void add(Datum row) throws BadTable {
    if (!(row instanceof Datum.Members members)) {
      throw bad(row.span(), "a row in braces is expected here", "write `{ \"column\": value }`");
    }
    if (rows.size() == Table.MOST_ROWS) {
      throw bad(row.span(), "this file has more than " + Table.MOST_ROWS + " rows", null);
    }
    columns.addAll(members.members().keySet());
    rows.add(new Table.Row(members.members(), members.span()));
  }

  private Datum datum(JsonParser parser, int depth) throws IOException, BadTable {
    Span start = span(parser);
    if (depth > DEEPEST) {
      throw bad(start, "this is nested too deep", null);
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> members(parser, start, depth);
      case START_ARRAY -> list(parser, start, depth);
      case VALUE_TRUE, VALUE_FALSE -> new Datum.Truth(parser.getBooleanValue(), start);
      case VALUE_NULL -> new Datum.Null(start);
      case VALUE_STRING -> new Datum.Text(parser.getText(), start);
      default -> new Datum.Numeral(parser.getText(), start);
    };
  }

  private Datum members(JsonParser parser, Span start, int depth) throws IOException, BadTable {
    Map<String, Datum> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      members.put(name, datum(parser, depth + 1));
    }
    Span whole = start.to(span(parser));
    return new Datum.Members(members, source.text(whole), whole);
  }

  private Datum list(JsonParser parser, Span start, int depth) throws IOException, BadTable {
    List<Datum> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(datum(parser, depth + 1));
    }
    Span whole = start.to(span(parser));
    return new Datum.ListOf(elements, source.text(whole), whole);
  }

  /** Where the parser's token stands. */
  private Span span(JsonParser parser) throws IOException {
    int length = source.text().length();
    if (parser.currentToken() == null) {
      return new Span(length, length);
    }
    if (parser.currentToken() == JsonToken.VALUE_STRING) {
      parser.getText(); // A text is read only when it is asked for, and ends there.
    }
    int start = (int) parser.currentTokenLocation().getCharOffset();
    int end = (int) parser.currentLocation().getCharOffset();
    return new Span(Math.min(start, length), Math.min(Math.max(start, end), length));
  }

  private BadTable bad(Span span, String text, @Nullable String help) {
    return new BadTable(source, span, text, help);
  }
}
