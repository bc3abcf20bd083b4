package dev.zt.policy.value;

/**
 * A range of IP addresses: a network and the length of its prefix, as in {@code 10.0.0.0/8}.
 *
 * <p>A range of IPv4-mapped addresses with a prefix of 96 or longer is the IPv4 range. An IPv6
 * range never holds an IPv4 address, not even {@code ::/0}: each family is listed by itself. Bits
 * set after the prefix are an error, and so are leading zeros in the prefix length.
 *
 * @param network the first address of the range
 * @param prefix the number of leading bits that all addresses of the range share: 0 to 32 for IPv4,
 *     0 to 128 for IPv6
 */
public record Cidr(IpAddress network, int prefix) implements Value, Comparable<Cidr> {
  private static final int MAPPED_PREFIX = 96;

  /**
   * A range.
   *
   * @throws InvalidText when the prefix is out of range or the network has bits set after it
   */
  public Cidr {
    if (prefix < 0 || prefix > network.width()) {
      throw prefixTooLong(network + "/" + prefix, network);
    }
    if (!network.masked(prefix).equals(network)) {
      throw hostBits(network + "/" + prefix, network, prefix);
    }
  }

  /**
   * Reads a range.
   *
   * @throws InvalidText when the text is not one
   */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      throw withoutPrefix(text);
    }
    IpAddress written = IpText.parse(text.substring(0, slash), text);
    int prefix = prefix(text, slash + 1, written);
    boolean mapped = written.isMapped() && prefix >= MAPPED_PREFIX;
    IpAddress network = mapped ? written.unmapped() : written;
    int length = mapped ? prefix - MAPPED_PREFIX : prefix;
    if (!network.masked(length).equals(network)) {
      throw hostBits(text, network, length);
    }
    return new Cidr(network, length);
  }

  private static int prefix(String text, int start, IpAddress written) {
    int end = Digits.end(text, start);
    boolean leadingZero = end - start > 1 && text.charAt(start) == '0';
    if (end == start || end < text.length() || leadingZero) {
      throw notARange(text);
    }
    if (end - start > 3 || Digits.value(text, start, end) > written.width()) {
      throw prefixTooLong(text, written);
    }
    return (int) Digits.value(text, start, end);
  }

  private static InvalidText withoutPrefix(String text) {
    try {
      IpAddress single = IpAddress.parse(text);
      return InvalidText.suggesting(
          Quoted.name(text) + " has no prefix length", () -> single + "/" + single.width());
    } catch (InvalidText notAnAddressEither) {
      return notARange(text);
    }
  }

  private static InvalidText notARange(String text) {
    return InvalidText.because(
        Quoted.name(text) + " is not a range of IP addresses",
        "a range is written like `10.0.0.0/8` or `2001:db8::/32`");
  }

  private static InvalidText prefixTooLong(String text, IpAddress network) {
    return InvalidText.because(
        Quoted.name(text) + " has a prefix length beyond the address",
        "it is at most " + network.width() + " for " + (network.isV6() ? "IPv6" : "IPv4"));
  }

  private static InvalidText hostBits(String text, IpAddress network, int prefix) {
    return InvalidText.suggesting(
        Quoted.name(text) + " has host bits set", () -> network.masked(prefix) + "/" + prefix);
  }

  /** Whether the address is in this range. */
  public boolean contains(IpAddress address) {
    return address.isV6() == network.isV6() && address.masked(prefix).equals(network);
  }

  /** Whether every address of the other range is in this one. */
  public boolean contains(Cidr other) {
    return other.prefix >= prefix && contains(other.network);
  }

  /** The last address of the range; {@link #network()} is the first. */
  public IpAddress last() {
    return network.filled(prefix);
  }

  @Override
  public int compareTo(Cidr other) {
    int order = network.compareTo(other.network);
    return order != 0 ? order : Integer.compare(prefix, other.prefix);
  }

  @Override
  public String toString() {
    return network + "/" + prefix;
  }
}
