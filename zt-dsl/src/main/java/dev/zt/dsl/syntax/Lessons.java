package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Nearest;
import java.util.List;
import java.util.Optional;

/** Turns a place at which the parser cannot go on into advice. */
final class Lessons {
  /** Recognises one kind of mistake. */
  interface Lesson {
    Optional<Advice> teach(Place place);
  }

  private final Boundaries boundaries;
  private final List<Lesson> lessons;

  Lessons(Boundaries boundaries) {
    this.boundaries = boundaries;
    this.lessons = List.of();
  }

  Advice advise(Place place) {
    for (Lesson lesson : lessons) {
      Optional<Advice> advice = lesson.teach(place);
      if (advice.isPresent()) {
        return advice.get();
      }
    }
    return new Expected(place, boundaries).advice();
  }

  /** Whether a misspelt declaration begins here, rather than that the one before goes on. */
  boolean beginsBrokenItem(TokenList tokens, int at) {
    boolean leftmost = tokens.isFirstOfLine(at) && tokens.columnOf(at) == 1;
    boolean word = TokenKinds.isWord(tokens.type(at));
    boolean clause =
        Nearest.to(tokens.text(at), TokenKinds.clauseWords()).isPresent()
            && !TokenKinds.isWord(tokens.type(at + 1));
    return (leftmost && !(word && clause)) || TokenKinds.isCloser(tokens.type(at));
  }
}
