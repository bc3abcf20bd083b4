package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Mistakes in rules. */
final class RuleLessons {
  static final List<Lesson> ALL =
      List.of(
          RuleLessons::effect,
          RuleLessons::anyone,
          RuleLessons::quotedSubject,
          RuleLessons::anyAction,
          RuleLessons::anyWithoutAction,
          RuleLessons::roleAsResource,
          RuleLessons::brace,
          RuleLessons::colonAfterClause,
          RuleLessons::otherwise,
          RuleLessons::to,
          RuleLessons::clause,
          RuleLessons::lowerCaseResource);

  private static final Map<String, String> CLAUSES =
      Map.ofEntries(
          Map.entry("where", "when"),
          Map.entry("provided", "when"),
          Map.entry("only", "when"),
          Map.entry("except", "unless"),
          Map.entry("but", "unless"),
          Map.entry("message", "because"),
          Map.entry("reason", "because"),
          Map.entry("otherwise", "else"),
          Map.entry("using", "with"));

  private RuleLessons() {}

  private static Optional<Advice> effect(Place place) {
    if (!place.allows(Thing.EFFECT)) {
      return Optional.empty();
    }
    String help =
        Nearest.help(place.text(), TokenKinds.effectWords())
            .orElse("a rule reads `my_rule: permit SUBJECTS to ACTIONS RESOURCES`");
    return place.advise(
        Code.UNEXPECTED,
        "expected "
            + Thing.EFFECT.words()
            + ", found "
            + (place.isEnd() ? "the end of the file" : Expected.quoted(place.text())),
        help);
  }

  private static Optional<Advice> anyone(Place place) {
    boolean everything =
        place.type() == ZtLexer.ANY || place.type() == ZtLexer.ALL || place.type() == ZtLexer.TIMES;
    return place.allows(Thing.SUBJECT) && everything
        ? place.advise(
            Code.FOREIGN_WORD, "`" + place.text() + "` is no subject", "did you mean `anyone`?")
        : Optional.empty();
  }

  private static Optional<Advice> quotedSubject(Place place) {
    boolean quoted = place.type() == ZtLexer.STRING;
    if (place.allows(Thing.SUBJECT) && quoted) {
      return place.advise(
          Code.UNEXPECTED,
          "a text alone is no subject",
          "write `role "
              + place.text()
              + "`, `group "
              + place.text()
              + "` or `Type "
              + place.text()
              + "`");
    }
    return Optional.empty();
  }

  private static Optional<Advice> anyAction(Place place) {
    boolean everything =
        place.type() == ZtLexer.ALL
            || place.type() == ZtLexer.TIMES
            || place.type() == ZtLexer.ANYONE;
    return place.allows(Thing.ACTION) && everything
        ? place.advise(
            Code.FOREIGN_WORD, "`" + place.text() + "` is no action", "did you mean `any action`?")
        : Optional.empty();
  }

  private static Optional<Advice> otherwise(Place place) {
    boolean atOtherwise = place.type(-1) == ZtLexer.ELSE && place.allows(ZtLexer.DENY);
    if (!atOtherwise) {
      return Optional.empty();
    }
    String help =
        switch (place.type()) {
          case ZtLexer.FORBID -> "did you mean `deny`?";
          case ZtLexer.WHEN, ZtLexer.PERMIT, ZtLexer.REQUIRE ->
              "there is no other case; further conditions are rules of their own";
          default -> otherwiseName(place);
        };
    return help == null
        ? Optional.empty()
        : place.advise(
            Code.UNEXPECTED,
            "expected `deny`, `challenge` or `restrict`, found `" + place.text() + "`",
            help);
  }

  private static @Nullable String otherwiseName(Place place) {
    if (!TokenKinds.isName(place.type()) || !place.continuesLine()) {
      return null;
    }
    if (place.text().equals("if")) {
      return "there is no other case; further conditions are rules of their own";
    }
    return Nearest.help(place.text(), List.of("deny", "challenge", "restrict"))
        .orElse("did you mean `challenge " + place.text() + "`?");
  }

  /** Whether it is how another language begins a further case. */
  static boolean isElseIf(String word) {
    return word.equals("elsif") || word.equals("elseif") || word.equals("elif");
  }

  private static Optional<Advice> anyWithoutAction(Place place) {
    return place.type(-1) == ZtLexer.ANY && place.allows(ZtLexer.ACTION)
        ? Optional.of(
            new Advice(
                Code.UNEXPECTED, place.span(-1), "`any` alone is no action", "write `any action`"))
        : Optional.empty();
  }

