package dev.zt.dsl.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.table.TableReader.BadTable;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is wrong with JSON (RFC 8259) that cannot be read, for whom the file belongs to. */
final class JsonMistakes {
  private static final Pattern TWICE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("Unrecognized token '([^']*)'");

  /** Words of the parser, and ours for the same. */
  private static final List<Mistake> MISTAKES =
      List.of(
          new Mistake("end-of-input", "the file ends in the middle of the rows", null),
          new Mistake(
              "to start field name",
              "the name of a column is expected here",
              "write it in double quotation marks"),
          new Mistake("expecting comma", "a comma is expected here", null),
          new Mistake("expecting a colon", "a colon is expected here", null),
          new Mistake(
              "character escape",
              "a text of JSON has no such escape",
              "write `\\\\` for a backslash"),
          new Mistake("CTRL-CHAR", "a text ends on its own line", "write `\\n` for a line break"),
          new Mistake("numeric value", "this is no number of JSON", null));

  private final Source source;

  JsonMistakes(Source source) {
    this.source = source;
  }

  /**
   * A mistake of writing.
   *
   * @param said what the parser's message contains
   */
  private record Mistake(String said, String text, @Nullable String help) {}

  BadTable of(JsonProcessingException broken) {
    String said = broken.getOriginalMessage();
    int at = broken.getLocation() == null ? 0 : (int) broken.getLocation().getCharOffset();
    int start = Math.max(0, Math.min(at, source.text().length()));
    Matcher twice = TWICE.matcher(said);
    if (twice.matches()) {
      String name = twice.group(1);
      int from = source.text().lastIndexOf("\"" + name + "\"", start);
      return from < 0
          ? bad(start, start, "`" + name + "` is given twice in this row", null)
          : bad(from, from + name.length() + 2, "`" + name + "` is given twice in this row", null);
    }
    Matcher word = WORD.matcher(said);
    if (word.find()) {
      return bad(
          start,
          Math.min(start + word.group(1).length(), source.text().length()),
          "`" + word.group(1) + "` is no value of JSON",
          "a text stands in double quotation marks");
    }
    return MISTAKES.stream()
        .filter(each -> said.contains(each.said))
        .findFirst()
        .map(each -> bad(start, start, each.text, each.help))
        .orElseGet(() -> bad(start, start, "this is no JSON from here on", null));
  }

  private BadTable bad(int start, int end, String text, @Nullable String help) {
    return new BadTable(source, new Span(start, end), text, help);
  }
}
