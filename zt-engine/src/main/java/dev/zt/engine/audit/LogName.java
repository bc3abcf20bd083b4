package dev.zt.engine.audit;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a file of a log, {@code audit-000000000017-2026-11-26.jsonl}: sorted by name, files
 * are in the order in which they were written.
 *
 * @param after the number of the last record before it
 */
record LogName(String name, long after) {
  private static final Pattern FORM =
      Pattern.compile("audit-(\\d{12,18})-\\d{4,}-\\d\\d-\\d\\d(\\.jsonl|\\.cef)");

  static LogName of(long after, LocalDate day, AuditLayout layout) {
    return new LogName(String.format("audit-%012d-%s%s", after, day, layout.extension()), after);
  }

  /** The files of the log among others, in the order in which they were written. */
  static List<LogName> among(List<String> names) {
    return names.stream()
        .map(LogName::read)
        .filter(name -> name != null)
        .sorted(Comparator.comparingLong(LogName::after).thenComparing(LogName::name))
        .toList();
  }

  private static @Nullable LogName read(String name) {
    Matcher form = FORM.matcher(name);
    return form.matches() ? new LogName(name, Long.parseLong(form.group(1))) : null;
  }
}
