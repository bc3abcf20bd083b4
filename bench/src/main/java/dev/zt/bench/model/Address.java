package dev.zt.bench.model;

/** An IPv4 address. */
public record Address(String text) {
  /** The address as a number, for engines that have no addresses. */
  public long number() {
    return number(text);
  }

  /** The first address of a range in CIDR notation. */
  public static long first(String range) {
    return number(range.substring(0, range.indexOf('/')));
  }

  /** The last address of a range in CIDR notation. */
  public static long last(String range) {
    int bits = Integer.parseInt(range.substring(range.indexOf('/') + 1));
    return first(range) + (1L << (32 - bits)) - 1;
  }

  private static long number(String text) {
    long number = 0;
    for (String part : text.split("\\.", -1)) {
      number = number * 256 + Integer.parseInt(part);
    }
    return number;
  }
}
