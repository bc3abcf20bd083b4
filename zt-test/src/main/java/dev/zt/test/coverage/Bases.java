package dev.zt.test.coverage;

import dev.zt.policy.Schema;
import dev.zt.policy.Scope;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The cases that suggestions are made from. */
record Bases(List<Base> all, Schema schema) {
  Bases {
    all = List.copyOf(all);
  }

  static Bases of(List<Observed> observed, Schema schema) {
    return new Bases(observed.stream().map(Base::of).toList(), schema);
  }

  /**
   * Those that ask for something in the scope, with whatever action; if there are none all others,
   * on another resource. Simple ones come first.
   */
  List<Base> about(Scope scope) {
    List<Base> near = new ArrayList<>();
    List<Base> far = new ArrayList<>();
    for (Base base : all) {
      scope
          .targets()
          .forEach(
              (type, actions) -> {
                if (!base.resourceType().equals(type)) {
                  far.add(on(type, base.asking(actions.iterator().next())));
                } else if (actions.contains(base.given().action())) {
                  near.add(base);
                } else {
                  actions.forEach(action -> near.add(base.asking(action)));
                }
              });
    }
    List<Base> found = near.isEmpty() ? far : near;
    found.sort(Comparator.comparingInt(Base::weight));
    return found;
  }

  private Base on(String type, Base base) {
    Schema.Entity declared = schema.entities().get(type);
    return declared == null ? base : base.on(declared);
  }
}
