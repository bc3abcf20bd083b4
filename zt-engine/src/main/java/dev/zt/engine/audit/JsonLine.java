package dev.zt.engine.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object on one line. Everything but printable ASCII is escaped, so that no reader takes a
 * part of a text for the end of a line, and text that is no Unicode comes back as it was. One is
 * used for many lines, one after the other, by one thread.
 */
final class JsonLine {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build()
          .setCharacterEscapes(new Printable())
          .setRootValueSeparator(null);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream(2048);
  private JsonGenerator generator = generator();

  /** What JSON asks for and the one control character beyond that. */
  private static final class Printable extends CharacterEscapes {
    private static final int DELETE = 0x7f;

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes[DELETE] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int character) {
      return null;
    }
  }

  /** What is inside of an object. */
  interface Inside {
    void write() throws IOException;
  }

  private JsonGenerator generator() {
    try {
      return FACTORY.createGenerator(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The object as a line. */
  byte[] of(Inside inside) {
    boolean written = false;
    out.reset();
    try {
      generator.writeStartObject();
      inside.write();
      generator.writeEndObject();
      generator.flush();
      written = true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      generator = written ? generator : generator();
    }
    out.write('\n');
    return out.toByteArray();
  }

  JsonLine object(String name, Inside inside) throws IOException {
    generator.writeObjectFieldStart(name);
    inside.write();
    generator.writeEndObject();
    return this;
  }

  /** An array of objects. */
  JsonLine objects(String name, Iterable<? extends Inside> each) throws IOException {
    generator.writeArrayFieldStart(name);
    for (Inside inside : each) {
      generator.writeStartObject();
      inside.write();
      generator.writeEndObject();
    }
    generator.writeEndArray();
    return this;
  }

  /** A text, left out when there is none. */
  JsonLine text(String name, @Nullable String value) throws IOException {
    if (value != null) {
      generator.writeStringField(name, value);
    }
    return this;
  }

  /** Texts, left out when there are none. */
  JsonLine texts(String name, Collection<String> values) throws IOException {
    if (!values.isEmpty()) {
      generator.writeArrayFieldStart(name);
      for (String value : values) {
        generator.writeString(value);
      }
      generator.writeEndArray();
    }
    return this;
  }

  /** Texts by name, sorted, left out when there are none. */
  JsonLine texts(String name, Map<String, String> values) throws IOException {
    if (!values.isEmpty()) {
      generator.writeObjectFieldStart(name);
      for (Map.Entry<String, String> each : new TreeMap<>(values).entrySet()) {
        generator.writeStringField(each.getKey(), each.getValue());
      }
      generator.writeEndObject();
    }
    return this;
  }

  JsonLine number(String name, long value) throws IOException {
    generator.writeNumberField(name, value);
    return this;
  }

  /** The place of the seal; nothing but the ends of objects may follow. */
  JsonLine seal(String name, long number) throws IOException {
    return text(name, number + ":" + Seal.NONE);
  }
}
