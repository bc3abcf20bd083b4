package dev.zt.policy.value;

import org.jspecify.annotations.Nullable;

/**
 * An IPv4 or IPv6 address.
 *
 * <p>Read strictly: four decimal parts without leading zeros, or the text forms of RFC 4291 §2.2;
 * no shorthand, no octal or hexadecimal IPv4, no zone id, ASCII only. An IPv4-mapped address (RFC
 * 4291 §2.5.5.2) is the IPv4 one. IPv4 is ordered before IPv6.
 */
public final class IpAddress implements Value, Comparable<IpAddress> {
  private static final long MAPPED = 0xFFFFL;

  private final boolean v6;
  private final long high;
  private final long low;

  IpAddress(boolean v6, long high, long low) {
    this.v6 = v6;
    this.high = high;
    this.low = low;
  }

  /**
   * Reads an address.
   *
   * @throws InvalidText when the text is not one
   */
  public static IpAddress parse(String text) {
    return IpText.parse(text, text).unmapped();
  }

  /** Whether this is an IPv6 address that is not an IPv4-mapped one. */
  public boolean isV6() {
    return v6;
  }

  /** The number of bits: 32 or 128. */
  int width() {
    return v6 ? 128 : 32;
  }

  /** The first 64 of 128 bits; 0 for IPv4. */
  long high() {
    return high;
  }

  /** The last 64 of 128 bits; the 32 bits of an IPv4 address. */
  long low() {
    return low;
  }

  boolean isMapped() {
    return v6 && high == 0 && low >>> 32 == MAPPED;
  }

  IpAddress unmapped() {
    return isMapped() ? new IpAddress(false, 0, low & 0xFFFF_FFFFL) : this;
  }

  /** This address with all bits after the first {@code prefix} set to 0. */
  IpAddress masked(int prefix) {
    if (!v6) {
      return new IpAddress(false, 0, low & (prefix == 0 ? 0 : -1L << (32 - prefix)));
    }
    long highMask = prefix == 0 ? 0 : -1L << Math.max(0, 64 - prefix);
    long lowMask = prefix <= 64 ? 0 : -1L << (128 - prefix);
    return new IpAddress(true, high & highMask, low & lowMask);
  }

  /** This address with all bits after the first {@code prefix} set to 1. */
  IpAddress filled(int prefix) {
    IpAddress first = masked(prefix);
    IpAddress ones = new IpAddress(v6, v6 ? -1L : 0, v6 ? -1L : 0xFFFF_FFFFL);
    IpAddress kept = ones.masked(prefix);
    return new IpAddress(
        v6, first.high | (ones.high & ~kept.high), first.low | (ones.low & ~kept.low));
  }

  @Override
  public int compareTo(IpAddress other) {
    if (v6 != other.v6) {
      return v6 ? 1 : -1;
    }
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof IpAddress that && v6 == that.v6 && high == that.high && low == that.low;
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(high) + Long.hashCode(low);
  }

  /** The dotted quad, or the canonical IPv6 text of RFC 5952 §4. */
  @Override
  public String toString() {
    return IpText.format(this);
  }
}
