package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.policy.Type;
import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.InvalidText;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.Schedule;
import dev.zt.policy.value.SpiffeId;
import dev.zt.policy.value.Value;
import dev.zt.policy.value.Version;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a text as what its place asks for. */
final class TextReader {
  private TextReader() {}

  /** Whether texts are read as values of the type. */
  static boolean reads(Type type) {
    return type instanceof Type.Scalar scalar && refusal(scalar) != null;
  }

  /** The value; null when the text is none, which is reported at the span. */
  static @Nullable Value read(FileScope file, String text, Span span, Type.Scalar type) {
    Code refusal = refusal(type);
    if (refusal == null) {
      throw noText(type);
    }
    try {
      return parsed(text, type);
    } catch (InvalidText invalid) {
      file.report(refusal, span, invalid.message(), invalid.help());
      return null;
    }
  }

  /** What is said of a text that is no value of the type; null when texts are not read as such. */
  private static @Nullable Code refusal(Type.Scalar type) {
    return switch (type) {
      case STRING -> Code.BAD_PATTERN;
      case IP -> Code.BAD_IP;
      case CIDR -> Code.BAD_CIDR;
      case COUNTRY -> Code.BAD_COUNTRY;
      case VERSION -> Code.BAD_VERSION;
      case TIME -> Code.BAD_TIME;
      case SCHEDULE -> Code.BAD_SCHEDULE;
      case SPIFFE -> Code.BAD_SPIFFE;
      case BOOL, INT, DECIMAL, DURATION, DISTANCE, SPEED, POINT -> null;
    };
  }

  private static Value parsed(String text, Type.Scalar type) {
    return switch (type) {
      case STRING -> new Value.Text(text);
      case IP -> IpAddress.parse(text);
      case CIDR -> Cidr.parse(text);
      case COUNTRY -> Value.Country.parse(text);
      case VERSION -> Version.parse(text);
      case TIME -> Value.Time.parseLiteral(text);
      case SCHEDULE -> Schedule.parse(text);
      case SPIFFE -> SpiffeId.parse(text);
      case BOOL, INT, DECIMAL, DURATION, DISTANCE, SPEED, POINT -> throw noText(type);
    };
  }

  private static IllegalArgumentException noText(Type.Scalar type) {
    return new IllegalArgumentException("no text is read as " + type);
  }

  /** What a parser makes of the text; null when the text is refused, which is reported. */
  static <T> @Nullable T read(
      FileScope file, String text, Span span, Code code, Function<String, T> parse) {
    try {
      return parse.apply(text);
    } catch (InvalidText invalid) {
      file.report(code, span, invalid.message(), invalid.help());
      return null;
    }
  }
}
