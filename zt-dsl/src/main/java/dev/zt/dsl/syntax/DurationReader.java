package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes durations: {@code 500ms}, {@code 1h30m}, units from large to small and each once. */
final class DurationReader {
  private static final Pattern PART = Pattern.compile("([0-9]+(?:_[0-9]+)*)(ms|s|m|h|d)");
  private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");

  private final Reporter reporter;

  DurationReader(Reporter reporter) {
    this.reporter = reporter;
  }

  static boolean looksLikeOne(String literal) {
    return WHOLE.matcher(literal).matches();
  }

  /** The milliseconds of what {@link #looksLikeOne}; nothing if it is reported as none. */
  Optional<Long> read(String literal, Span span) {
    List<Part> parts = parts(literal);
    for (int i = 0; i < parts.size(); i++) {
      Part part = parts.get(i);
      if (part.digits().length() > 1 && part.digits().startsWith("0")) {
        MistakenNumbers.reportLeadingZero(reporter, literal, span);
        return Optional.empty();
      }
      if (i > 0 && part.unit().millis >= parts.get(i - 1).unit().millis) {
        reporter.report(
            Code.BAD_NUMBER,
            span,
            "the units of `" + MistakenNumbers.shown(literal) + "` do not go from large to small",
            "a duration is written like `1d12h30m`, each unit once");
        return Optional.empty();
      }
    }
    return sum(literal, parts, span);
  }

  private Optional<Long> sum(String literal, List<Part> parts, Span span) {
    try {
      long millis = 0;
      for (Part part : parts) {
        long amount = Long.parseLong(part.digits());
        millis = Math.addExact(millis, Math.multiplyExact(amount, part.unit().millis));
      }
      return Optional.of(millis);
    } catch (ArithmeticException | NumberFormatException outOfRange) {
      reporter.report(
          Code.BAD_NUMBER, span, "`" + MistakenNumbers.shown(literal) + "` is out of range");
      return Optional.empty();
    }
  }

  private static List<Part> parts(String literal) {
    List<Part> parts = new ArrayList<>();
    Matcher part = PART.matcher(literal);
    while (part.find()) {
      parts.add(new Part(part.group(1).replace("_", ""), Unit.of(part.group(2))));
    }
    return parts;
  }

  private record Part(String digits, Unit unit) {}

  private enum Unit {
    MS(1),
    S(1_000),
    M(60_000),
    H(3_600_000),
    D(86_400_000);

    private final long millis;

    Unit(long millis) {
      this.millis = millis;
    }

    private static Unit of(String text) {
      return switch (text) {
        case "ms" -> MS;
        case "s" -> S;
        case "m" -> M;
        case "h" -> H;
        default -> D;
      };
    }
  }
}
