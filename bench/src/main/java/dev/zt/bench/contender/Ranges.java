package dev.zt.bench.contender;

import dev.zt.bench.model.Address;
import dev.zt.bench.model.Condition;
import java.util.stream.Collectors;

/** Ranges of addresses as comparisons of numbers, for engines that have no other means. */
final class Ranges {
  private Ranges() {}

  static String tests(Condition.InNetworks condition, String field, String and, String or) {
    return condition.ranges().stream()
        .map(
            range ->
                "("
                    + field
                    + " >= "
                    + Address.first(range)
                    + and
                    + field
                    + " <= "
                    + Address.last(range)
                    + ")")
        .collect(Collectors.joining(or, "(", ")"));
  }
}
