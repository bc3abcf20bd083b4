package dev.zt.policy.value;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A set of a few values in their order: an array that is searched through. Immutable. */
final class FewElements extends AbstractSet<Value> {
  private static final int MOST = 8;

  private final Value[] elements;

  private FewElements(Value[] elements) {
    this.elements = elements;
  }

  /** An immutable set of these, in their order. */
  static Set<Value> copyOf(Collection<? extends Value> values) {
    if (values instanceof FewElements few) {
      return few;
    }
    if (values.size() > MOST) {
      return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
    Value[] few = new Value[values.size()];
    int count = 0;
    for (Value value : values) {
      if (!contains(few, count, value)) {
        few[count++] = value;
      }
    }
    return new FewElements(count == few.length ? few : Arrays.copyOf(few, count));
  }

  private static boolean contains(Value[] elements, int count, @Nullable Object value) {
    for (int at = 0; at < count; at++) {
      if (elements[at].equals(value)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean contains(@Nullable Object value) {
    return contains(elements, elements.length, value);
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public Iterator<Value> iterator() {
    return Arrays.asList(elements).iterator();
  }
}
