package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Turns a place at which the parser cannot go on into advice: the first lesson that fits. */
final class Lessons {
  private static final List<Lesson> ALL =
      Stream.of(
              DeclarationLessons.ALL,
              ListLessons.ALL,
              RuleLessons.ALL,
              TestLessons.ALL,
              ExpressionLessons.ALL,
              NameLessons.ALL)
          .flatMap(List::stream)
          .toList();

  private final Boundaries boundaries;

  Lessons(Boundaries boundaries) {
    this.boundaries = boundaries;
  }

  Advice advise(Place place) {
    for (Lesson lesson : place.isAtStart() ? DeclarationLessons.AT_START : ALL) {
      Optional<Advice> advice = lesson.teach(place);
      if (advice.isPresent()) {
        return advice.get();
      }
    }
    return new Expected(place, boundaries).advice();
  }

  /**
   * Whether a misspelt declaration begins here, rather than that the one before goes on.
   *
   * @param afterRule whether the one before is a rule, which a clause may follow
   */
  boolean beginsBrokenItem(TokenList tokens, int at, boolean afterRule) {
    boolean leftmost = tokens.isFirstOfLine(at) && tokens.columnOf(at) == 1;
    boolean word = TokenKinds.isWord(tokens.type(at));
    boolean clause =
        RuleLessons.isElseIf(tokens.text(at))
            || (Nearest.to(tokens.text(at), TokenKinds.clauseWords()).isPresent()
                && !TokenKinds.isWord(tokens.type(at + 1)));
    return (leftmost && !(afterRule && word && clause)) || TokenKinds.isCloser(tokens.type(at));
  }
}
