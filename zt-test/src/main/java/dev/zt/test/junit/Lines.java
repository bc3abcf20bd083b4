package dev.zt.test.junit;

import java.util.List;

/** Finds what stands at a line of a file, given what stands in it in order. */
final class Lines {
  private Lines() {}

  /** The cases on that line, else the test that it belongs to. */
  static List<Node> at(int line, List<Node> nodes) {
    List<Node> cases =
        nodes.stream()
            .flatMap(node -> node.offered().stream())
            .filter(node -> Origin.line(node) == line)
            .map(Node.class::cast)
            .toList();
    return cases.isEmpty() ? last(line, nodes) : cases;
  }

  private static List<Node> last(int line, List<Node> nodes) {
    List<Node> before = nodes.stream().filter(node -> Origin.line(node) <= line).toList();
    return before.isEmpty() ? List.of() : before.subList(before.size() - 1, before.size());
  }
}
