package dev.zt.dsl.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds declarations that lead back to themselves. It walks without recursion, since a chain of
 * declarations may be as long as a set is large.
 */
final class Cycles<T> {
  private static final int MOST_SHOWN = 8;

  private final Function<T, ? extends Collection<T>> next;
  private final Map<T, Boolean> open = new HashMap<>();
  private final Deque<Step<T>> path = new ArrayDeque<>();

  private record Step<T>(T at, Iterator<T> remaining) {}

  Cycles(Function<T, ? extends Collection<T>> next) {
    this.next = next;
  }

  /** The cycles that a walk from each of these runs into; each one starts where it closes. */
  List<List<T>> among(Collection<T> starts) {
    List<List<T>> found = new ArrayList<>();
    for (T start : starts) {
      walk(start, found);
    }
    return found;
  }

  private void walk(T start, List<List<T>> found) {
    enter(start, found);
    while (!path.isEmpty()) {
      Step<T> step = path.element();
      if (step.remaining.hasNext()) {
        enter(step.remaining.next(), found);
      } else {
        open.put(step.at, false);
        path.pop();
      }
    }
  }

  private void enter(T node, List<List<T>> found) {
    Boolean isOpen = open.get(node);
    if (isOpen == null) {
      open.put(node, true);
      path.push(new Step<>(node, List.copyOf(next.apply(node)).iterator()));
    } else if (isOpen) {
      found.add(back(node));
    }
  }

  private List<T> back(T node) {
    List<T> cycle = new ArrayList<>();
    for (Step<T> step : path) {
      cycle.add(step.at);
      if (step.at.equals(node)) {
        break;
      }
    }
    Collections.reverse(cycle);
    return cycle;
  }

  /** A cycle in words, from a given member on; null when it has no other member. */
  static @Nullable String path(List<String> cycle, String first) {
    if (cycle.size() < 2) {
      return null;
    }
    List<String> turned = new ArrayList<>(cycle);
    Collections.rotate(turned, -cycle.indexOf(first));
    turned.add(first);
    List<String> shown = new ArrayList<>();
    for (String name : turned) {
      shown.add("`" + name + "`");
    }
    if (shown.size() > MOST_SHOWN) {
      shown.subList(MOST_SHOWN - 2, shown.size() - 1).clear();
      shown.add(shown.size() - 1, "…");
    }
    return String.join(" leads to ", shown);
  }
}
