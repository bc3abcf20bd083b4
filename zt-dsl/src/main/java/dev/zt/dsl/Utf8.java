package dev.zt.dsl;

import dev.zt.dsl.source.Source;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Text as bytes of UTF-8. */
final class Utf8 {
  private Utf8() {}

  /**
   * Text read from bytes.
   *
   * @param source the text, with a replacement for what is not UTF-8
   * @param firstBroken where the first of these stands; -1 when there is none
   */
  record Decoded(Source source, int firstBroken) {}

  static Decoded decode(String file, byte[] bytes) {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer text = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
    if (!result.isError()) {
      return new Decoded(new Source(file, text.flip().toString()), -1);
    }
    Source replaced = new Source(file, new String(bytes, StandardCharsets.UTF_8));
    boolean marked = text.position() > 0 && text.get(0) == '\uFEFF';
    return new Decoded(replaced, text.position() - (marked ? 1 : 0));
  }
}
