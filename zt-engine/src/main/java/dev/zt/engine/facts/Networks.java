package dev.zt.engine.facts;

import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.SpiffeId;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Addresses and workload identities, also as Java's own types. */
final class Networks {
  private static final ValueReader IP_TEXT = Texts.typed("an ip address", IpAddress::parse);

  /** An address, never looked up by name; one with a zone id is none. */
  static final ValueReader IP =
      new PlainReader(Set.of(String.class), Texts.shortly(IpAddress::parse), Networks::ip);

  private static final ValueReader SPIFFE_TEXT = Texts.typed("a SPIFFE id", SpiffeId::parse);

  private Networks() {}

  private static Reading ip(@Nullable Object given, Allowance allowance) {
    return IP_TEXT.read(
        given instanceof InetAddress address ? address.getHostAddress() : given, allowance);
  }

  static Reading spiffe(@Nullable Object given, Allowance allowance) {
    return SPIFFE_TEXT.read(given instanceof URI uri ? uri.toString() : given, allowance);
  }
}
