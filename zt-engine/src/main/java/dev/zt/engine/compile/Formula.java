package dev.zt.engine.compile;

import dev.zt.policy.CompareOp;
import dev.zt.policy.Expr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A condition in the form in which it is compiled: connectives are flat, negations stand at the
 * tests, and what is cheap comes first.
 *
 * <p>A formula is <em>timeless</em> when no passing of time can change it, and <em>timed</em>
 * otherwise. Timeless parts come before timed ones: a connective that a timeless part settles is
 * settled for ever.
 */
sealed interface Formula {
  /** Always true. */
  Formula TRUE = new Constant(true);

  /** Always false. */
  Formula FALSE = new Constant(false);

  /** Connectives are nested rather than wider than this, so that no method grows without bound. */
  int WIDEST = 32;

  /** Whether passing time alone may change what it comes to. */
  boolean timed();

  /** About how long it takes to find out, in units of a simple test. */
  int cost();

  /** How many tests it is made of. */
  int size();

  /** Its negation. */
  Formula not();

  /** True or false. */
  record Constant(boolean value) implements Formula {
    @Override
    public boolean timed() {
      return false;
    }

    @Override
    public int cost() {
      return 0;
    }

    @Override
    public int size() {
      return 0;
    }

    @Override
    public Formula not() {
      return value ? FALSE : TRUE;
    }
  }

  /** A single test, or its negation. */
  record Test(Expr expr, boolean positive, boolean timed, int cost) implements Formula {
    @Override
    public int size() {
      return 1;
    }

    @Override
    public Formula not() {
      return new Test(expr, !positive, timed, cost);
    }
  }

  /**
   * A comparison of a risk score with a constant, or its negation.
   *
   * @param terms what the score is made of
   */
  record Score(List<Term> terms, CompareOp op, long threshold, boolean positive)
      implements Formula {
    /** What is added when a condition holds. */
    record Term(long weight, Formula condition) {}

    @Override
    public boolean timed() {
      return terms.stream().anyMatch(term -> term.condition().timed());
    }

    @Override
    public int cost() {
      return 1 + terms.stream().mapToInt(term -> term.condition().cost()).sum();
    }

    @Override
    public int size() {
      return 1 + terms.stream().mapToInt(term -> term.condition().size()).sum();
    }

    @Override
    public Formula not() {
      return new Score(terms, op, threshold, !positive);
    }
  }

  /**
   * A condition that several rules share, or its negation: it is found out at most once a decision.
   *
   * @param number which of the shared conditions it is
   */
  record Shared(int number, Formula body, boolean positive) implements Formula {
    @Override
    public boolean timed() {
      return body.timed();
    }

    @Override
    public int cost() {
      return 1 + body.cost() / 2;
    }

    @Override
    public int size() {
      return 1;
    }

    @Override
    public Formula not() {
      return new Shared(number, body, !positive);
    }
  }

  /**
   * All parts hold, or some part does.
   *
   * @param every whether all must
   * @param parts two or more, timeless ones first, then cheap ones
   */
  record Connective(boolean every, List<Formula> parts, boolean timed, int cost, int size)
      implements Formula {
    @Override
    public Formula not() {
      List<Formula> negated = new ArrayList<>();
      for (Formula part : parts) {
        negated.add(part.not());
      }
      return connect(!every, negated);
    }
  }

  /** The tests that a formula is made of, those of shared conditions wherever they are used. */
  static List<Test> tests(Formula formula) {
    List<Test> tests = new ArrayList<>();
    addTests(formula, tests);
    return tests;
  }

  private static void addTests(Formula formula, List<Test> into) {
    if (formula instanceof Connective connective) {
      for (Formula part : connective.parts()) {
        addTests(part, into);
      }
    } else if (formula instanceof Shared shared) {
      addTests(shared.body(), into);
    } else if (formula instanceof Score score) {
      for (Score.Term term : score.terms()) {
        addTests(term.condition(), into);
      }
    } else if (formula instanceof Test test) {
      into.add(test);
    }
  }

  /** All of these hold. */
  static Formula all(List<Formula> parts) {
    return connect(true, parts);
  }

  /** What must hold for the formula to hold, as many parts as there are. */
  static List<Formula> conjuncts(Formula formula) {
    List<Formula> parts = new ArrayList<>();
    addConjuncts(formula, parts);
    return parts;
  }

  private static void addConjuncts(Formula formula, List<Formula> into) {
    if (formula instanceof Connective connective && connective.every()) {
      connective.parts().forEach(part -> addConjuncts(part, into));
    } else {
      into.add(formula);
    }
  }

  /** Some of these hold. */
  static Formula any(List<Formula> parts) {
    return connect(false, parts);
  }

  private static Formula connect(boolean every, List<Formula> parts) {
    List<Formula> flat = new ArrayList<>();
    for (Formula part : parts) {
      if (part instanceof Constant constant) {
        if (constant.value() != every) {
          return constant;
        }
      } else if (part instanceof Connective inner && inner.every() == every) {
        flat.addAll(inner.parts());
      } else {
        flat.add(part);
      }
    }
    if (flat.size() < 2) {
      return flat.isEmpty() ? new Constant(every) : flat.get(0);
    }
    flat.sort(Formula::order);
    return narrow(every, flat);
  }

  /** Timeless ones first, then cheap ones. */
  private static int order(Formula one, Formula other) {
    int order = Boolean.compare(one.timed(), other.timed());
    return order == 0 ? Integer.compare(one.cost(), other.cost()) : order;
  }

  private static Formula narrow(boolean every, List<Formula> parts) {
    List<Formula> level = parts;
    while (level.size() > WIDEST) {
      List<Formula> next = new ArrayList<>();
      for (int from = 0; from < level.size(); from += WIDEST) {
        List<Formula> some = level.subList(from, Math.min(level.size(), from + WIDEST));
        next.add(some.size() == 1 ? some.get(0) : connective(every, some));
      }
      next.sort(Comparator.comparing(Formula::timed));
      level = next;
    }
    return connective(every, level);
  }

  private static Connective connective(boolean every, List<Formula> parts) {
    boolean timed = false;
    int cost = 0;
    int size = 0;
    for (Formula part : parts) {
      timed |= part.timed();
      cost += part.cost();
      size += part.size();
    }
    return new Connective(every, List.copyOf(parts), timed, cost, size);
  }
}
