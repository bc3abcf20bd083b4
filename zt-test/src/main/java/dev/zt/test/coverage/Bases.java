package dev.zt.test.coverage;

import dev.zt.policy.Schema;
import dev.zt.policy.Scope;
import dev.zt.policy.SourceSpan;
import dev.zt.test.search.Setting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The cases that suggestions are made from. */
record Bases(List<Base> all, Schema schema) {
  Bases {
    all = List.copyOf(all);
  }

  static Bases of(List<Observed> observed, Schema schema) {
    Map<SourceSpan, List<Observed>> rows =
        observed.stream().collect(Collectors.groupingBy(each -> each.testedCase().span()));
    List<Base> all =
        observed.stream()
            .map(
                each ->
                    Base.of(
                        each, others(each, rows.getOrDefault(each.testedCase().span(), List.of()))))
            .toList();
    return new Bases(all, schema);
  }

  private static List<Setting> others(Observed one, List<Observed> rows) {
    return rows.stream()
        .map(each -> each.prepared().testCase())
        .filter(each -> !Objects.equals(each.row(), one.prepared().testCase().row()))
        .map(each -> Setting.of(each.asked()))
        .toList();
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
