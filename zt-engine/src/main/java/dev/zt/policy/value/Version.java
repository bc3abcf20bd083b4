package dev.zt.policy.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version: whole numbers in dots, then optionally {@code -} and a pre-release, {@code +} and
 * build metadata.
 *
 * <p>Any number of parts of any size; missing parts are 0, and a leading zero ({@code 10.0.08}, as
 * device inventories write it) does not change a part. Pre-releases are read and ordered as in
 * SemVer 2.0 §9 and §11: {@code 1.0-alpha < 1.0-alpha.1 < 1.0-beta < 1.0}. Build metadata is
 * checked and forgotten. A text is at most 256 characters long. Equality agrees with the order:
 * {@code 14} equals {@code 14.0.0}.
 */
public final class Version implements Value, Comparable<Version> {
  private static final int LONGEST = 256;
  private static final int RANKED_PARTS = 4;
  private static final int RANKED_BITS = 15;
  private static final long RANKED_MASK = (1L << (RANKED_PARTS * RANKED_BITS)) - 1;

  /** Null where the rank says them all. */
  private final @Nullable List<String> parts;

  private final List<String> preRelease;

  /** Orders versions as they are ordered, where both have one; else negative. */
  private final long rank;

  private Version(List<String> parts, List<String> preRelease) {
    this.parts = List.copyOf(parts);
    this.preRelease = List.copyOf(preRelease);
    this.rank = preRelease.isEmpty() ? rank(parts) : -1;
  }

  private Version(long rank) {
    this.parts = null;
    this.preRelease = List.of();
    this.rank = rank;
  }

  /** Four parts below 2^15 in one number; -1 where there are more or larger ones. */
  private static long rank(List<String> parts) {
    if (parts.size() > RANKED_PARTS) {
      return -1;
    }
    long rank = 0;
    for (int at = 0; at < RANKED_PARTS; at++) {
      String part = at < parts.size() ? parts.get(at) : "0";
      long number = part.length() > 5 ? Long.MAX_VALUE : Long.parseLong(part);
      if (number >>> RANKED_BITS != 0) {
        return -1;
      }
      rank = rank << RANKED_BITS | number;
    }
    return rank;
  }

  /**
   * Reads a version.
   *
   * @throws InvalidText when the text is not one
   */
  public static Version parse(String text) {
    if (text.length() > LONGEST) {
      throw InvalidText.because(
          Quoted.name(text) + " is longer than the " + LONGEST + " characters of a version");
    }
    long plain = rank(text);
    if (plain >= 0) {
      return new Version(plain);
    }
    int plus = text.indexOf('+');
    int end = plus < 0 ? text.length() : plus;
    int dash = text.substring(0, end).indexOf('-');
    List<String> parts = core(text, dash < 0 ? end : dash);
    List<String> preRelease =
        dash < 0 ? List.of() : identifiers(text, text.substring(dash + 1, end));
    for (String identifier : preRelease) {
      if (isNumber(identifier) && identifier.length() > 1 && identifier.startsWith("0")) {
        throw InvalidText.because(
            Quoted.name(text) + " has a pre-release number with a leading zero");
      }
    }
    if (plus >= 0) {
      identifiers(text, text.substring(plus + 1));
    }
    return new Version(parts, preRelease);
  }

