package dev.zt.bench.contender;

import dev.zt.bench.model.Address;
import java.util.Arrays;
import java.util.List;

/**
 * Ranges of addresses as a sorted table, for engines that let an application add such a function.
 */
final class Networks {
  private final long[] first;
  private final long[] last;

  /** The ranges in CIDR notation, which do not overlap. */
  Networks(List<String> ranges) {
    this.first = ranges.stream().mapToLong(Address::first).sorted().toArray();
    this.last = ranges.stream().mapToLong(Address::last).sorted().toArray();
  }

  boolean contains(long address) {
    int place = Arrays.binarySearch(first, address);
    int before = place >= 0 ? place : -place - 2;
    return before >= 0 && address <= last[before];
  }
}
