package dev.zt.dsl.syntax;

import java.util.Optional;

/** Recognises one kind of mistake at a place where the parser cannot go on. */
interface Lesson {
  /** What to tell the author, if it is that mistake. */
  Optional<Advice> teach(Place place);
}