  /** The rank of a text that is nothing but four or fewer parts in dots; else negative. */
  private static long rank(String text) {
    long rank = 0;
    int parts = 1;
    int part = 0;
    boolean empty = true;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        part = part * 10 + (c - '0');
        empty = false;
      } else if (c != '.' || empty) {
        return -1;
      } else {
        rank = rank << RANKED_BITS | part;
        parts++;
        part = 0;
        empty = true;
      }
      if (part >>> RANKED_BITS != 0 || parts > RANKED_PARTS) {
        return -1;
      }
    }
    return empty ? -1 : (rank << RANKED_BITS | part) << (RANKED_BITS * (RANKED_PARTS - parts));
  }

  /** Without the zeros at the end. */
  private List<String> parts() {
    if (parts != null) {
      return parts;
    }
    List<String> ranked = new ArrayList<>();
    for (long rest = rank; rest != 0; rest = rest << RANKED_BITS & RANKED_MASK) {
      ranked.add(Long.toString(rest >>> (RANKED_BITS * (RANKED_PARTS - 1))));
    }
    return ranked;
  }

  private static List<String> core(String text, int end) {
    List<String> parts = new ArrayList<>();
    int significant = 0;
    for (int start = 0; start <= end; ) {
      int partEnd = Digits.end(text, start);
      if (partEnd == start || partEnd > end || (partEnd < end && text.charAt(partEnd) != '.')) {
        throw notAVersion(text);
      }
      String part = withoutLeadingZeros(text.substring(start, partEnd));
      parts.add(part);
      significant = part.equals("0") ? significant : parts.size();
      start = partEnd + 1;
    }
    return parts.subList(0, significant);
  }

  private static String withoutLeadingZeros(String digits) {
    int at = 0;
    while (at < digits.length() - 1 && digits.charAt(at) == '0') {
      at++;
    }
    return digits.substring(at);
  }

  private static List<String> identifiers(String text, String dotted) {
    List<String> identifiers = List.of(dotted.split("\\.", -1));
    for (String identifier : identifiers) {
      if (identifier.isEmpty() || !identifier.chars().allMatch(Version::inIdentifier)) {
        throw notAVersion(text);
      }
    }
    return identifiers;
  }

  private static boolean inIdentifier(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
  }

  private static InvalidText notAVersion(String text) {
    String without = text.trim();
    boolean marked = without.startsWith("v") || without.startsWith("V") || without.startsWith("=");
    String name = Quoted.name(text);
    return marked
        ? InvalidText.suggesting(
            name + " is not a version: it begins with " + Quoted.name(without.substring(0, 1)),
            () -> valid(without.substring(1).trim()))
        : InvalidText.suggesting(name + " is not a version", () -> valid(without));
  }

  private static @Nullable String valid(String text) {
    try {
      parse(text);
      return text;
    } catch (InvalidText e) {
      return null;
    }
  }

  @Override
  public int compareTo(Version other) {
    if (rank >= 0 && other.rank >= 0) {
      return Long.compare(rank, other.rank);
    }
    List<String> left = parts();
    List<String> right = other.parts();
    int common = Math.min(left.size(), right.size());
    for (int i = 0; i < common; i++) {
      int order = compareNumbers(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    if (left.size() != right.size()) {
      // The last part is never 0, so the longer one is the later one.
      return Integer.compare(left.size(), right.size());
    }
    return comparePreReleases(preRelease, other.preRelease);
  }

  /** Numbers compare by length, then by digit: they have no leading zeros. */
  private static int compareNumbers(String left, String right) {
    int order = Integer.compare(left.length(), right.length());
    return order == 0 ? left.compareTo(right) : order;
  }

  private static int comparePreReleases(List<String> left, List<String> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return Boolean.compare(left.isEmpty(), right.isEmpty());
    }
    int common = Math.min(left.size(), right.size());
    for (int i = 0; i < common; i++) {
      int order = compareIdentifiers(left.get(i), right.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(left.size(), right.size());
  }

  private static int compareIdentifiers(String left, String right) {
    boolean leftNumber = isNumber(left);
    boolean rightNumber = isNumber(right);
    if (leftNumber && rightNumber) {
      return compareNumbers(left, right);
    }
    return leftNumber == rightNumber ? left.compareTo(right) : leftNumber ? -1 : 1;
  }

  private static boolean isNumber(String identifier) {
    return Digits.end(identifier, 0) == identifier.length();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Version that
        && rank == that.rank
        && (rank >= 0 || (parts().equals(that.parts()) && preRelease.equals(that.preRelease)));
  }

  @Override
  public int hashCode() {
    return rank >= 0 ? Long.hashCode(rank) : 31 * parts().hashCode() + preRelease.hashCode();
  }

  /** The shortest text of this version: {@code 14.0.0+7} is {@code 14}. */
  @Override
  public String toString() {
    List<String> numbers = parts();
    String core = numbers.isEmpty() ? "0" : String.join(".", numbers);
    return preRelease.isEmpty() ? core : core + "-" + String.join(".", preRelease);
  }
}
