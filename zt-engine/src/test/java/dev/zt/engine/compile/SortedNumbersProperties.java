package dev.zt.engine.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SortedNumbersProperties {
  @Property(tries = 500)
  void everyNumberIsFoundWhereASearchFindsIt(@ForAll("distinct") long[] numbers) {
    SortedNumbers sorted = new SortedNumbers(numbers.clone());

    for (long number : numbers) {
      for (long near = -1; near <= 1; near++) {
        assertThat(sorted.place(number + near)).isEqualTo(searched(numbers, number + near));
      }
    }
    assertThat(sorted.place(Long.MIN_VALUE)).isEqualTo(searched(numbers, Long.MIN_VALUE));
    assertThat(sorted.place(Long.MAX_VALUE)).isEqualTo(searched(numbers, Long.MAX_VALUE));
  }

  /** Close together, far apart, crowded with one far away. */
  @Provide
  Arbitrary<long[]> distinct() {
    Arbitrary<Long> near = Arbitraries.longs().between(-40, 40);
    Arbitrary<Long> any = Arbitraries.longs();
    return Arbitraries.oneOf(near.list(), any.list(), Arbitraries.oneOf(near, near, any).list())
        .map(list -> list.stream().mapToLong(Long::longValue).distinct().sorted().toArray())
        .filter(numbers -> numbers.length > 0);
  }

  private static int searched(long[] numbers, long number) {
    int found = Arrays.binarySearch(numbers, number);
    return found >= 0 ? 2 * found + 1 : 2 * (-found - 1);
  }
}
