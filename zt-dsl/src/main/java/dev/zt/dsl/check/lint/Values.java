package dev.zt.dsl.check.lint;

import dev.zt.policy.CompareOp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Some of the values of one type, as ranges. A type whose values are counted is represented by
 * whole numbers, and its ranges are closed below and open above, so that an empty one is seen to be
 * empty; of other types a range may turn out to hold nothing though it is not called empty.
 */
final class Values {
  static final Values ALL = new Values(List.of(Cut.BELOW_ALL));
  static final Values NONE = new Values(List.of());

  /** Where values begin and end to belong, in turn, in order. */
  private final List<Cut> cuts;

  private Values(List<Cut> cuts) {
    this.cuts = cuts;
  }

  /** A place between two values, or below all of them. */
  private record Cut(@Nullable Comparable<?> value, boolean after) implements Comparable<Cut> {
    static final Cut BELOW_ALL = new Cut(null, false);

    static Cut before(Comparable<?> value) {
      return new Cut(value, false);
    }

    static Cut after(Comparable<?> value) {
      return new Cut(value, true);
    }

    @Override
    @SuppressWarnings("unchecked") // the values of one type are compared
    public int compareTo(Cut other) {
      if (value == null || other.value == null) {
        return Boolean.compare(value != null, other.value != null);
      }
      int order = ((Comparable<Object>) value).compareTo(other.value);
      return order != 0 ? order : Boolean.compare(after, other.after);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Cut that && after == that.after && Objects.equals(value, that.value);
    }

    @Override
    public int hashCode() {
      return 2 * Objects.hashCode(value) + (after ? 1 : 0);
    }
  }

  /** Every value that compares with the given one in that way. */
  static Values comparing(CompareOp op, Comparable<?> value) {
    return switch (op) {
      case EQ -> only(value);
      case NE -> only(value).not();
      case LT -> atLeast(value).not();
      case GE -> atLeast(value);
      case LE -> greater(value).not();
      case GT -> greater(value);
    };
  }

  private static Values atLeast(Comparable<?> value) {
    return new Values(List.of(Cut.before(value)));
  }

  private static Values greater(Comparable<?> value) {
    if (!(value instanceof Long number)) {
      return new Values(List.of(Cut.after(value)));
    }
    return number == Long.MAX_VALUE ? NONE : atLeast(number + 1);
  }

  private static Values only(Comparable<?> value) {
    if (!(value instanceof Long number)) {
      return between(value, value);
    }
    return number == Long.MAX_VALUE
        ? atLeast(number)
        : new Values(List.of(Cut.before(number), Cut.before(number + 1)));
  }

  /** These values and no others. */
  static Values oneOf(Collection<? extends Comparable<?>> values) {
    List<Cut> cuts = new ArrayList<>();
    values.stream()
        .distinct()
        .map(Values::only)
        .sorted((a, b) -> a.cuts.get(0).compareTo(b.cuts.get(0)))
        .forEach(each -> append(each, cuts));
    return new Values(List.copyOf(cuts));
  }

  /** Adds a range that begins no earlier than the last one ends. */
  private static void append(Values range, List<Cut> cuts) {
    int last = cuts.size() - 1;
    if (last >= 0 && cuts.get(last).compareTo(range.cuts.get(0)) == 0) {
      cuts.remove(last);
      cuts.addAll(range.cuts.subList(1, range.cuts.size()));
    } else {
      cuts.addAll(range.cuts);
    }
  }

  /** The whole numbers from one to another, both among them. */
  static Values from(long first, long last) {
    return comparing(CompareOp.GE, first).and(comparing(CompareOp.LE, last));
  }

  /** Everything from one value to another that is not counted, both among them. */
  static Values between(Comparable<?> first, Comparable<?> last) {
    return new Values(List.of(Cut.before(first), Cut.after(last)));
  }

  /** Every text that begins so, compared by UTF-16 code unit. */
  static Values startingWith(String prefix) {
    int end = prefix.length();
    while (end > 0 && prefix.charAt(end - 1) == Character.MAX_VALUE) {
      end--;
    }
    if (end == 0) {
      return atLeast(prefix);
    }
    String next = prefix.substring(0, end - 1) + (char) (prefix.charAt(end - 1) + 1);
    return new Values(List.of(Cut.before(prefix), Cut.before(next)));
  }

  Values and(Values other) {
    if (equals(ALL)) {
      return other;
    }
    if (other.equals(ALL)) {
      return this;
    }
    return merged(other, true);
  }

  Values or(Values other) {
    return merged(other, false);
  }

  /** What both hold, or what either holds. */
  private Values merged(Values other, boolean both) {
    List<Cut> merged = new ArrayList<>();
    int here = 0;
    int there = 0;
    boolean in = false;
    while (here < cuts.size() || there < other.cuts.size()) {
      int order =
          here == cuts.size()
              ? 1
              : there == other.cuts.size() ? -1 : cuts.get(here).compareTo(other.cuts.get(there));
      Cut cut = order <= 0 ? cuts.get(here) : other.cuts.get(there);
      here += order <= 0 ? 1 : 0;
      there += order >= 0 ? 1 : 0;
      boolean isIn = both ? isOdd(here) && isOdd(there) : isOdd(here) || isOdd(there);
      if (isIn != in) {
        merged.add(cut);
        in = isIn;
      }
    }
    return new Values(List.copyOf(merged));
  }

  private static boolean isOdd(int number) {
    return (number & 1) == 1;
  }

  Values not() {
    List<Cut> others = new ArrayList<>(cuts);
    if (!others.remove(Cut.BELOW_ALL)) {
      others.add(0, Cut.BELOW_ALL);
    }
    return new Values(List.copyOf(others));
  }

  boolean isEmpty() {
    return cuts.isEmpty();
  }

  /** In how many pieces the values lie. */
  int pieces() {
    return (cuts.size() + 1) / 2;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Values that && cuts.equals(that.cuts);
  }

  @Override
  public int hashCode() {
    return cuts.hashCode();
  }

  @Override
  public String toString() {
    return cuts.toString();
  }
}
