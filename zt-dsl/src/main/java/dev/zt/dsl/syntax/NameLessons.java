package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import java.util.List;
import java.util.Optional;

/** Mistakes in names, and in texts that should be names or the other way round. */
final class NameLessons {
  static final List<Lesson> ALL =
      List.of(
          NameLessons::hyphen,
          NameLessons::upperCase,
          NameLessons::keyword,
          NameLessons::quotedName,
          NameLessons::unquotedText);

  private static final int MOST_SUGGESTED = 100;

  private NameLessons() {}

  static String lower(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  static String upper(String name) {
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  private static boolean wantsName(Place place) {
    return place.allowsAny(
        Thing.NAME,
        Thing.MODULE,
        Thing.ACTION,
        Thing.CALL,
        Thing.CONSTANT,
        Thing.FIELD,
        Thing.PARAMETER,
        Thing.PROPERTY,
        Thing.FACT,
        Thing.STEP);
  }

  /** Between values a hyphen is a minus sign, elsewhere it was meant as part of a name. */
  private static Optional<Advice> hyphen(Place place) {
    return place.allows(Thing.OPERATOR) ? Optional.empty() : hyphenAfter(place, -1);
  }

  static Optional<Advice> hyphenAtStart(Place place) {
    return hyphenAfter(place, 0);
  }

  private static Optional<Advice> hyphenAfter(Place place, int first) {
    int last = first;
    StringBuilder name = new StringBuilder(place.text(first));
    while (TokenKinds.isWord(place.type(last))
        && place.type(last + 1) == ZtLexer.MINUS
        && place.touches(last + 1)
        && place.touches(last + 2)
        && TokenKinds.isWord(place.type(last + 2))) {
      last += 2;
      name.append('_').append(place.text(last));
    }
    if (last == first) {
      return Optional.empty();
    }
    Span span = place.span(first).to(place.span(last));
    return Optional.of(
        new Advice(
            Code.BAD_NAME, span, "a name has letters, digits and `_`", "write `" + name + "`"));
  }

  private static Optional<Advice> upperCase(Place place) {
    boolean wrong =
        place.type() == ZtLexer.UPPER_NAME
            && wantsName(place)
            && !place.allowsAny(Thing.TYPE, Thing.VALUE, Thing.RESOURCE);
    return wrong
        ? place.advise(
            Code.BAD_NAME,
            "only the name of a type begins upper-case",
            "write `" + lower(place.text()) + "`")
        : Optional.empty();
  }

  private static Optional<Advice> keyword(Place place) {
    boolean isKeyword =
        TokenKinds.isReserved(place.type())
            && (place.continuesLine() || !TokenKinds.isDeclaring(place.type()));
    if (!isKeyword) {
      return Optional.empty();
    }
    String message = "`" + place.text() + "` is a word of the language and no name here";
    if (place.allows(Thing.ACTION) && !TokenKinds.isClause(place.type())) {
      return place.advise(
          Code.KEYWORD_AS_NAME,
          message,
          "an action can have another name in the policy: `actions do_"
              + place.text()
              + " as \""
              + place.text()
              + "\"`");
    }
    if (place.allows(Thing.VALUE) && isNoOperator(place)) {
      return place.advise(
          Code.KEYWORD_AS_NAME,
          message,
          "a constant of that name needs its enum, as in `Kind." + place.text() + "`");
    }
    boolean name =
        place.allowsAny(Thing.NAME, Thing.MODULE, Thing.CALL, Thing.TYPE)
            && !place.allows(Thing.CLAUSE);
    boolean declared = TokenKinds.isDeclaring(place.type(-1)) || beginsNames(place.type(-1));
    return name && (declared || isNoOperator(place))
        ? place.advise(Code.KEYWORD_AS_NAME, message, "choose another name")
        : Optional.empty();
  }

  /** Whether a name follows, and no operator can. */
  private static boolean beginsNames(int type) {
    return type == ZtLexer.FOR || type == ZtLexer.OPEN_PAREN || type == ZtLexer.COMMA;
  }

  private static boolean isNoOperator(Place place) {
    return switch (place.type()) {
      case ZtLexer.AND,
          ZtLexer.OR,
          ZtLexer.IN,
          ZtLexer.IS,
          ZtLexer.NOT,
          ZtLexer.CONTAINS,
          ZtLexer.MATCHES,
          ZtLexer.STARTS,
          ZtLexer.ENDS,
          ZtLexer.BY,
          ZtLexer.OVER,
          ZtLexer.ON ->
          false;
      default -> !TokenKinds.isClause(place.type());
    };
  }

  private static Optional<Advice> quotedName(Place place) {
    boolean quoted =
        place.type() == ZtLexer.STRING
            && (wantsName(place) || place.allows(Thing.TYPE))
            && !place.allowsAny(Thing.VALUE, Thing.TEXT);
    if (!quoted) {
      return Optional.empty();
    }
    String inner = place.text().substring(1, Math.max(1, place.text().length() - 1));
    boolean isName =
        inner.length() <= MOST_SUGGESTED
            && inner.matches("[A-Za-z][A-Za-z0-9_]*(\\.[a-z][A-Za-z0-9_]*)*");
    return place.advise(
        Code.UNEXPECTED, "a name stands without quotes", isName ? "write `" + inner + "`" : null);
  }

  private static Optional<Advice> unquotedText(Place place) {
    boolean textOnly =
        place.allows(Thing.TEXT)
            && place.ways().things().size() == 1
            && place.ways().tokens().isEmpty();
    boolean unquoted =
        TokenKinds.isWord(place.type())
            && place.continuesLine()
            && !(place.isIn(ZtParser.RULE_annotation) && place.type(1) == ZtLexer.COLON)
            && (textOnly || place.type(-1) == ZtLexer.AS);
    return unquoted
        ? place.advise(
            Code.UNEXPECTED, "a text stands in double quotes", "write `\"" + place.text() + "\"`")
        : Optional.empty();
  }
}
