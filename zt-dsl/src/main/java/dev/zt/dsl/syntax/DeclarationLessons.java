package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Mistakes in how declarations begin, and in their blocks. */
final class DeclarationLessons {
  /** Where a declaration should begin. */
  static final List<Lesson> AT_START =
      List.of(
          DeclarationLessons::closesNothing,
          DeclarationLessons::upperCaseLabel,
          DeclarationLessons::keywordAsLabel,
          DeclarationLessons::quotedLabel,
          DeclarationLessons::labelWithoutColon,
          DeclarationLessons::clauseWithoutRule,
          NameLessons::hyphenAtStart,
          DeclarationLessons::unknownDeclaration);

  /** Inside of one. */
  static final List<Lesson> ALL =
      List.of(
          DeclarationLessons::labelWithoutColonBefore,
          DeclarationLessons::unknownDeclarationBefore,
          DeclarationLessons::swallowedName,
          DeclarationLessons::squareBracketsInType,
          DeclarationLessons::closingSignRunsIntoEqualSign,
          DeclarationLessons::colonBeforeEqualSign,
          DeclarationLessons::otherSignForEqualSign,
          DeclarationLessons::inheritance,
          DeclarationLessons::optionalName,
          DeclarationLessons::actionForActions,
          DeclarationLessons::unlessInElevation,
          DeclarationLessons::whenInBehavior);

  private static final Map<String, String> ELSEWHERE =
      Map.ofEntries(
          Map.entry("type", "a type is declared by `entity`, `record` or `enum`"),
          Map.entry("class", "a type is declared by `entity`, `record` or `enum`"),
          Map.entry("struct", "a type is declared by `entity`, `record` or `enum`"),
          Map.entry("resource", "a type is declared by `entity`; one with actions is a resource"),
          Map.entry("subject", "a type is declared by `entity`; any of them can be a subject"),
          Map.entry("rule", "a rule begins with its label, as in `my_rule: permit …`"),
          Map.entry("policy", "a rule begins with its label, as in `my_rule: permit …`"),
          Map.entry("actions", "actions are declared inside of an `entity`"),
          Map.entry("group", "groups are not declared; `group \"staff\"` tests for one"),
          Map.entry("const", "a named value is declared by `let`"),
          Map.entry("var", "a named value is declared by `let`"),
          Map.entry("val", "a named value is declared by `let`"),
          Map.entry("def", "a named value is declared by `let`"),
          Map.entry("function", "a named condition is declared by `let`"),
          Map.entry("fn", "a named condition is declared by `let`"),
          Map.entry("fun", "a named condition is declared by `let`"),
          Map.entry("condition", "a named condition is declared by `let`"),
          Map.entry("package", "the header of a file is `module a.b.c`"),
          Map.entry("namespace", "the header of a file is `module a.b.c`"),
          Map.entry("using", "another module is brought in by `import a.b.c`"),
          Map.entry("include", "another module is brought in by `import a.b.c`"),
          Map.entry("use", "another module is brought in by `import a.b.c`"));

  private DeclarationLessons() {}

  private static Optional<Advice> closesNothing(Place place) {
    return TokenKinds.isCloser(place.type())
        ? place.advise(Code.UNBALANCED, "`" + place.text() + "` closes nothing", "leave it out")
        : Optional.empty();
  }

  private static Optional<Advice> upperCaseLabel(Place place) {
    boolean isLabel = place.type() == ZtLexer.UPPER_NAME && place.type(1) == ZtLexer.COLON;
    return isLabel
        ? place.advise(
            Code.BAD_NAME,
            "a label begins lower-case",
            "write `" + NameLessons.lower(place.text()) + "`")
        : Optional.empty();
  }

  private static Optional<Advice> keywordAsLabel(Place place) {
    boolean isLabel = TokenKinds.isReserved(place.type()) && place.type(1) == ZtLexer.COLON;
    return isLabel
        ? place.advise(
            Code.KEYWORD_AS_NAME,
            "`" + place.text() + "` is a word of the language and no label",
            "choose another one")
        : Optional.empty();
  }

