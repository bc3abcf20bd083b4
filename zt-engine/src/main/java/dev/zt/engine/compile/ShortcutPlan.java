package dev.zt.engine.compile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Shortcut} is made of.
 *
 * @param rules those that are tested one after the other, in order of their numbers: each has the
 *     bit of its place
 * @param indexes by step, those that are looked into
 */
record ShortcutPlan(List<Provision> rules, List<List<Place>> indexes) {
  /** More tests would make the method larger than the JIT compiles. */
  private static final int MOST_TESTS = 96;

  /** The plan for the places of a cell, by step; null where it has more than a shortcut takes. */
  static @Nullable ShortcutPlan of(List<List<Place>> steps, Vocabulary vocabulary) {
    List<Provision> rules = new ArrayList<>();
    List<List<Place>> indexes = new ArrayList<>();
    for (List<Place> step : steps) {
      List<Place> ofStep = new ArrayList<>();
      for (Place place : step) {
        if (place.isIndex()) {
          ofStep.add(place);
        }
        rules.addAll(place.rules());
      }
      indexes.add(ofStep);
    }
    rules.sort(Comparator.comparingInt(Provision::number));
    ShortcutPlan plan = new ShortcutPlan(List.copyOf(rules), List.copyOf(indexes));
    return plan.fits(vocabulary) ? plan : null;
  }

  /**
   * What its method hangs on, which plans of one form share: many cells have an index of their own
   * and else the same rules, and one method that all of them use is worth more than one for each.
   *
   * @param rules the numbers of those that are tested one after the other
   * @param indexes by step how many there are
   */
  record Form(List<Integer> rules, List<Integer> indexes) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Form that && rules.equals(that.rules) && indexes.equals(that.indexes);
    }

    @Override
    public int hashCode() {
      return 31 * rules.hashCode() + indexes.hashCode();
    }
  }

  Form form() {
    List<Integer> numbers = new ArrayList<>();
    for (Provision rule : rules) {
      numbers.add(rule.number());
    }
    List<Integer> sizes = new ArrayList<>();
    for (List<Place> ofStep : indexes) {
      sizes.add(ofStep.size());
    }
    return new Form(numbers, sizes);
  }

  private boolean fits(Vocabulary vocabulary) {
    if (rules.size() > Shortcut.MOST_RULES || tests() > MOST_TESTS) {
      return false;
    }
    for (Provision rule : rules) {
      if (!ShortcutLeaves.know(rule.formula(), vocabulary)) {
        return false;
      }
    }
    return true;
  }

  /** Which of the rules that are tested one after the other it is. */
  int place(Provision rule) {
    int place = 0;
    while (rules.get(place).number() != rule.number()) {
      place++;
    }
    return place;
  }

  /** How many tests its rules have. */
  int tests() {
    int tests = 0;
    for (Provision rule : rules) {
      tests += tests(rule.formula());
    }
    return tests;
  }

  /** Shared conditions are tested wherever they are used. */
  private static int tests(Formula formula) {
    if (formula instanceof Formula.Connective connective) {
      int tests = 0;
      for (Formula part : connective.parts()) {
        tests += tests(part);
      }
      return tests;
    }
    if (formula instanceof Formula.Shared shared) {
      return tests(shared.body());
    }
    if (formula instanceof Formula.Score score) {
      int tests = 1;
      for (Formula.Score.Term term : score.terms()) {
        tests += tests(term.condition());
      }
      return tests;
    }
    return formula.size();
  }
}
