package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Remembers the errors after which the grammar is bound to find another one that the author could
 * do nothing about: what follows a bracket or a quote that is never closed, or the rest of a line
 * with a stray character.
 */
final class Suppression {
  private final Source source;
  private final TreeSet<Integer> brokenFrom = new TreeSet<>();
  private final Set<Integer> replaced = new HashSet<>();
  private final TreeSet<Integer> takenOut = new TreeSet<>();
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

  /** The token at this offset is reported and stands for another. */
  void replaced(int offset) {
    replaced.add(offset);
  }

  /** The sign before this offset is reported and taken out. */
  void takenOut(int end) {
    takenOut.add(end);
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
    Integer first = brokenFrom.ceiling(start);
    return first != null && first <= end;
  }

  /** Whether an error of a declaration is the consequence of one that is reported. */
  boolean covers(int declarationStart, int errorOffset) {
    return brokenLines.contains(source.line(errorOffset))
        || replaced.contains(errorOffset)
        || isBroken(declarationStart, errorOffset)
        || followsWhatWasTakenOut(errorOffset);
  }

  private boolean followsWhatWasTakenOut(int offset) {
    Integer end = takenOut.floor(offset);
    return end != null && source.text(new Span(end, offset)).isBlank();
  }
}
