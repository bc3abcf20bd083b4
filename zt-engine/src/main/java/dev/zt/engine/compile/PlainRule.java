package dev.zt.engine.compile;

import dev.zt.engine.facts.BoundRequest;
import dev.zt.engine.facts.Surroundings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A rule that is true where all of some tests are, and needs no code for that. Of ten thousand
 * rules that an index tells apart each has something left to test, and code that runs once in ten
 * thousand decisions is never worth what it takes to make, load and compile it.
 */
final class PlainRule implements Block {
  private final int number;
  private final PathTest[] tests;

  private PlainRule(int number, PathTest[] tests) {
    this.number = number;
    this.tests = tests;
  }

  /** A rule as one of that kind, or null. */
  static @Nullable PlainRule of(Provision rule, Paths paths) {
    List<PathTest> tests = new ArrayList<>();
    for (Formula conjunct : Formula.conjuncts(rule.formula())) {
      PathTest test = PathTest.of(conjunct, paths);
      if (test == null) {
        return null;
      }
      tests.add(test);
    }
    return new PlainRule(rule.number(), tests.toArray(PathTest[]::new));
  }

  @Override
  public void run(Frame frame) {
    int truth = Frame.TRUE;
    for (PathTest test : tests) {
      int each = test.truth(frame);
      if (each == Frame.FALSE) {
        return;
      }
      truth = Math.max(truth, each);
    }
    if (truth == Frame.TRUE) {
      frame.foundTrue(number);
    } else {
      frame.foundUnknown(number);
    }
  }

  @Override
  public int sole(BoundRequest request, Surroundings surroundings) {
    int truth = Frame.TRUE;
    for (PathTest test : tests) {
      int each = test.truth(request);
      if (each == Frame.FALSE) {
        return NONE;
      }
      truth = Math.max(truth, each);
    }
    return truth == Frame.TRUE ? number : SEVERAL;
  }
}
