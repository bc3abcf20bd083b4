package dev.zt.policy.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
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
    firstV4 = new long[v4.size()];
    lastV4 = new long[v4.size()];
    for (int at = 0; at < firstV4.length; at++) {
      firstV4[at] = v4.get(at).network().low();
      lastV4[at] = v4.get(at).last().low();
    }
    firstV6 = new IpAddress[v6.size()];
    lastV6 = new IpAddress[v6.size()];
    for (int at = 0; at < firstV6.length; at++) {
      firstV6[at] = v6.get(at).network();
      lastV6[at] = v6.get(at).last();
    }
  }

  /** The table of these ranges. */
  public static CidrSet of(Collection<Cidr> ranges) {
    List<Cidr> sorted = new ArrayList<>(ranges);
    Collections.sort(sorted);
    List<Cidr> v4 = new ArrayList<>();
    List<Cidr> v6 = new ArrayList<>();
    for (Cidr range : sorted) {
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
