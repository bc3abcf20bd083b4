package dev.zt.engine.facts;

import static dev.zt.engine.facts.ReadingAssert.assertThat;
import static dev.zt.engine.facts.World.ADDRESS;
import static dev.zt.engine.facts.World.number;
import static dev.zt.engine.facts.World.read;
import static dev.zt.engine.facts.World.set;
import static dev.zt.engine.facts.World.text;

import dev.zt.policy.Type;
import dev.zt.policy.value.Value;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SetDataTest {
  private static final Type STRINGS = new Type.SetOf(Type.Scalar.STRING);
  private static final Type INTS = new Type.SetOf(Type.Scalar.INT);

  @Test
  void collectionsAndArraysAreSetsAndDuplicatesCollapse() {
    assertThat(read(STRINGS, List.of("a", "b", "a"))).isEqualTo(set(text("a"), text("b")));
    assertThat(read(STRINGS, Set.of("a"))).isEqualTo(set(text("a")));
    assertThat(read(STRINGS, new String[] {"a", "a"})).isEqualTo(set(text("a")));
    assertThat(read(INTS, new int[] {1, 2})).isEqualTo(set(number(1), number(2)));
    assertThat(read(STRINGS, List.of())).isEqualTo(set());
    assertThat(read(STRINGS, List.of(Optional.of("a")))).isEqualTo(set(text("a")));
  }

  @Test
  void elementsAreEqualAsValuesOfTheirType() {
    Type versions = new Type.SetOf(Type.Scalar.VERSION);
    Value.SetOf read = (Value.SetOf) read(versions, List.of("14", "14.0"));
    org.assertj.core.api.Assertions.assertThat(read.size()).isEqualTo(1);
  }

  @Test
  void aMistypedElementMakesTheSetUnknown() {
    assertThat(read(STRINGS, List.of("a", 7))).isMistyped("7 is not a string");
    assertThat(read(INTS, new double[] {1})).isMistyped();
  }

  @Test
  void aNullElementMakesTheSetMissing() {
    assertThat(read(STRINGS, Arrays.asList("a", null))).isMissing();
    assertThat(read(STRINGS, List.of(Optional.empty()))).isMissing();
  }

  @Test
  void theGravestCauseIsGivenWhateverTheOrder() {
    assertThat(read(STRINGS, Arrays.asList(null, 7))).isMistyped();
    assertThat(read(STRINGS, Arrays.asList(7, null))).isMistyped();
    assertThat(read(STRINGS, Arrays.asList(null, "a".repeat((1 << 20) + 1)))).isOverflowed();
  }

  @Test
  void aRecordWithAnUnknownFieldIsAnElementThatIsNotKnown() {
    Map<String, Object> whole =
        Map.of("street", Optional.empty(), "city", "Bonn", "country", "DE", "post-code", "53111");
    Map<String, Object> partial = new HashMap<>(whole);
    partial.remove("post-code");
    Type addresses = new Type.SetOf(ADDRESS);
    assertThat(read(addresses, List.of(whole))).isInstanceOf(Value.SetOf.class);
    assertThat(read(addresses, List.of(whole, partial))).isMissing();
    assertThat(read(addresses, List.of(partial, Map.of("city", 7)))).isMistyped();
  }

  @Test
  void aSetMayHave65536Elements() {
    assertThat(read(INTS, numbers(65_536))).isInstanceOf(Value.SetOf.class);
    assertThat(read(INTS, numbers(65_537))).isOverflowed();
    assertThat(read(INTS, Collections.nCopies(65_537, 1))).isOverflowed();
    assertThat(read(INTS, new int[65_537])).isOverflowed();
  }

  @Test
  void aCollectionWithoutEndIsOverflowed() {
    assertThat(read(INTS, Collections.nCopies(Integer.MAX_VALUE, 1))).isOverflowed();
  }

  @Test
  void theTextOfASetIsLimitedInAll() {
    String long1 = "a".repeat(1 << 20);
    assertThat(read(STRINGS, Collections.nCopies(60_000, long1))).isOverflowed();
    assertThat(read(STRINGS, Collections.nCopies(50, long1))).isEqualTo(set(text(long1)));
  }

  @Test
  void whatIsNoCollectionIsNoSet() {
    assertThat(read(STRINGS, "a")).isMistyped("\"a\" is not a set");
    assertThat(read(STRINGS, Map.of("a", "b"))).isMistyped();
    assertThat(read(STRINGS, Path.of("/"))).isMistyped();
  }

  @Test
  void aCollectionInItselfIsMistyped() {
    List<Object> cyclic = new ArrayList<>();
    cyclic.add(cyclic);
    assertThat(read(STRINGS, cyclic)).isMistyped("a list is not a string");
    assertThat(read(new Type.SetOf(STRINGS), cyclic)).isMistyped();
  }

  @Test
  void aCollectionWhoseCodeThrowsIsFailed() {
    List<Object> hostile =
        new AbstractList<>() {
          @Override
          public Object get(int index) {
            throw new IllegalStateException("no\nway");
          }

          @Override
          public int size() {
            return 1;
          }
        };
    assertThat(read(STRINGS, hostile)).isFailed("reading it threw IllegalStateException: no\\nway");
  }

  @Test
  void aCollectionThatThrowsWhatItMayNotIsFailed() {
    List<Object> hostile =
        new AbstractList<>() {
          @Override
          public Object get(int index) {
            throw SetDataTest.<RuntimeException>undeclared(new SpeechlessException());
          }

          @Override
          public int size() {
            return 1;
          }
        };
    assertThat(read(STRINGS, hostile)).isFailed("reading it threw SpeechlessException");
  }

  private static final class SpeechlessException extends Exception {
    @Override
    public String getMessage() {
      throw new IllegalStateException();
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E undeclared(Throwable thrown) throws E {
    throw (E) thrown;
  }

  @Test
  void aCollectionThatRecursesForeverIsFailed() {
    List<Object> hostile =
        new AbstractList<>() {
          @Override
          public Object get(int index) {
            return get(index);
          }

          @Override
          public int size() {
            return size();
          }
        };
    assertThat(read(STRINGS, hostile)).isFailed("reading it threw StackOverflowError");
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }
}