  private static Optional<Advice> quotedLabel(Place place) {
    return place.type() == ZtLexer.STRING && place.type(1) == ZtLexer.COLON
        ? place.advise(Code.BAD_NAME, "a label stands without quotes", "leave them out")
        : Optional.empty();
  }

  private static Optional<Advice> labelWithoutColon(Place place) {
    return place.type() == ZtLexer.LOWER_NAME && TokenKinds.isEffect(place.type(1))
        ? labelWithoutColon(place, 0)
        : Optional.empty();
  }

  private static Optional<Advice> labelWithoutColonBefore(Place place) {
    boolean afterLabel =
        place.at() == place.start() + 1
            && place.type(-1) == ZtLexer.LOWER_NAME
            && TokenKinds.isEffect(place.type());
    return afterLabel ? labelWithoutColon(place, -1) : Optional.empty();
  }

  private static Optional<Advice> labelWithoutColon(Place place, int distance) {
    String label = place.text(distance);
    return Optional.of(
        new Advice(
            Code.UNEXPECTED,
            place.span(distance),
            "expected `:` after the label `" + label + "`",
            "write `" + label + ": " + place.text(distance + 1) + " …`"));
  }

  private static Optional<Advice> clauseWithoutRule(Place place) {
    return TokenKinds.isClause(place.type())
        ? place.advise(
            Code.MISPLACED_CLAUSE,
            "`" + place.text() + "` is a clause of a rule, and no rule stands before it",
            "a rule begins with its label, as in `my_rule: permit …`")
        : Optional.empty();
  }

  private static Optional<Advice> unknownDeclaration(Place place) {
    return TokenKinds.isWord(place.type()) ? unknownDeclaration(place, 0) : Optional.empty();
  }

  /** A word that was taken for a label, and no colon follows it. */
  private static Optional<Advice> unknownDeclarationBefore(Place place) {
    boolean taken =
        place.at() == place.start() + 1
            && place.isIn(ZtParser.RULE_rule_)
            && place.allows(ZtLexer.COLON)
            && place.type() != ZtLexer.MINUS;
    return taken ? unknownDeclaration(place, -1) : Optional.empty();
  }

  private static Optional<Advice> unknownDeclaration(Place place, int distance) {
    String word = place.text(distance);
    String help = ELSEWHERE.get(word);
    return Optional.of(
        new Advice(
            Code.UNKNOWN_DECLARATION,
            place.span(distance),
            "no declaration begins with `" + word + "`",
            help != null ? help : suggestion(word)));
  }

  private static String suggestion(String word) {
    return Nearest.help(word, TokenKinds.declaringWords())
        .or(() -> Nearest.help(word, TokenKinds.effectWords()))
        .orElse("a rule begins with its label, as in `my_rule: permit …`");
  }

  /**
   * Whether the name before was taken for a value or a type that is missing, and is what comes
   * next: a label, a field, an action of a test.
   */
  static boolean isSwallowed(TokenList tokens, int at) {
    int before = tokens.type(at - 2);
    boolean lacksSomething =
        before == ZtLexer.COLON
            || before == ZtLexer.ASSIGN
            || before == ZtLexer.TO
            || before == ZtLexer.ON
            || before == ZtLexer.COMMA
            || TokenKinds.isClause(before)
            || TokenKinds.isOperatorWord(before)
            || TokenKinds.isComparison(before);
    return switch (tokens.type(at)) {
      case ZtLexer.COLON ->
          TokenKinds.isWord(tokens.type(at - 1))
              && lacksSomething
              && (TokenKinds.isEffect(tokens.type(at + 1)) || before == ZtLexer.COLON);
      case ZtLexer.ARROW -> TokenKinds.isName(tokens.type(at - 1)) && TokenKinds.isName(before);
      default -> false;
    };
  }

