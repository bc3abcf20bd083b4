package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mistakes in conditions and values. */
final class ExpressionLessons {
  static final List<Lesson> ALL =
      List.of(
          ExpressionLessons::quantifier,
          ExpressionLessons::known,
          ExpressionLessons::otherQuantifier,
          ExpressionLessons::conditionInBraces,
          ExpressionLessons::doubleColon,
          ExpressionLessons::comment,
          ExpressionLessons::arrow,
          ExpressionLessons::conditionalValue,
          ExpressionLessons::index,
          ExpressionLessons::operatorOfAnotherLanguage,
          ExpressionLessons::is,
          ExpressionLessons::upperCaseWord,
          ExpressionLessons::roleAsName);

  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("like", "a pattern is tested with `matches`"),
          Map.entry("match", "a pattern is tested with `matches`"),
          Map.entry("regex", "a pattern is tested with `matches`"),
          Map.entry("between", "write `x >= a and x <= b`"),
          Map.entry("has", "write `contains`"),
          Map.entry("have", "write `contains`"),
          Map.entry("include", "write `contains`"),
          Map.entry("includes", "write `contains`"),
          Map.entry("containsany", "write `contains any`"),
          Map.entry("containsall", "write `contains all`"),
          Map.entry("startswith", "write `starts with`"),
          Map.entry("endswith", "write `ends with`"),
          Map.entry("equals", "write `==`"),
          Map.entry("equal", "write `==`"),
          Map.entry("eq", "write `==`"),
          Map.entry("ne", "write `!=`"),
          Map.entry("neq", "write `!=`"),
          Map.entry("lt", "write `<`"),
          Map.entry("le", "write `<=`"),
          Map.entry("lte", "write `<=`"),
          Map.entry("gt", "write `>`"),
          Map.entry("ge", "write `>=`"),
          Map.entry("gte", "write `>=`"),
          Map.entry("isnt", "write `!=`"),
          Map.entry("notin", "write `not in`"),
          Map.entry(
              "xor", "of two conditions one alone holds when `(a and not b) or (b and not a)`"),
          Map.entry("plus", "write `+`"),
          Map.entry("minus", "write `-`"),
          Map.entry("then", "a rule has no `then`; it says its effect first"));

  private ExpressionLessons() {}

  private static Optional<Advice> quantifier(Place place) {
    boolean lacksCondition =
        place.allows(ZtLexer.COLON)
            && place.isIn(ZtParser.RULE_quantified)
            && (place.type() == ZtLexer.CLOSE_PAREN
                || place.type() == ZtLexer.COMMA
                || place.type() == ZtLexer.ARROW
                || place.type() == ZtLexer.WHERE);
    return lacksCondition
        ? place.advise(
            Code.UNEXPECTED,
            "expected `:` and a condition, found `" + place.text() + "`",
            "`any(x in subject.roles: x == \"admin\")` goes through the elements of a set")
        : Optional.empty();
  }

  /** In {@code exists(x in s: …)} only the colon does not fit. */
  private static Optional<Advice> otherQuantifier(Place place) {
    if (place.type() != ZtLexer.COLON || !place.isIn(ZtParser.RULE_arguments)) {
      return Optional.empty();
    }
    int distance = -1;
    boolean goesThroughSet = false;
    while (place.at() + distance > place.start() && place.type(distance) != ZtLexer.OPEN_PAREN) {
      goesThroughSet |= place.type(distance) == ZtLexer.IN;
      distance--;
    }
    return goesThroughSet
        ? Optional.of(
            new Advice(
                Code.FOREIGN_WORD,
                place.span(distance - 1),
                "`" + place.text(distance - 1) + "` does not go through a set",
                "there are `any(x in subject.roles: …)` and `all(…)`"))
        : Optional.empty();
  }

  private static Optional<Advice> conditionInBraces(Place place) {
    boolean inBraces =
        place.isIn(ZtParser.RULE_properties)
            && place.allows(ZtLexer.COLON)
            && place.type(-2) == ZtLexer.OPEN_BRACE
            && (place.isIn(ZtParser.RULE_clause) || place.isIn(ZtParser.RULE_let));
    return inBraces
        ? Optional.of(
            new Advice(
                Code.FOREIGN_WORD,
                place.span(-2),
                "a condition has no braces",
                "leave them out, or write `(…)`"))
        : Optional.empty();
  }

  private static Optional<Advice> doubleColon(Place place) {
    boolean twice =
        place.type() == ZtLexer.COLON && place.type(1) == ZtLexer.COLON && place.touches(1);
    return twice
        ? Optional.of(
            new Advice(
                Code.FOREIGN_WORD,
                place.span().to(place.span(1)),
                "there is no `::`",
                "a field stands after a dot; one entity is `Type \"id\"`"))
        : Optional.empty();
  }

  private static Optional<Advice> known(Place place) {
    int function = place.type(-1);
    boolean lacksParenthesis =
        (function == ZtLexer.KNOWN || function == ZtLexer.DEFAULT)
            && place.allows(ZtLexer.OPEN_PAREN);
    return lacksParenthesis
        ? place.advise(
            Code.UNEXPECTED,
            "expected `(` after `" + place.text(-1) + "`",
            function == ZtLexer.KNOWN
                ? "write `known(device.id)`"
                : "write `default(device.score, 0)`")
        : Optional.empty();
  }

  /** Two hyphens, and words after them. */
  private static Optional<Advice> comment(Place place) {
    for (int distance = -1; distance >= -3; distance--) {
      boolean dashes =
          place.at() + distance > place.start()
              && place.type(distance) == ZtLexer.MINUS
              && place.type(distance - 1) == ZtLexer.MINUS
              && place.touches(distance);
      if (dashes && place.continuesLine()) {
        return Optional.of(
            new Advice(
                Code.FOREIGN_WORD,
                place.span(distance - 1).to(place.span(distance)),
                "`--` begins no comment",
                "write `//`"));
      }
    }
    return Optional.empty();
  }

  private static Optional<Advice> arrow(Place place) {
    return place.type() == ZtLexer.ARROW && place.allows(Thing.OPERATOR)
        ? place.advise(Code.FOREIGN_WORD, "`=>` does not compare", "did you mean `>=`?")
        : Optional.empty();
  }

  private static Optional<Advice> conditionalValue(Place place) {
    return place.type() == ZtLexer.QUESTION && place.allows(Thing.OPERATOR)
        ? place.advise(
            Code.NO_SUCH_FORM,
            "there is no conditional value",
            "join the cases with `and` and `or`: `(a and b) or (not a and c)`")
        : Optional.empty();
  }

  private static Optional<Advice> index(Place place) {
    boolean index =
        place.type() == ZtLexer.OPEN_BRACKET && place.allows(Thing.OPERATOR) && place.touches(0);
    return index
        ? place.advise(
            Code.NO_SUCH_FORM,
            "values have no index",
            "a field stands after a dot; `any(x in " + place.text(-1) + ": …)` goes through a set")
        : Optional.empty();
  }

  private static Optional<Advice> operatorOfAnotherLanguage(Place place) {
    @Nullable String help = OPERATORS.get(place.text().toLowerCase(Locale.ROOT));
    boolean operator = place.allows(Thing.OPERATOR) && help != null;
    return operator && TokenKinds.isWord(place.type()) && place.type(1) != ZtLexer.COLON
        ? place.advise(Code.FOREIGN_WORD, "there is no operator `" + place.text() + "`", help)
        : Optional.empty();
  }

  private static Optional<Advice> is(Place place) {
    boolean value =
        switch (place.type()) {
          case ZtLexer.STRING, ZtLexer.NUMBER, ZtLexer.TRUE, ZtLexer.FALSE, ZtLexer.OPEN_BRACKET ->
              true;
          default -> false;
        };
    return place.type(-1) == ZtLexer.IS && value
        ? Optional.of(
            new Advice(
                Code.FOREIGN_WORD,
                place.span(-1),
                "`is` tests for none or for a type",
                "write `==`"))
        : Optional.empty();
  }

  private static Optional<Advice> upperCaseWord(Place place) {
    int distance = TokenKinds.isUpperCaseWord(place.text(-1)) ? -1 : 0;
    String word = place.text(distance);
    boolean fits = distance == -1 || place.allowsAny(Thing.OPERATOR, Thing.CLAUSE, Thing.VALUE);
    return TokenKinds.isUpperCaseWord(word) && fits && place.at() > place.start()
        ? Optional.of(
            new Advice(
                Code.FOREIGN_WORD,
                place.span(distance),
                "the words of the language are lower-case",
                "write `" + word.toLowerCase(Locale.ROOT) + "`"))
        : Optional.empty();
  }

  /** {@code group} and {@code role} begin a condition, and are names only after a dot. */
  private static Optional<Advice> roleAsName(Place place) {
    int word = place.type(-1);
    boolean inExpression = place.isIn(ZtParser.RULE_subjectTest);
    return inExpression && (word == ZtLexer.ROLE || word == ZtLexer.GROUP)
        ? Optional.of(
            new Advice(
                Code.KEYWORD_AS_NAME,
                place.span(-1),
                "`" + place.text(-1) + "` is a word of the language and tests the subject here",
                "write `"
                    + place.text(-1)
                    + " \"…\"`; a constant of that name needs its enum, as in"
                    + " `Kind."
                    + place.text(-1)
                    + "`"))
        : Optional.empty();
  }
}
