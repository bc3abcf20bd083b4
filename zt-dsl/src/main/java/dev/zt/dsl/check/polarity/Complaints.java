package dev.zt.dsl.check.polarity;

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

/** Says of a {@code known} or {@code default} that it cannot stand where it stands; once each. */
final class Complaints {
  private static final String OPEN_THE_RULE =
      "if that is meant, say why it is safe: `@open(\"…\")` before the rule";
  private static final String OPEN_A_LET =
      "if that is meant, name it by a `let` and say why it is safe: `@open(\"…\")` before it";

  private final SourceFiles files;
  private final Diagnostics diagnostics;
  private final Set<SourceSpan> told = new HashSet<>();

  Complaints(SourceFiles files, Diagnostics diagnostics) {
    this.files = files;
    this.diagnostics = diagnostics;
  }

  /** A {@code known}, which may stand in opening positions only. */
  void known(Expr.Known known, Place place) {
    boolean hidesNothing = known.operand() instanceof Expr.Literal;
    if (hidesNothing || place.position() == Position.OPENING || isExcused(known.span(), place)) {
      return;
    }
    Expr.Not not = place.negation();
    Expr written = not != null && isWithin(known.span(), not.span()) ? not : known;
    switch (place.position()) {
      case OPENING -> {}
      case CLOSING ->
          tell(
              Code.OPENS_WHEN_HIDDEN,
              written,
              known.operand(),
              place,
              "stand " + where(place),
              help(place));
      case EITHER ->
          tell(
              Code.OPENS_WHEN_HIDDEN,
              written,
              known.operand(),
              place,
              "stand " + where(place),
              "compare the risk by `<`, `<=`, `>` or `>=`");
      case OPERAND ->
          tell(
              Code.KNOWN_AS_OPERAND,
              known,
              known.operand(),
              place,
              "be an operand",
              "`known(…)` stands by itself, joined by `and`, `or` and `not`");
      case BEHAVIOR, FIELD -> inDeclaration(written, place);
    }
  }

  /** A {@code default}, which may stand nowhere. */
  void defaulted(Expr.Default defaulted, Place place) {
    if (isExcused(defaulted.span(), place)) {
      return;
    }
    if (place.position().isForAll()) {
      inDeclaration(defaulted, place);
    } else {
      tell(
          Code.DEFAULT_UNEXPLAINED,
          defaulted,
          defaulted.operand(),
          place,
          "stand here",
          sayWhy(place));
    }
  }

  private static String where(Place place) {
    Expr.RiskCompare comparison = place.comparison();
    return comparison == null ? "here" : "in this term under `" + ExprText.of(comparison) + "`";
  }

  private static String help(Place place) {
    if (!place.closes()) {
      return sayWhy(place);
    }
    return place.let() == null
        ? "leave it out: an unknown already closes"
        : "leave it out there: an unknown already closes";
  }

  private static String sayWhy(Place place) {
    return place.mayOpen() ? OPEN_THE_RULE : OPEN_A_LET;
  }

  private void inDeclaration(Expr written, Place place) {
    LetUse let = writtenIn(written.span(), place);
    Expr pointed = let == null ? written : let.outermost();
    boolean behavior = place.position() == Position.BEHAVIOR;
    report(
        behavior ? Code.KNOWN_IN_BEHAVIOR : Code.KNOWN_IN_FIELD,
        pointed.span(),
        "`"
            + asWritten(pointed)
            + "` cannot stand in "
            + (behavior ? "a behavior" : "a derived field")
            + (let == null ? "" : ": it holds `" + ExprText.of(written) + "`"),
        behavior
            ? "what a behavior remembers does not depend on what is unknown"
            : "a `let` can hold it, and is judged where it is used");
  }

  /** A derived field names the fields beside it without their owner. */
  private String asWritten(Expr expr) {
    SourceSpan span = expr.span();
    Source source = files.find(span.file());
    String text =
        source == null ? "" : source.text(source.span(span.line(), span.column(), span.length()));
    return text.isEmpty() || text.indexOf('\n') >= 0 ? ExprText.of(expr) : text;
  }

  private void tell(Code code, Expr written, Expr operand, Place place, String what, String help) {
    LetUse let = writtenIn(written.span(), place);
    Expr pointed = let == null ? written : let.outermost();
    String because = "hiding " + HiddenFacts.of(operand) + " would open the door";
    report(
        code,
        pointed.span(),
        "`"
            + ExprText.of(pointed)
            + "` cannot "
            + what
            + ": "
            + (let == null ? because : "it holds `" + ExprText.of(written) + "`, and " + because),
        help);
  }

  private void report(Code code, SourceSpan span, String message, String help) {
    Source source = files.find(span.file());
    if (source != null && told.add(span)) {
      diagnostics.add(
          code, source, source.span(span.line(), span.column(), span.length()), message, help);
    }
  }

  /** Whether something written in that place stands in a let that may open. */
  boolean isExcused(SourceSpan written, Place place) {
    LetUse let = writtenIn(written, place);
    return !place.position().isForAll() && (place.open() || (let != null && let.isOpen()));
  }

  /**
   * The use of the let in whose declaration something is written; null when the rule or risk holds
   * it. An argument is written where the let is used, though it ends up in its body.
   */
  private @Nullable LetUse writtenIn(SourceSpan written, Place place) {
    for (LetUse let = place.let(); let != null; let = let.within()) {
      if (isWithin(written, let.use().span())) {
        return let.within();
      }
    }
    return place.let();
  }

  private boolean isWithin(SourceSpan inner, SourceSpan outer) {
    Source source = files.find(outer.file());
    if (source == null || !inner.file().equals(outer.file())) {
      return false;
    }
    Span a = source.span(inner.line(), inner.column(), inner.length());
    Span b = source.span(outer.line(), outer.column(), outer.length());
    return b.start() <= a.start() && a.end() <= b.end();
  }
}
