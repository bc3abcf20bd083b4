package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import java.util.List;
import java.util.Optional;

/** Commas that are missing, that are too many, and what stands in their place. */
final class ListLessons {
  static final List<Lesson> ALL =
      List.of(
          ListLessons::colonBeforeNewActions,
          ListLessons::commaBeforeResource,
          ListLessons::commaAtEnd,
          ListLessons::commaInNumber,
          ListLessons::wordBetween,
          ListLessons::wordBeforeResource,
          ListLessons::commaBetweenActions,
          ListLessons::commaBetweenTypes,
          ListLessons::commaBetweenCalls,
          ListLessons::commaBetweenFields,
          ListLessons::commaBetweenNewActions);

  private ListLessons() {}

  private static Optional<Advice> commaBetweenActions(Place place) {
    boolean between =
        TokenKinds.isName(place.type())
            && place.type(1) != ZtLexer.COLON
            && place.allows(Thing.RESOURCE)
            && place.allows(ZtLexer.COMMA)
            && (place.type(1) == ZtLexer.UPPER_NAME
                || place.type(1) == ZtLexer.ON
                || place.type(1) == ZtLexer.COMMA)
            && !RuleLessons.isTypeInFile(place);
    return between
        ? place.advise(
            Code.UNEXPECTED,
            "expected `,` between two actions, found `" + place.text() + "`",
            "write `" + place.text(-1) + ", " + place.text() + "`")
        : Optional.empty();
  }

  private static Optional<Advice> commaBetweenTypes(Place place) {
    boolean between =
        place.type() == ZtLexer.UPPER_NAME
            && !TokenKinds.isUpperCaseWord(place.text())
            && place.allows(ZtLexer.COMMA)
            && place.allows(Thing.CLAUSE)
            && (place.isIn(ZtParser.RULE_resources) || place.isIn(ZtParser.RULE_subjects));
    return between
        ? place.advise(
            Code.UNEXPECTED,
            "expected `,` before `" + place.text() + "`",
            "several subjects or resources are joined by commas")
        : Optional.empty();
  }

  private static Optional<Advice> commaBetweenFields(Place place) {
    boolean between =
        place.type() == ZtLexer.COMMA
            && place.allowsAny(Thing.FIELD, Thing.STEP, Thing.TERM)
            && !place.allows(ZtLexer.COMMA);
    return between
        ? place.advise(
            Code.FOREIGN_WORD, "no comma stands between them", "leave it out; layout is free")
        : Optional.empty();
  }

  /** In {@code actions read write} the second was taken for a field. */
  private static Optional<Advice> commaBetweenNewActions(Place place) {
    boolean taken =
        place.isIn(ZtParser.RULE_entityType)
            && place.allows(ZtLexer.COLON)
            && TokenKinds.isName(place.type(-1))
            && place.type(-1) != ZtLexer.AS
            && TokenKinds.isName(place.type(-2))
            && endsActions(place.tokens(), place.at() - 2);
    return taken
        ? Optional.of(
            new Advice(
                Code.UNEXPECTED,
                place.span(-1),
                "expected `,` between two actions, found `" + place.text(-1) + "`",
                "write `" + place.text(-2) + ", " + place.text(-1) + "`"))
        : Optional.empty();
  }

  private static boolean endsActions(TokenList tokens, int last) {
    int at = last;
    while (tokens.type(at - 1) == ZtLexer.COMMA && TokenKinds.isName(tokens.type(at - 2))) {
      at -= 2;
    }
    return tokens.type(at - 1) == ZtLexer.ACTIONS;
  }

  private static Optional<Advice> commaAtEnd(Place place) {
    boolean atEnd =
        place.type(-1) == ZtLexer.COMMA
            && (TokenKinds.isCloser(place.type()) || TokenKinds.isClause(place.type()));
    return atEnd
        ? Optional.of(
            new Advice(
                Code.UNEXPECTED, place.span(-1), "nothing follows this comma", "leave it out"))
        : Optional.empty();
  }

  private static Optional<Advice> commaInNumber(Place place) {
    boolean inNumber =
        place.type() == ZtLexer.COMMA
            && place.type(-1) == ZtLexer.NUMBER
            && place.type(1) == ZtLexer.NUMBER
            && place.touches(0)
            && place.touches(1)
            && place.text(1).length() == 3;
    return inNumber
        ? place.advise(
            Code.BAD_NUMBER,
            "a number has no comma",
            "write `" + place.text(-1) + "_" + place.text(1) + "`")
        : Optional.empty();
  }

  /** What was meant as a list of actions is a field of that name. */
  private static Optional<Advice> colonBeforeNewActions(Place place) {
    boolean taken =
        place.type() == ZtLexer.COMMA
            && place.type(-2) == ZtLexer.COLON
            && place.type(-3) == ZtLexer.ACTIONS
            && place.isIn(ZtParser.RULE_entityType);
    return taken
        ? Optional.of(
            new Advice(
                Code.UNEXPECTED,
                place.span(-2),
                "no `:` stands after `actions`",
                "write `actions " + place.text(-1) + ", …`"))
        : Optional.empty();
  }

  private static Optional<Advice> commaBeforeResource(Place place) {
    boolean before =
        place.type() == ZtLexer.UPPER_NAME
            && place.type(-1) == ZtLexer.COMMA
            && place.isIn(ZtParser.RULE_actions);
    return before
        ? Optional.of(
            new Advice(
                Code.UNEXPECTED,
                place.span(-1),
                "no comma stands between the actions and their resources",
                "leave it out"))
        : Optional.empty();
  }

  private static Optional<Advice> wordBeforeResource(Place place) {
    boolean word =
        switch (place.text()) {
          case "from", "of", "in", "at", "inside" -> true;
          default -> false;
        };
    boolean resourceFollows =
        place.type(1) == ZtLexer.UPPER_NAME || place.type(1) == ZtLexer.SEGMENT;
    return word && resourceFollows && place.allows(Thing.RESOURCE) && place.allows(ZtLexer.COMMA)
        ? place.advise(
            Code.FOREIGN_WORD, "no `" + place.text() + "` stands before a resource", "write `on`")
        : Optional.empty();
  }

  /** Conditions are joined by words, lists by commas. */
  private static Optional<Advice> wordBetween(Place place) {
    boolean between =
        (place.type() == ZtLexer.AND || place.type() == ZtLexer.OR)
            && place.allows(ZtLexer.COMMA)
            && !place.allows(Thing.OPERATOR);
    return between
        ? place.advise(
            Code.FOREIGN_WORD,
            "`" + place.text() + "` joins conditions, and a comma the parts of a list",
            "write `,`")
        : Optional.empty();
  }

  private static Optional<Advice> commaBetweenCalls(Place place) {
    boolean between =
        TokenKinds.isName(place.type())
            && place.type(1) != ZtLexer.COLON
            && place.continuesLine()
            && place.allows(ZtLexer.COMMA)
            && place.isIn(ZtParser.RULE_calls)
            && !place.isIn(ZtParser.RULE_arguments);
    return between
        ? place.advise(
            Code.UNEXPECTED,
            "expected `,` before `" + place.text() + "`",
            "several of them are joined by commas")
        : Optional.empty();
  }
}
