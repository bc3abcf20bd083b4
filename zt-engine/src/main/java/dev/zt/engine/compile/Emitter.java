package dev.zt.engine.compile;

import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

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
  private final Arrangement arrangement;
  private final Map<ShortcutPlan.Form, Method> shortcuts = new HashMap<>();

  /** An emitter of rules that speak of what is declared there. */
  Emitter(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.arrangement = new Arrangement(vocabulary, this::straight);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The places of rules of one step. */
  List<Place> places(List<Provision> rules) {
    return arrangement.of(rules);
  }

  /** Where the method of a shortcut stands: in which class, and which one it is there. */
  private record Method(int home, int number) {}

  /** Whether the method of this plan was written for another one. */
  boolean has(ShortcutPlan plan) {
    return shortcuts.containsKey(plan.form());
  }

  /** The shortcut of a plan, once the classes are defined. */
  Function<Defined, Shortcut> shortcut(ShortcutPlan plan, Ruling ruling) {
    ShortcutPlan.Form form = plan.form();
    Method known = shortcuts.get(form);
    Method method = known == null ? written(plan) : known;
    shortcuts.put(form, method);
    List<Place> indexes = new ArrayList<>();
    for (List<Place> ofStep : plan.indexes()) {
      indexes.addAll(ofStep);
    }
    return defined ->
        new Shortcut(
            defined.code(method.home),
            method.number,
            plan.rules(),
            defined.blocks(indexes),
            ruling);
  }

  private Method written(ShortcutPlan plan) {
    ClassBuilder home = current();
    return new Method(classes.size() - 1, home.shortcut(plan));
  }

  /**
   * Defines the classes of all that was placed.
   *
   * @throws UnsupportedOperationException where classes cannot be defined
   */
  Defined define() {
    List<Code> defined = new ArrayList<>();
    for (ClassBuilder each : classes) {
      defined.add(defined(each, HERE));
    }
    return new Defined(defined);
  }

  /** The class, defined by that lookup. */
  static Code defined(ClassBuilder each, MethodHandles.Lookup lookup) {
    try {
      return each.define(lookup);
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
      places.add(new Place.Straight(List.copyOf(some), classes.size() - 1, number));
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
