package dev.zt.policy.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Several ranges of IP addresses as a sorted table: whether an address is in one of them takes a
 * handful of comparisons. Immutable.
 */
public final class CidrSet {
  private final long[] firstV4;
  private final long[] lastV4;
  private final IpAddress[] firstV6;
  private final IpAddress[] lastV6;

  private CidrSet(List<Cidr> v4, List<Cidr> v6) {
    firstV4 = v4.stream().mapToLong(range -> range.network().low()).toArray();
    lastV4 = v4.stream().mapToLong(range -> range.last().low()).toArray();
    firstV6 = v6.stream().map(Cidr::network).toArray(IpAddress[]::new);
    lastV6 = v6.stream().map(Cidr::last).toArray(IpAddress[]::new);
  }

  /** The table of these ranges. */
  public static CidrSet of(Collection<Cidr> ranges) {
    List<Cidr> v4 = new ArrayList<>();
    List<Cidr> v6 = new ArrayList<>();
    for (Cidr range : ranges.stream().sorted().toList()) {
      List<Cidr> family = range.network().isV6() ? v6 : v4;
      // Two ranges are apart, or one is in the other, and then the larger one comes first.
      if (family.isEmpty() || !family.get(family.size() - 1).contains(range)) {
        family.add(range);
      }
    }
    return new CidrSet(v4, v6);
  }

  /** Whether the address is in one of the ranges. */
  public boolean contains(IpAddress address) {
    if (address.isV6()) {
      return containsV6(address);
    }
    long low = address.low();
    int from = 0;
    int to = firstV4.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (firstV4[middle] <= low) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from > 0 && low <= lastV4[from - 1];
  }

  private boolean containsV6(IpAddress address) {
    int from = 0;
    int to = firstV6.length;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (firstV6[middle].compareTo(address) <= 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from > 0 && address.compareTo(lastV6[from - 1]) <= 0;
  }
}
