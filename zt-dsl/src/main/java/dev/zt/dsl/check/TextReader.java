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
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a text as what its place asks for. */
final class TextReader {
  private record Form(Code code, Function<String, Value> parse) {}

  private static final Map<Type.Scalar, Form> FORMS = new EnumMap<>(Type.Scalar.class);

  static {
    FORMS.put(Type.Scalar.STRING, new Form(Code.BAD_PATTERN, Value.Text::new));
    FORMS.put(Type.Scalar.IP, new Form(Code.BAD_IP, IpAddress::parse));
    FORMS.put(Type.Scalar.CIDR, new Form(Code.BAD_CIDR, Cidr::parse));
    FORMS.put(Type.Scalar.COUNTRY, new Form(Code.BAD_COUNTRY, Value.Country::parse));
    FORMS.put(Type.Scalar.VERSION, new Form(Code.BAD_VERSION, Version::parse));
    FORMS.put(Type.Scalar.TIME, new Form(Code.BAD_TIME, Value.Time::parseLiteral));
    FORMS.put(Type.Scalar.SCHEDULE, new Form(Code.BAD_SCHEDULE, Schedule::parse));
    FORMS.put(Type.Scalar.SPIFFE, new Form(Code.BAD_SPIFFE, SpiffeId::parse));
  }

  private TextReader() {}

  /** Whether texts are read as values of the type. */
  static boolean reads(Type type) {
    return type instanceof Type.Scalar scalar && FORMS.containsKey(scalar);
  }

  /** The value; null when the text is none, which is reported at the span. */
  static @Nullable Value read(FileScope file, String text, Span span, Type.Scalar type) {
    Form form = FORMS.get(type);
    if (form == null) {
      throw new IllegalArgumentException("no text is read as " + type);
    }
    return read(file, text, span, form.code, form.parse);
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