  private static Optional<Advice> swallowedName(Place place) {
    boolean inFixture = place.type() != ZtLexer.ARROW || place.isIn(ZtParser.RULE_fixture);
    if (!isSwallowed(place.tokens(), place.at()) || !inFixture) {
      return Optional.empty();
    }
    String missing =
        switch (place.type(-2)) {
          case ZtLexer.TO -> "an action";
          case ZtLexer.ON -> "a resource";
          case ZtLexer.FOR -> "a subject";
          case ZtLexer.COLON -> "a type";
          case ZtLexer.COMMA -> "something";
          case ZtLexer.WHEN, ZtLexer.UNLESS, ZtLexer.AND, ZtLexer.OR, ZtLexer.NOT -> "a condition";
          default -> "a value";
        };
    return Optional.of(
        new Advice(
            Code.UNEXPECTED,
            place.span(-2),
            "expected " + missing + " after `" + place.text(-2) + "`",
            null));
  }

  private static Optional<Advice> squareBracketsInType(Place place) {
    boolean afterType =
        place.type() == ZtLexer.OPEN_BRACKET
            && place.allows(ZtLexer.QUESTION)
            && TokenKinds.isWord(place.type(-1));
    return afterType
        ? place.advise(
            Code.NO_SUCH_FORM,
            "a type has no square brackets",
            "several values are a `set<" + place.text(-1) + ">`")
        : Optional.empty();
  }

  private static Optional<Advice> closingSignRunsIntoEqualSign(Place place) {
    return place.type() == ZtLexer.GREATER_OR_EQUAL
            && place.allows(ZtLexer.GREATER)
            && place.isIn(ZtParser.RULE_type)
        ? place.advise(Code.UNEXPECTED, "`>=` is one sign here", "put a blank between `>` and `=`")
        : Optional.empty();
  }

  private static Optional<Advice> colonBeforeEqualSign(Place place) {
    boolean sign =
        place.type() == ZtLexer.ASSIGN && place.type(-1) == ZtLexer.COLON && place.touches(0);
    return sign
        ? Optional.of(
            new Advice(
                Code.FOREIGN_WORD,
                place.span(-1).to(place.span()),
                "there is no `:=`",
                "write `=`"))
        : Optional.empty();
  }

  private static Optional<Advice> otherSignForEqualSign(Place place) {
    boolean sign =
        place.type() == ZtLexer.ARROW
            || (place.type() == ZtLexer.COLON && !place.allows(ZtLexer.COLON));
    return sign && place.allows(ZtLexer.ASSIGN) && !place.isIn(ZtParser.RULE_field)
        ? place.advise(
            Code.FOREIGN_WORD, "no `" + place.text() + "` stands before the value", "write `=`")
        : Optional.empty();
  }

  private static Optional<Advice> inheritance(Place place) {
    boolean sign =
        place.type() == ZtLexer.COLON
            || place.type() == ZtLexer.LESS
            || place.text().equals("extends");
    return sign && place.isIn(ZtParser.RULE_entityType) && place.allows(ZtLexer.IN)
        ? place.advise(
            Code.NO_SUCH_FORM,
            "a type inherits from no other",
            "what it may be a member of stands after `in`")
        : Optional.empty();
  }

  private static Optional<Advice> optionalName(Place place) {
    return place.type() == ZtLexer.QUESTION && place.allows(ZtLexer.COLON)
        ? place.advise(
            Code.UNEXPECTED,
            "the `?` stands after the type",
            "write `" + place.text(-1) + ": type?`")
        : Optional.empty();
  }

  private static Optional<Advice> actionForActions(Place place) {
    boolean taken =
        place.type(-1) == ZtLexer.ACTION
            && place.isIn(ZtParser.RULE_entityType)
            && TokenKinds.isName(place.type());
    return taken
        ? Optional.of(
            new Advice(
                Code.UNEXPECTED,
                place.span(-1),
                "expected a field or `actions`, found `action`",
                "did you mean `actions`?"))
        : Optional.empty();
  }

  private static Optional<Advice> unlessInElevation(Place place) {
    return place.type() == ZtLexer.UNLESS && place.isIn(ZtParser.RULE_elevation)
        ? place.advise(
            Code.MISPLACED_CLAUSE, "an elevation has no `unless`", "write `when not (…)`")
        : Optional.empty();
  }

  private static Optional<Advice> whenInBehavior(Place place) {
    return place.type() == ZtLexer.WHEN && place.isIn(ZtParser.RULE_behavior)
        ? place.advise(Code.FOREIGN_WORD, "a behavior has no `when`", "write `where`")
        : Optional.empty();
  }
}
