package dev.zt.dsl.check;

import dev.zt.policy.Expr;
import dev.zt.policy.ExprParts;
import java.util.Collection;
import java.util.IdentityHashMap;

/**
 * Measures expressions with everything that they name in place, and refuses what is too large: lets
 * that use lets grow without end in a few lines.
 */
final class Expansion {
  /** The most parts that one clause may have with everything that it names. */
  static final long MOST_PARTS = 100_000;

  /** The most parts that the uses of lets with parameters may add to a set. */
  private static final long MOST_COPIED = 5_000_000;

  /** The most pairs of a resource type and an action that the rules of a set may cover. */
  private static final long MOST_COVERED = 5_000_000;

  private static final int DEEPEST = 300;

  private final IdentityHashMap<Expr, Extent> known = new IdentityHashMap<>();
  private long copied;
  private long covered;

  /** How many parts an expression has, and how many lie within each other. */
  private record Extent(long parts, int depth) {
    boolean isTooLarge() {
      return parts > MOST_PARTS || depth > DEEPEST;
    }
  }

  /** Whether the expression is too large for a clause or for the body of a let. */
  boolean isTooLarge(Expr expr) {
    return of(expr).isTooLarge();
  }

  /** Counts in what was made anew for one use; whether that is too much for the set by now. */
  boolean isTooMuch(Expr copy) {
    copied += of(copy).parts;
    return copied > MOST_COPIED;
  }

  /** Counts in the actions that a rule covers. */
  void cover(Collection<? extends Collection<String>> actionsByType) {
    for (Collection<String> actions : actionsByType) {
      covered += actions.size();
    }
  }

  /** Whether the rules so far cover more than those of a set may. */
  boolean coversTooMuch() {
    return covered > MOST_COVERED;
  }

  /** Whether nothing more can be made anew. */
  boolean isSpent() {
    return copied > MOST_COPIED;
  }

  private Extent of(Expr expr) {
    boolean shared =
        expr instanceof Expr.Named
            || expr instanceof Expr.Derived
            || expr instanceof Expr.RiskCompare;
    Extent extent = shared ? known.get(expr) : null;
    if (extent == null) {
      extent = measure(expr);
      if (shared) {
        known.put(expr, extent);
      }
    }
    return extent;
  }

  private Extent measure(Expr expr) {
    long parts = 1;
    int depth = 0;
    for (Expr part : ExprParts.of(expr)) {
      Extent extent = of(part);
      parts += extent.parts;
      depth = Math.max(depth, extent.depth);
    }
    return new Extent(parts, depth + 1);
  }
}
