package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import dev.zt.policy.CompareOp;
import java.util.List;

/** How a rule's atomic conditions combine; each by its number among those of the rule. */
sealed interface Formula {
  /** What it comes to when the atoms come to these, by number. */
  Truth of(Truth[] atoms);

  /** An atomic condition. */
  record Leaf(int atom) implements Formula {
    @Override
    public Truth of(Truth[] atoms) {
      return atoms[atom];
    }
  }

  /** What does not depend on a request. */
  record Constant(Truth truth) implements Formula {
    @Override
    public Truth of(Truth[] atoms) {
      return truth;
    }
  }

  /** All parts hold; true without parts. */
  record All(List<Formula> parts) implements Formula {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public Truth of(Truth[] atoms) {
      Truth truth = Truth.TRUE;
      for (Formula part : parts) {
        truth = truth.and(part.of(atoms));
      }
      return truth;
    }
  }

  /** Some part holds; false without parts. */
  record Some(List<Formula> parts) implements Formula {
    public Some {
      parts = List.copyOf(parts);
    }

    @Override
    public Truth of(Truth[] atoms) {
      Truth truth = Truth.FALSE;
      for (Formula part : parts) {
        truth = truth.or(part.of(atoms));
      }
      return truth;
    }
  }

  /** The part does not hold. */
  record Inverse(Formula part) implements Formula {
    @Override
    public Truth of(Truth[] atoms) {
      return part.of(atoms).not();
    }
  }

  /** The weights of the terms that hold, kept within 0 and 100, compare so with the threshold. */
  record Score(List<Term> terms, CompareOp op, long threshold) implements Formula {
    private static final long HIGHEST = 100;

    public Score {
      terms = List.copyOf(terms);
    }

    /** What a term adds when it holds. */
    record Term(long weight, Formula condition) {}

    @Override
    public Truth of(Truth[] atoms) {
      long least = 0;
      long most = 0;
      for (Term term : terms) {
        Truth truth = term.condition.of(atoms);
        least += truth == Truth.TRUE || unknownLowers(truth, term) ? term.weight : 0;
        most += truth == Truth.TRUE || unknownRaises(truth, term) ? term.weight : 0;
      }
      return compared(clamp(least), clamp(most));
    }

    private static boolean unknownLowers(Truth truth, Term term) {
      return truth == Truth.UNKNOWN && term.weight < 0;
    }

    private static boolean unknownRaises(Truth truth, Term term) {
      return truth == Truth.UNKNOWN && term.weight > 0;
    }

    private Truth compared(long least, long most) {
      boolean always = true;
      boolean ever = false;
      for (long score = least; score <= most; score++) {
        boolean holds = op.holds(Long.compare(score, threshold));
        always &= holds;
        ever |= holds;
      }
      return always == ever ? Truth.of(always) : Truth.UNKNOWN;
    }

    private static long clamp(long score) {
      return Math.max(0, Math.min(HIGHEST, score));
    }
  }
}
