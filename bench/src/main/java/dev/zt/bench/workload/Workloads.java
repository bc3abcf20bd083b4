package dev.zt.bench.workload;

import dev.zt.bench.model.Rule;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** All workloads by name. */
public final class Workloads {
  private static final Map<String, IntFunction<Workload>> BY_NAME =
      Map.of(
          "core", size -> new Core(),
          "grants", size -> new Grants(size, false),
          "guarded", size -> new Grants(size, true),
          "limits", Limits::new,
          "depth", Groups::deep,
          "groups", Groups::many,
          "sharing", Sharing::new,
          "repositories", Repositories::new,
          "todo", TodoLists::new);

  private Workloads() {}

  /**
   * The workload of that name.
   *
   * @param size how large: a number of rules, the depth of a hierarchy, or a number of entities
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Workload of(String name, int size) {
    IntFunction<Workload> maker = BY_NAME.get(name);
    if (maker == null) {
      throw new IllegalArgumentException("no workload is named " + name);
    }
    return maker.apply(size);
  }

  /** The rules that can matter to one action on one type of resource, by effect and in order. */
  public static List<Rule> concerning(Workload workload, String action, String resourceType) {
    return workload.rules().stream().filter(rule -> rule.concerns(action, resourceType)).toList();
  }
}
