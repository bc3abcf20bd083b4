package dev.zt.dsl.check.lint;

import com.google.common.collect.ImmutableRangeSet;
import com.google.common.collect.Range;
import dev.zt.policy.CompareOp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the values of one type, as ranges. A type whose values are counted is represented by
 * whole numbers, and its ranges are closed below and open above, so that an empty one is seen to be
 * empty; of other types a range may turn out to hold nothing though it is not called empty.
 */
final class Values {
  static final Values ALL = new Values(ImmutableRangeSet.of(Range.all()));
  static final Values NONE = new Values(ImmutableRangeSet.of());

  private final ImmutableRangeSet<Comparable<?>> ranges;

  private Values(ImmutableRangeSet<Comparable<?>> ranges) {
    this.ranges = ranges;
  }

  /** Every value that compares with the given one in that way. */
  static Values comparing(CompareOp op, Comparable<?> value) {
    return switch (op) {
      case EQ -> of(only(value));
      case NE -> of(only(value)).not();
      case LT -> of(Range.lessThan(value));
      case GE -> of(Range.atLeast(value));
      case LE -> greater(value).not();
      case GT -> greater(value);
    };
  }

  private static Values greater(Comparable<?> value) {
    if (!(value instanceof Long number)) {
      return of(Range.greaterThan(value));
    }
    return number == Long.MAX_VALUE ? NONE : of(Range.atLeast(number + 1));
  }

  private static Range<Comparable<?>> only(Comparable<?> value) {
    if (!(value instanceof Long number)) {
      return Range.singleton(value);
    }
    return number == Long.MAX_VALUE ? Range.atLeast(number) : Range.closedOpen(number, number + 1);
  }

  /** These values and no others. */
  static Values oneOf(Collection<? extends Comparable<?>> values) {
    List<Range<Comparable<?>>> each = new ArrayList<>();
    values.forEach(value -> each.add(only(value)));
    return new Values(ImmutableRangeSet.unionOf(each));
  }

  /** The whole numbers from one to another, both among them. */
  static Values from(long first, long last) {
    return comparing(CompareOp.GE, first).and(comparing(CompareOp.LE, last));
  }

  /** Everything from one value to another that is not counted, both among them. */
  static Values between(Comparable<?> first, Comparable<?> last) {
    return of(Range.closed(first, last));
  }

  /** Every text that begins so, compared by UTF-16 code unit. */
  static Values startingWith(String prefix) {
    int end = prefix.length();
    while (end > 0 && prefix.charAt(end - 1) == Character.MAX_VALUE) {
      end--;
    }
    if (end == 0) {
      return of(Range.atLeast(prefix));
    }
    String next = prefix.substring(0, end - 1) + (char) (prefix.charAt(end - 1) + 1);
    return of(Range.closedOpen(prefix, next));
  }

  private static Values of(Range<Comparable<?>> range) {
    return new Values(ImmutableRangeSet.of(range));
  }

  Values and(Values other) {
    if (equals(ALL)) {
      return other;
    }
    if (other.equals(ALL)) {
      return this;
    }
    return new Values(ranges.intersection(other.ranges));
  }

  Values or(Values other) {
    return new Values(ranges.union(other.ranges));
  }

  Values not() {
    return new Values(ranges.complement());
  }

  boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** In how many pieces the values lie. */
  int pieces() {
    return ranges.asRanges().size();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Values that && ranges.equals(that.ranges);
  }

  @Override
  public int hashCode() {
    return ranges.hashCode();
  }

  @Override
  public String toString() {
    return ranges.toString();
  }
}
