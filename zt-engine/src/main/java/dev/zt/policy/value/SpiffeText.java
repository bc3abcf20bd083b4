package dev.zt.policy.value;

import java.util.List;
import java.util.Locale;

/** What SPIFFE ids and patterns for them have in common as text. */
final class SpiffeText {
  private static final String SCHEME = "spiffe://";
  private static final int LONGEST = 2048;
  private static final int LONGEST_TRUST_DOMAIN = 255;

  private SpiffeText() {}

  /** Checks scheme, trust domain and lengths; answers where the path begins. */
  static int pathStart(String text, String kind) {
    if (text.length() > LONGEST) {
      throw invalid(text, kind, "it is longer than " + LONGEST + " bytes");
    }
    if (!text.startsWith(SCHEME)) {
      boolean otherCase = text.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
      throw otherCase
          ? InvalidText.suggesting(
              Quoted.name(text) + " does not begin with `" + SCHEME + "`",
              () -> SCHEME + text.substring(SCHEME.length()))
          : InvalidText.because(Quoted.name(text) + " does not begin with `" + SCHEME + "`");
    }
    int slash = text.indexOf('/', SCHEME.length());
    int end = slash < 0 ? text.length() : slash;
    trustDomain(text, end, kind);
    return end;
  }

  static String trustDomain(String text, int end) {
    return text.substring(SCHEME.length(), end);
  }

  private static void trustDomain(String text, int end, String kind) {
    String domain = trustDomain(text, end);
    if (domain.isEmpty()) {
      throw invalid(text, kind, "the trust domain is missing");
    }
    if (domain.length() > LONGEST_TRUST_DOMAIN) {
      throw invalid(text, kind, "the trust domain is longer than 255 bytes");
    }
    if (domain.indexOf('*') >= 0) {
      throw invalid(text, kind, "the trust domain cannot have a wildcard");
    }
    if (domain.indexOf('@') >= 0 || domain.indexOf(':') >= 0) {
      throw invalid(text, kind, "the trust domain cannot have a user or a port");
    }
    if (!domain.chars().allMatch(c -> inSegment(c) && !(c >= 'A' && c <= 'Z'))) {
      String lower = domain.toLowerCase(Locale.ROOT);
      String complaint =
          "the trust domain may have lower-case letters, digits, `.`, `-` and `_` only";
      throw lower.chars().allMatch(SpiffeText::inSegment)
          ? InvalidText.suggesting(
              message(text, kind, complaint), () -> SCHEME + lower + text.substring(end))
          : invalid(text, kind, complaint);
    }
  }

  /** The segments of the path that begins at {@code start}; none for an empty path. */
  static List<String> segments(String text, int start, String kind) {
    if (start == text.length()) {
      return List.of();
    }
    if (text.endsWith("/")) {
      throw InvalidText.suggesting(
          message(text, kind, "the path ends in a slash"), () -> withoutSlashes(text));
    }
    return List.of(text.substring(start + 1).split("/", -1));
  }

  private static String withoutSlashes(String text) {
    int end = text.length();
    while (text.charAt(end - 1) == '/') {
      end--;
    }
    return text.substring(0, end);
  }

  static void checkSegment(String segment, String text, String kind) {
    if (segment.isEmpty()) {
      throw invalid(text, kind, "the path has an empty segment");
    }
    if (segment.equals(".") || segment.equals("..")) {
      throw invalid(text, kind, "the path has a dot segment");
    }
    if (!segment.chars().allMatch(SpiffeText::inSegment)) {
      throw invalid(
          text, kind, "the path may have letters, digits, `.`, `-` and `_` only in a segment");
    }
  }

  static InvalidText invalid(String text, String kind, String complaint) {
    return InvalidText.because(message(text, kind, complaint));
  }

  private static String message(String text, String kind, String complaint) {
    return Quoted.name(text) + " is not a " + kind + ": " + complaint;
  }

  private static boolean inSegment(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '.'
        || c == '-'
        || c == '_';
  }
}