  private static Optional<Advice> brace(Place place) {
    return place.type() == ZtLexer.OPEN_BRACE
            && place.allows(Thing.CLAUSE)
            && place.isIn(ZtParser.RULE_rule_)
        ? place.advise(Code.FOREIGN_WORD, "a rule has no braces", "leave them out")
        : Optional.empty();
  }

  private static Optional<Advice> colonAfterClause(Place place) {
    return place.type() == ZtLexer.COLON && TokenKinds.isClause(place.type(-1))
        ? place.advise(
            Code.FOREIGN_WORD, "no `:` stands after `" + place.text(-1) + "`", "leave it out")
        : Optional.empty();
  }

  private static Optional<Advice> roleAsResource(Place place) {
    boolean role = place.type() == ZtLexer.ROLE || place.type() == ZtLexer.GROUP;
    return place.allows(Thing.RESOURCE) && role
        ? place.advise(
            Code.UNEXPECTED,
            "a " + place.text() + " is no resource",
            "a resource is a `Type`, a `Type \"id\"` or a segment")
        : Optional.empty();
  }

  /** The actions follow the subjects at once. */
  private static Optional<Advice> to(Place place) {
    boolean actions =
        (TokenKinds.isName(place.type()) && place.type(1) != ZtLexer.COLON)
            || place.type() == ZtLexer.ANY;
    if (!actions || !place.allows(Thing.CLAUSE) || !isAfterSubjects(place)) {
      return Optional.empty();
    }
    boolean meansTo =
        place.text().equals("from")
            || (Nearest.to(place.text(), List.of("to")).isPresent()
                && TokenKinds.isName(place.type(1)));
    if (meansTo) {
      return place.advise(
          Code.FOREIGN_WORD,
          "`to` stands before the actions, not `" + place.text() + "`",
          "write `to`");
    }
    return place.advise(
        Code.UNEXPECTED,
        "expected `to` before the actions, found `" + place.text() + "`",
        "write `to " + (place.type() == ZtLexer.ANY ? "any action" : place.text()) + "`");
  }

  private static boolean isAfterSubjects(Place place) {
    int latest = 0;
    for (int at = place.start(); at < place.at(); at++) {
      int type = place.tokens().type(at);
      boolean subjectsFollow =
          type == ZtLexer.PERMIT || type == ZtLexer.FORBID || type == ZtLexer.RESTRICT;
      if (subjectsFollow || TokenKinds.isClause(type)) {
        latest = type;
      }
    }
    return latest == ZtLexer.FOR || TokenKinds.isEffect(latest);
  }

  private static Optional<Advice> clause(Place place) {
    if (!place.allows(Thing.CLAUSE) || place.type(1) == ZtLexer.COLON) {
      return Optional.empty();
    }
    String word = place.text();
    if (isElseIf(word)) {
      return place.advise(
          Code.FOREIGN_WORD,
          "there is no `" + word + "`",
          "there is no other case; further conditions are rules of their own");
    }
    return clauseFor(place)
        .flatMap(
            meant ->
                place.advise(
                    Code.FOREIGN_WORD,
                    "there is no clause `" + word + "`",
                    "did you mean `" + meant + "`?"));
  }

  private static Optional<String> clauseFor(Place place) {
    boolean isWord = TokenKinds.isName(place.type()) || place.type() == ZtLexer.WHERE;
    @Nullable String meant = CLAUSES.get(place.text());
    if (!isWord) {
      return Optional.empty();
    }
    return meant != null ? Optional.of(meant) : Nearest.to(place.text(), TokenKinds.clauseWords());
  }

  /** Whether the word, in upper-case, is a type of this file. */
  static boolean isTypeInFile(Place place) {
    String type = NameLessons.upper(place.text());
    for (int at = 0; at < place.tokens().size(); at++) {
      if (place.tokens().type(at) == ZtLexer.UPPER_NAME && place.tokens().text(at).equals(type)) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Advice> lowerCaseResource(Place place) {
    boolean resource =
        TokenKinds.isName(place.type())
            && place.type(1) != ZtLexer.COLON
            && place.allows(Thing.RESOURCE)
            && (place.continuesLine() || isTypeInFile(place));
    return resource
        ? place.advise(
            Code.BAD_NAME,
            "the name of a type begins upper-case",
            "write `" + NameLessons.upper(place.text()) + "`")
        : Optional.empty();
  }
}
