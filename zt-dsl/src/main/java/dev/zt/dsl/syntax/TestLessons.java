package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import java.util.List;
import java.util.Optional;

/** Mistakes in tests. */
final class TestLessons {
  static final List<Lesson> ALL = List.of(TestLessons::arrow, TestLessons::signInFact);

  private TestLessons() {}

  private static Optional<Advice> arrow(Place place) {
    boolean sign =
        switch (place.type()) {
          case ZtLexer.ASSIGN, ZtLexer.EQUAL, ZtLexer.MINUS, ZtLexer.COLON, ZtLexer.IS -> true;
          default -> false;
        };
    return place.allows(ZtLexer.ARROW) && sign
        ? place.advise(
            Code.UNEXPECTED,
            "expected `=>` before the outcome, found `" + place.text() + "`",
            "a case reads `" + place.text(-1) + " => permit`")
        : Optional.empty();
  }

  private static Optional<Advice> signInFact(Place place) {
    boolean sign =
        switch (place.type()) {
          case ZtLexer.ASSIGN, ZtLexer.EQUAL, ZtLexer.COLON, ZtLexer.IS -> true;
          default -> false;
        };
    return place.isIn(ZtParser.RULE_fixture) && place.allows(Thing.VALUE) && sign
        ? place.advise(
            Code.UNEXPECTED,
            "no `" + place.text() + "` stands between a fact and its value",
            "leave it out, as in `given device { managed: true }`")
        : Optional.empty();
  }
}
