package dev.zt.engine.facts;

import dev.zt.UnknownCause;
import dev.zt.policy.value.Absent;
import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sets, from collections and arrays. One element that cannot be read leaves the whole set unknown;
 * of several, the cause is the one that comes first in {@link #GRAVEST}, whatever the order.
 *
 * <p>Other iterables are not read: a path or a JSON text may be one, and would look like a set
 * without elements.
 */
record SetReader(ValueReader element) implements ValueReader {
  private static final int MOST = 65_536;
  private static final int FEW = 16;
  private static final List<UnknownCause> GRAVEST =
      List.of(
          UnknownCause.MISTYPED,
          UnknownCause.OVERFLOWED,
          UnknownCause.FAILED,
          UnknownCause.STALE,
          UnknownCause.MISSING);

  @Override
  public Reading read(@Nullable Object given, Allowance allowance) {
    if (given == null) {
      return Unusable.NULL;
    }
    if (given instanceof Collection<?> collection) {
      return read(collection.iterator(), Math.min(collection.size(), FEW), allowance);
    }
    if (given.getClass().isArray()) {
      return read(
          IntStream.range(0, Array.getLength(given))
              .mapToObj(at -> Array.get(given, at))
              .iterator(),
          FEW,
          allowance);
    }
    return Unusable.mistyped(given, "a set");
  }

  private Reading read(Iterator<?> elements, int likely, Allowance allowance) {
    List<Value> values = new ArrayList<>(likely);
    Absent broken = null;
    for (int count = 0; elements.hasNext(); count++) {
      if (count == MOST) {
        return Unusable.tooLarge("a set has at most 65,536 elements");
      }
      if (!allowance.covers(0)) {
        return Unusable.tooMuch();
      }
      Reading reading = element.read(elements.next(), allowance);
      Absent gap = gap(reading);
      if (gap != null) {
        broken = broken == null ? gap : graver(broken, gap);
        if (broken.cause() == UnknownCause.MISTYPED) {
          return broken;
        }
      } else {
        values.add((Value) reading);
      }
    }
    return broken == null ? Value.SetOf.of(values) : broken;
  }

  /**
   * Why an element is not wholly known. A record with an unknown field is not: whether it equals
   * another element, and so how many there are, would be unknown.
   */
  private static @Nullable Absent gap(Reading reading) {
    if (reading instanceof Value.Fields parts) {
      Absent gravest = null;
      for (Reading part : parts.fields().values()) {
        Absent gap = gap(part);
        if (gap != null) {
          gravest = gravest == null ? gap : graver(gravest, gap);
        }
      }
      return gravest;
    }
    return reading instanceof Absent absent ? absent : null;
  }

  private static Absent graver(Absent one, Absent other) {
    return GRAVEST.indexOf(other.cause()) < GRAVEST.indexOf(one.cause()) ? other : one;
  }
}
