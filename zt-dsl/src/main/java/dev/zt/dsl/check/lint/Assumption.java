package dev.zt.dsl.check.lint;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is taken for granted of the subject or the resource of a request.
 *
 * @param ofSubject whether it is about the subject
 * @param type its type, or null when nothing is assumed
 * @param lacking the fields that this type does not have
 */
record Assumption(boolean ofSubject, @Nullable String type, Set<String> lacking) {
  static final Assumption NOTHING = new Assumption(true, null, Set.of());

  /** The same without regard to which fields the type has. */
  Assumption withAllFields() {
    return new Assumption(ofSubject, type, Set.of());
  }
}
