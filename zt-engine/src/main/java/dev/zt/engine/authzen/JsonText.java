package dev.zt.engine.authzen;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259) strictly: no duplicate keys, nothing after the value, at most {@value
 * #DEEPEST} levels, numbers exact.
 *
 * <p>Values are {@link JsonObject}, {@link List}, {@link String}, {@link Boolean}, {@link Number}
 * as {@link JsonNumber} says, and null. How long the text may be is the caller's to bound; work and
 * memory are linear in it.
 */
final class JsonText {
  static final int DEEPEST = 64;

  /** The bounds that matter are held here, where an excess can be named by its place. */
  private static final JsonFactory FACTORY =
      new JsonFactoryBuilder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(2 * DEEPEST)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** What the parser says to the programmer who configures it, not to the author of the text. */
  private static final Pattern CONFIGURATION =
      Pattern.compile(": enable `[^`]*` to allow| \\(not recognized [^()]*\\)| \\(code \\d+\\)");

  private static final Pattern START =
      Pattern.compile("\\[Source: [^;]*; line: (\\d+), column: (\\d+)\\]");

  private final JsonParser parser;

  /** Which of several texts is read, as the beginning of a pointer; empty for the only one. */
  private String document = "";

  private JsonText(JsonParser parser) {
    this.parser = parser;
  }

  /**
   * The one value that the text consists of.
   *
   * @throws AuthZenException when it is something else
   */
  static @Nullable Object read(String text) {
    return parse(text, JsonText::only).get(0);
  }

  /**
   * The values of a text that is an array of them or holds one after another, such as one a line.
   *
   * @throws AuthZenException when it is something else
   */
  static List<@Nullable Object> readAll(String text) {
    return parse(text, JsonText::all);
  }

  private interface Reading {
    List<@Nullable Object> from(JsonText json) throws IOException;
  }

  private static List<@Nullable Object> parse(String text, Reading reading) {
    String json = text.startsWith("\uFEFF") ? text.substring(1) : text;
    try (JsonParser parser = FACTORY.createParser(json)) {
      return reading.from(new JsonText(parser));
    } catch (JsonProcessingException malformed) {
      JsonLocation place = malformed.getLocation();
      throw new AuthZenException(
          "not JSON: " + explanation(malformed), "", place.getLineNr(), place.getColumnNr());
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static String explanation(JsonProcessingException malformed) {
    String said = CONFIGURATION.matcher(malformed.getOriginalMessage()).replaceAll("");
    String placed = START.matcher(said).replaceAll("line $1, column $2");
    return placed.substring(0, 1).toLowerCase(Locale.ROOT) + placed.substring(1);
  }

  private List<@Nullable Object> only() throws IOException {
    if (parser.nextToken() == null) {
      throw new AuthZenException("not JSON: there is no text; a request is a JSON object");
    }
    List<@Nullable Object> value = Collections.singletonList(value(0));
    if (parser.nextToken() != null) {
      throw malformed("the request has ended and more text follows; send one request at a time");
    }
    return value;
  }

  private List<@Nullable Object> all() throws IOException {
    List<@Nullable Object> values = new ArrayList<>();
    boolean isArray = parser.nextToken() == JsonToken.START_ARRAY;
    JsonToken token = isArray ? parser.nextToken() : parser.currentToken();
    while (token != null && token != JsonToken.END_ARRAY) {
      document = isArray ? "" : "/" + values.size();
      values.add(value(isArray ? 1 : 0));
      token = parser.nextToken();
    }
    if (isArray && parser.nextToken() != null) {
      throw malformed("the array has ended and more text follows");
    }
    return values;
  }

  /** The value that begins with the current token, inside that many objects and arrays. */
  private @Nullable Object value(int depth) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> object(deeper(depth));
      case START_ARRAY -> array(deeper(depth));
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> JsonNumber.whole(parser.getText());
      case VALUE_NUMBER_FLOAT -> JsonNumber.decimal(parser.getText());
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new IllegalStateException("a value cannot begin with " + token);
    };
  }

  private JsonObject object(int depth) throws IOException {
    JsonLocation start = parser.currentTokenLocation();
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      if (members.containsKey(name)) {
        throw malformed("the key `" + OneLine.cut(name) + "` is given twice; keep one of them");
      }
      parser.nextToken();
      members.put(name, value(depth));
    }
    return new JsonObject(members, start.getLineNr(), start.getColumnNr());
  }

  private List<@Nullable Object> array(int depth) throws IOException {
    List<@Nullable Object> elements = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      elements.add(value(depth));
    }
    return elements.isEmpty() ? List.of() : Collections.unmodifiableList(elements);
  }

  private int deeper(int depth) {
    if (depth == DEEPEST) {
      throw malformed("objects and arrays are nested more than " + DEEPEST + " deep");
    }
    return depth + 1;
  }

  private AuthZenException malformed(String problem) {
    JsonLocation place = parser.currentTokenLocation();
    String pointer = document + parser.getParsingContext().pathAsPointer();
    return new AuthZenException(problem, pointer, place.getLineNr(), place.getColumnNr());
  }
}
