package dev.zt.engine.facts;

import dev.zt.policy.value.NearestName;
import dev.zt.policy.value.Quoted;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What applications give and policies cannot use, so that a typo in an integration is found.
 *
 * <p>Counted whenever something is bound: an entity or signal that is reused under one layout
 * counts once. The first {@value #MOST} different attributes are listed, the others counted
 * together. Thread-safe.
 */
public final class Intake {
  private static final int MOST = 1_000;

  private final ConcurrentMap<Attribute, Tally> tallies = new ConcurrentHashMap<>();
  private final LongAdder others = new LongAdder();

  /** What is wrong with an attribute. */
  public enum Kind {
    /** No policy declares its name. */
    UNDECLARED,
    /** It is computed from other fields, so what was given is ignored. */
    DERIVED_GIVEN,
    /** It is not of its type, or given twice and differently. */
    MISTYPED,
    /** It exceeds a limit. */
    OVERFLOWED,
    /** Reading it ran code of the application that failed. */
    FAILED
  }

  /**
   * An attribute and what was wrong with it.
   *
   * @param owner what it belongs to, such as {@code Employee} or {@code signal device}
   * @param name its name as it was given, shortened
   * @param count how often
   * @param detail what was wrong when it was seen last, or a suggestion; may be empty
   */
  public record Entry(String owner, String name, Kind kind, long count, String detail) {}

  /** What was seen so far, in order of owner, name and kind. */
  public List<Entry> entries() {
    return tallies.entrySet().stream()
        .map(each -> each.getValue().entry(each.getKey()))
        .sorted(
            Comparator.comparing(Entry::owner)
                .thenComparing(Entry::name)
                .thenComparing(Entry::kind))
        .toList();
  }

  /** How much was seen beyond the attributes that are listed. */
  public long others() {
    return others.sum();
  }

  void count(String owner, String name, Kind kind, String detail) {
    Attribute attribute = new Attribute(owner, Shown.cut(name), kind);
    count(attribute, tallies.get(attribute), () -> detail);
  }

  /** Counts a name that is not among the declared ones, with the one that was probably meant. */
  void countUndeclared(String owner, String name, Collection<String> declared) {
    Attribute attribute = new Attribute(owner, Shown.cut(name), Kind.UNDECLARED);
    Tally known = tallies.get(attribute);
    count(attribute, known, () -> known == null ? suggestion(name, declared) : known.detail);
  }

  private void count(Attribute attribute, @Nullable Tally known, Supplier<String> detail) {
    Tally tally = known == null ? listed(attribute) : known;
    if (tally == null) {
      others.increment();
    } else {
      tally.count.increment();
      tally.detail = detail.get();
    }
  }

  private @Nullable Tally listed(Attribute attribute) {
    if (tallies.size() >= MOST) {
      return tallies.get(attribute);
    }
    synchronized (tallies) {
      return tallies.size() < MOST
          ? tallies.computeIfAbsent(attribute, fresh -> new Tally())
          : tallies.get(attribute);
    }
  }

  private static String suggestion(String name, Collection<String> declared) {
    String meant = NearestName.of(name, declared);
    return meant == null ? "" : "did you mean " + Quoted.name(meant) + "?";
  }

  private record Attribute(String owner, String name, Kind kind) {}

  private static final class Tally {
    final LongAdder count = new LongAdder();
    volatile String detail = "";

    Entry entry(Attribute attribute) {
      return new Entry(attribute.owner, attribute.name, attribute.kind, count.sum(), detail);
    }
  }
}
