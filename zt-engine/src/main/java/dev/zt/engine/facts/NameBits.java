package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the questions "is one of these names among those given?" are answered by yes, as bits:
 * found out once for whoever has the names. Of more than {@value #MOST} questions the first have a
 * bit. Immutable.
 */
public final class NameBits {
  /** No question has a bit. */
  static final NameBits NONE = of(Set.of());

  private static final int MOST = Long.SIZE;

  private final Map<Set<String>, Integer> bits = new HashMap<>();
  private final Map<String, Long> masks = new HashMap<>();

  private NameBits() {}

  static NameBits of(Collection<Set<String>> questions) {
    NameBits all = new NameBits();
    for (Set<String> question : questions) {
      if (all.bits.size() < MOST && !all.bits.containsKey(question)) {
        int bit = all.bits.size();
        all.bits.put(question, bit);
        question.forEach(name -> all.masks.merge(name, 1L << bit, (one, other) -> one | other));
      }
    }
    return all;
  }

  /** The bit of a question; -1 for one that has none. */
  public int bit(Set<String> question) {
    return bits.getOrDefault(question, -1);
  }

  /** The answers for a set of names. */
  long answers(@Nullable Reading given) {
    long answers = 0;
    if (given instanceof Value.SetOf names) {
      for (Value name : names.elements()) {
        answers |= name instanceof Value.Text text ? masks.getOrDefault(text.value(), 0L) : 0;
      }
    }
    return answers;
  }
}
