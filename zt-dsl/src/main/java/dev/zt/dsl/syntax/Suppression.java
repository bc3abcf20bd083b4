package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Remembers the errors after which the grammar is bound to find another one that the author could
 * do nothing about: what follows a bracket or a quote that is never closed, or the rest of a line
 * with a stray character.
 */
final class Suppression {
  private final Source source;
  private final List<Integer> brokenFrom = new ArrayList<>();
  private final Set<Integer> brokenLines = new HashSet<>();
  private final Set<String> brokenNames = new HashSet<>();

  Suppression(Source source) {
    this.source = source;
  }

  /** The rest of the declaration in which this offset lies is not to be trusted. */
  void restOfDeclaration(int offset) {
    brokenFrom.add(offset);
  }

  /** The rest of the line of this offset is not to be trusted. */
  void line(int offset) {
    brokenLines.add(source.line(offset));
  }

  /** This name is reported, and nothing more is to be said of it. */
  void name(String name) {
    brokenNames.add(name);
  }

  Set<String> names() {
    return brokenNames;
  }

  /** Whether something that is never closed lies between two offsets. */
  boolean isBroken(int start, int end) {
    return brokenFrom.stream().anyMatch(at -> start <= at && at <= end);
  }

  /** Whether an error of a declaration is the consequence of one that is reported. */
  boolean covers(int declarationStart, int errorOffset) {
    return brokenLines.contains(source.line(errorOffset))
        || isBroken(declarationStart, errorOffset);
  }
}
