package dev.zt.dsl.check.lint;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.SourceFiles;
import dev.zt.dsl.source.Span;
import dev.zt.policy.Expr;
import dev.zt.policy.ExprText;
import dev.zt.policy.SourceSpan;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the warnings; one for each place and matter, and none for files that are not the author's.
 */
final class Findings {
  private static final int LONGEST = 72;

  private final SourceFiles files;
  private final Diagnostics diagnostics;
  private final Set<Place> told = new HashSet<>();

  Findings(SourceFiles files, Diagnostics diagnostics) {
    this.files = files;
    this.diagnostics = diagnostics;
  }

  private record Place(Matter matter, SourceSpan span) {}

  /** What a warning is about; a place gets one of each. */
  private enum Matter {
    CONDITION,
    OTHER
  }

  /** Warns of a place; false when the place was warned of before or is not the author's. */
  boolean add(Code code, SourceSpan at, String message, @Nullable String help) {
    Source source = files.find(at.file());
    boolean condition = code == Code.NEVER_APPLIES || code == Code.CONSTANT_CONDITION;
    Matter matter = condition ? Matter.CONDITION : Matter.OTHER;
    if (source == null || !told.add(new Place(matter, at))) {
      return false;
    }
    add(code, source, source.span(at.line(), at.column(), at.length()), message, help);
    return true;
  }

  /** Warns of a place. */
  void add(Code code, Source source, Span span, String message, @Nullable String help) {
    diagnostics.add(code, source, span, message, help);
  }

  /** An expression as its author writes it, in backticks, cut when it is long. */
  static String quoted(Expr expr) {
    String text = ExprText.of(expr);
    if (text.codePointCount(0, text.length()) <= LONGEST) {
      return "`" + text + "`";
    }
    return "`" + text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…`";
  }
}
