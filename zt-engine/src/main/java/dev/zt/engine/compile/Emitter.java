package dev.zt.engine.compile;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns rules into bytecode. Classes are hidden, so that they can be unloaded with the policy set
 * that they were made for, and hold many rules each.
 */
final class Emitter {
  private static final MethodHandles.Lookup HERE = MethodHandles.lookup();

  /** A block of more rules is spread over several. */
  private static final int RULES_IN_A_BLOCK = 500;

  private final List<ClassBuilder> classes = new ArrayList<>();

  private final Vocabulary vocabulary;

  /** An emitter of rules that speak of what is declared there. */
  Emitter(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * For each group of rules of one step the blocks that judge them.
   *
   * @throws UnsupportedOperationException where classes cannot be defined
   */
  List<List<Block>> blocks(List<List<Provision>> groups) {
    Arrangement arrangement = new Arrangement(vocabulary, this::straight);
    List<List<Place>> places = groups.stream().map(arrangement::of).toList();
    List<Code> defined = classes.stream().map(Emitter::defined).toList();
    return places.stream()
        .map(group -> group.stream().map(place -> place.block(defined)).toList())
        .toList();
  }

  private static Code defined(ClassBuilder each) {
    try {
      return each.define(HERE);
    } catch (ReflectiveOperationException | RuntimeException | Error refused) {
      if (refused instanceof VirtualMachineError machine) {
        throw machine;
      }
      throw new UnsupportedOperationException("classes cannot be defined here", refused);
    }
  }

  /** Places for rules that are judged one after the other. */
  private List<Place> straight(List<Provision> rules) {
    List<Place> places = new ArrayList<>();
    for (int from = 0; from < rules.size(); from += RULES_IN_A_BLOCK) {
      List<Provision> some = rules.subList(from, Math.min(rules.size(), from + RULES_IN_A_BLOCK));
      int number = current().block(some);
      int home = classes.size() - 1;
      places.add(defined -> new Block.Straight(defined.get(home), number));
    }
    return places;
  }

  private ClassBuilder current() {
    if (classes.isEmpty() || classes.get(classes.size() - 1).isFull()) {
      classes.add(new ClassBuilder(vocabulary));
    }
    return classes.get(classes.size() - 1);
  }
}
