package dev.zt.engine.facts;

import dev.zt.policy.value.Reading;
import dev.zt.policy.value.Value;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which of the questions "is one of these names among those given?" are answered by yes, as bits:
 * found out once for whoever has the names. Of more than {@value #MOST} questions the first have a
 * bit; each name that is asked for has a number. Immutable.
 */
public final class NameBits {
  /** No question has a bit. */
  static final NameBits NONE = of(Set.of());

  private static final int MOST = 4 * Long.SIZE;
  private static final int FEW = 16;

  private final Map<Set<String>, Integer> bits;
  private final ByName<Name> names;
  private final int words;

  private NameBits(Map<Set<String>, Integer> bits, Map<String, Name> names, int words) {
    this.bits = bits;
    this.names = new ByName<>(names);
    this.words = words;
  }

  /** A name that is asked for, the number that stands for it, and the bits that it answers. */
  private static final class Name {
    private final int number;
    private final long[] mask;

    Name(int number, int words) {
      this.number = number;
      this.mask = new long[words];
    }
  }

  static NameBits of(Collection<Set<String>> questions) {
    Map<Set<String>, Integer> bits = new HashMap<>();
    for (Set<String> question : questions) {
      if (bits.size() < MOST) {
        bits.putIfAbsent(question, bits.size());
      }
    }
    int words = (bits.size() + Long.SIZE - 1) / Long.SIZE;
    Map<String, Name> names = new HashMap<>();
    for (Set<String> question : questions) {
      int bit = bits.getOrDefault(question, -1);
      for (String text : question) {
        Name known = names.get(text);
        Name name = known == null ? new Name(names.size(), words) : known;
        names.put(text, name);
        if (bit >= 0) {
          name.mask[bit >> 6] |= 1L << bit;
        }
      }
    }
    return new NameBits(bits, names, words);
  }

  /** The bit of a question; -1 for one that has none. */
  public int bit(Set<String> question) {
    return bits.getOrDefault(question, -1);
  }

  /** How many words of 64 bits hold the answers of one kind. */
  int words() {
    return words;
  }

  /**
   * Adds the answers for a set of names to words from there on: first those who say yes, then those
   * who say no; none for anything else.
   */
  void answer(@Nullable Reading given, int from, long[] into) {
    if (words == 0 || !(given instanceof Value.SetOf set)) {
      return;
    }
    for (Value name : set.elements()) {
      Name known = name instanceof Value.Text text ? names.get(text.value()) : null;
      if (known != null) {
        for (int word = 0; word < words; word++) {
          into[from + word] |= known.mask[word];
        }
      }
    }
    for (int word = 0; word < words; word++) {
      into[from + words + word] = ~into[from + word];
    }
  }

  /**
   * The same for a list of a few texts, without making a set of it; false where it is anything
   * else, and nothing is answered.
   */
  boolean answerPlain(@Nullable Object given, int from, long[] into) {
    if (words > 1 || !(given instanceof List<?> list) || list.size() > FEW) {
      return false;
    }
    long yes = 0;
    for (int at = 0; at < list.size(); at++) {
      if (!(list.get(at) instanceof String text)) {
        return false;
      }
      Name known = names.get(text);
      if (known == null && !Texts.isPlain(text)) {
        return false;
      }
      yes |= known == null || words == 0 ? 0 : known.mask[0];
    }
    if (words > 0) {
      into[from] = yes;
      into[from + 1] = ~yes;
    }
    return true;
  }

  /** The number that stands for a name that is asked for; -1 for another. */
  public int number(String name) {
    Name known = names.get(name);
    return known == null ? -1 : known.number;
  }

  /** The numbers of those names of a set that are asked for; null where no set is given. */
  int @Nullable [] numbers(@Nullable Reading given) {
    if (!(given instanceof Value.SetOf set)) {
      return null;
    }
    int[] numbers = new int[set.size()];
    int count = 0;
    for (Value name : set.elements()) {
      int number = name instanceof Value.Text text ? number(text.value()) : -1;
      if (number >= 0) {
        numbers[count++] = number;
      }
    }
    return count == numbers.length ? numbers : Arrays.copyOf(numbers, count);
  }
}
