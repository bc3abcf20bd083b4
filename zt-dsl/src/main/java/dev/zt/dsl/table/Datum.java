package dev.zt.dsl.table;

import dev.zt.dsl.source.Span;
import java.util.List;
import java.util.Map;

/** What a file says in one place: a cell, or a part of one. */
public sealed interface Datum {
  /** Where it stands in its file. */
  Span span();

  /** What it says as text, for a person. */
  String text();

  /** A text; every cell of a CSV file that is not empty. */
  record Text(String text, Span span) implements Datum {}

  /** {@code true} or {@code false}. */
  record Truth(boolean value, Span span) implements Datum {
    @Override
    public String text() {
      return Boolean.toString(value);
    }
  }

  /** A number as it is written. */
  record Numeral(String text, Span span) implements Datum {}

  /** A {@code null}. */
  record Null(Span span) implements Datum {
    @Override
    public String text() {
      return "null";
    }
  }

  /** A list. */
  record ListOf(List<Datum> elements, String text, Span span) implements Datum {
    public ListOf {
      elements = List.copyOf(elements);
    }
  }

  /** Members by name, in order. */
  record Members(Map<String, Datum> members, String text, Span span) implements Datum {}
}
