package dev.zt.policy.value;

import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
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
    List<Value> few = new ArrayList<>(values.size());
    for (Value value : values) {
      if (!few.contains(value)) {
        few.add(value);
      }
    }
    return new FewElements(few.toArray(new Value[0]));
  }

  @Override
  public boolean contains(@Nullable Object value) {
    for (Value element : elements) {
      if (element.equals(value)) {
        return true;
      }
    }
    return false;
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
