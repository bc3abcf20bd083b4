package dev.zt.test;

import java.util.Locale;
import java.util.function.Predicate;

/** Finds cases by a part of their name. */
final class NameFilter {
  private NameFilter() {}

  static Predicate<PreparedCase> of(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return prepared -> prepared.name().toLowerCase(Locale.ROOT).contains(wanted);
  }
}
