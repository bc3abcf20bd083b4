package dev.zt.policy.value;

import org.jspecify.annotations.Nullable;

/** IP addresses as text: RFC 4291 §2.2 when read, RFC 5952 §4 when written. */
final class IpText {
  private static final int LONGEST = "ffff:ffff:ffff:ffff:ffff:ffff:255.255.255.255".length();
  private static final int GROUPS = 8;

  private IpText() {}

  /**
   * Reads an address and leaves an IPv4-mapped one as it is; errors name {@code whole}, of which it
   * is a part or all.
   */
  static IpAddress parse(String text, String whole) {
    if (text.length() > LONGEST) {
      throw notAnAddress(whole);
    }
    long quad = v4(text, 0);
    if (quad >= 0) {
      return new IpAddress(false, 0, quad);
    }
    if (text.indexOf(':') < 0) {
      throw notV4(text, whole);
    }
    long[] halves = v6(text);
    if (halves == null) {
      throw notV6(text, whole);
    }
    return new IpAddress(true, halves[0], halves[1]);
  }

  /** The 32 bits of the dotted quad that {@code text} has from {@code start} on, or -1. */
  private static long v4(String text, int start) {
    long quad = 0;
    int dots = 0;
    int digits = 0;
    int part = 0;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean leadingZero = digits > 0 && part == 0;
      if (Digits.is(c) && !leadingZero) {
        part = 10 * part + (c - '0');
        digits++;
      } else if (c == '.' && digits > 0 && dots < 3) {
        quad = quad << 8 | part;
        dots++;
        digits = 0;
        part = 0;
      } else {
        return -1;
      }
      if (part > 255) {
        return -1;
      }
    }
    return dots == 3 && digits > 0 ? quad << 8 | part : -1;
  }

  private static long @Nullable [] v6(String text) {
    int[] groups = new int[GROUPS];
    int count = 0;
    int gap = -1;
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < text.length()) {
      int end = hexEnd(text, at);
      if (end < text.length() && text.charAt(end) == '.') {
        long quad = v4(text, at);
        if (quad < 0 || count > GROUPS - 2) {
          return null;
        }
        groups[count++] = (int) (quad >>> 16);
        groups[count++] = (int) (quad & 0xFFFF);
        break;
      }
      if (end == at || end - at > 4 || count == GROUPS) {
        return null;
      }
      groups[count++] = Integer.parseInt(text, at, end, 16);
      at = end;
      if (at == text.length()) {
        break;
      }
      if (text.charAt(at) != ':' || at + 1 == text.length()) {
        return null;
      }
      at++;
      if (text.charAt(at) == ':') {
        if (gap >= 0) {
          return null;
        }
        gap = count;
        at++;
      }
    }
    if (gap < 0 ? count != GROUPS : count == GROUPS) {
      return null;
    }
    return halves(groups, count, gap);
  }

  private static long[] halves(int[] groups, int count, int gap) {
    long[] halves = new long[2];
    for (int i = 0; i < count; i++) {
      int place = gap >= 0 && i >= gap ? i + GROUPS - count : i;
      halves[place / 4] |= (long) groups[i] << (16 * (3 - place % 4));
    }
    return halves;
  }

  private static int hexEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isHex(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isHex(char c) {
    return Digits.is(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static InvalidText notAnAddress(String whole) {
    return InvalidText.because(Quoted.name(whole) + " is not an IP address");
  }

  private static InvalidText notV6(String text, String whole) {
    String name = Quoted.name(whole);
    if (text.indexOf('%') >= 0) {
      return InvalidText.suggesting(
          name + " has a zone id, which means something on one host only",
          () -> instead(whole, text, text.substring(0, text.indexOf('%'))));
    }
    if (text.startsWith("[")) {
      int close = text.indexOf(']');
      return InvalidText.suggesting(
          name + " is not an IP address: it has brackets",
          () -> close < 0 ? null : instead(whole, text, text.substring(1, close)));
    }
    int colon = text.indexOf(':');
    if (v4(text.substring(0, colon), 0) >= 0) {
      return InvalidText.suggesting(
          name + " is not an IP address: it has a port",
          () -> instead(whole, text, text.substring(0, colon)));
    }
    return notAnAddress(whole);
  }

  private static InvalidText notV4(String text, String whole) {
    String[] parts = text.split("\\.", -1);
    for (String part : parts) {
      if (part.isEmpty() || Digits.end(part, 0) < part.length()) {
        return notAnAddress(whole);
      }
    }
    String name = Quoted.name(whole);
    if (parts.length != 4) {
      return InvalidText.because(
          name + " is not an IP address", "an IPv4 address has four parts, as in `10.0.0.1`");
    }
    for (String part : parts) {
      if (part.length() > 1 && part.startsWith("0")) {
        return InvalidText.because(
            name + " has a part with a leading zero, which some programs read as octal",
            "write every part in decimal, without leading zeros");
      }
    }
    return InvalidText.because(name + " has a part above 255");
  }

  /** The part in canonical form, if it is an address and what was asked for is one. */
  private static @Nullable String instead(String whole, String text, String part) {
    try {
      return whole.equals(text) ? format(parse(part, part).unmapped()) : null;
    } catch (InvalidText e) {
      return null;
    }
  }

  static String format(IpAddress address) {
    return address.isV6() ? formatV6(address) : formatV4(address.low());
  }

  private static String formatV4(long quad) {
    return (quad >>> 24)
        + "."
        + ((quad >>> 16) & 255)
        + "."
        + ((quad >>> 8) & 255)
        + "."
        + (quad & 255);
  }

  private static String formatV6(IpAddress address) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      long half = i < 4 ? address.high() : address.low();
      groups[i] = (int) ((half >>> (16 * (3 - i % 4))) & 0xFFFF);
    }
    int gapStart = 0;
    int gapLength = 1;
    for (int start = 0; start < GROUPS; start++) {
      int end = start;
      while (end < GROUPS && groups[end] == 0) {
        end++;
      }
      if (end - start > gapLength) {
        gapStart = start;
        gapLength = end - start;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (gapLength > 1 && i == gapStart) {
        out.append("::");
        i += gapLength - 1;
      } else {
        boolean first = out.isEmpty() || out.charAt(out.length() - 1) == ':';
        out.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }
}
