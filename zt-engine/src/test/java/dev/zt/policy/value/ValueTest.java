package dev.zt.policy.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zt.policy.value.Value.Bool;
import dev.zt.policy.value.Value.Country;
import dev.zt.policy.value.Value.EnumConstant;
import dev.zt.policy.value.Value.Fields;
import dev.zt.policy.value.Value.Int;
import dev.zt.policy.value.Value.Ref;
import dev.zt.policy.value.Value.SetOf;
import dev.zt.policy.value.Value.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ValueTest {
  @Test
  void textIsComparedByCodePoint() {
    Text grin = new Text("😀");
    Text half = new Text("\uD83D");
    assertThat(new Text("abc").startsWith(new Text("ab"))).isTrue();
    assertThat(new Text("abc").endsWith(new Text("bc"))).isTrue();
    assertThat(new Text("abc").startsWith(new Text("b"))).isFalse();
    assertThat(new Text("abc").endsWith(new Text(""))).isTrue();
    assertThat(grin.startsWith(half)).as("half a code point is not the first").isFalse();
    assertThat(grin.endsWith(new Text("\uDE00"))).isFalse();
    assertThat(half.startsWith(half)).isTrue();
    assertThat(new Text("e\u0301")).as("never normalised").isNotEqualTo(new Text("\u00E9"));
  }

  @Test
  void lowerChangesTheLettersOfAsciiOnly() {
    assertThat(new Text("ÄB-CZ@[İI").lower()).isEqualTo(new Text("Äb-cz@[İi"));
  }

  @Test
  void textIsWrittenAsALiteral() {
    assertThat(new Text("a\"b\\c\nd\te")).hasToString("\"a\\\"b\\\\c\\nd\\te\"");
    assertThat(new Text("\u202E\u0000\uD83D😀é")).hasToString("\"\\u{202E}\\u{0}\\u{D83D}😀é\"");
  }

  @Property
  void aLiteralStaysOnItsLineAndSaysItsText(@ForAll String text) {
    String literal = new Text(text).toString();
    assertThat(literal.codePoints()).noneMatch(Character::isISOControl);
    assertThat(decoded(literal)).isEqualTo(text);
  }

  /** Reads a literal as the lexis says, written anew here. */
  private static String decoded(String literal) {
    StringBuilder out = new StringBuilder();
    for (int at = 1; at < literal.length() - 1; at++) {
      char c = literal.charAt(at);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char escape = literal.charAt(++at);
      if (escape == 'u') {
        int end = literal.indexOf('}', at);
        out.appendCodePoint(Integer.parseInt(literal.substring(at + 2, end), 16));
        at = end;
      } else {
        out.append(escape == 'n' ? '\n' : escape == 't' ? '\t' : escape);
      }
    }
    return out.toString();
  }

  @Test
  void setsAreEqualByTheirElements() {
    SetOf one = SetOf.of(List.of(new Int(1), new Int(2), new Int(1)));
    SetOf other = SetOf.of(List.of(new Int(2), new Int(1)));
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one.size()).isEqualTo(2);
    assertThat(one).hasToString("[1, 2]");
    assertThat(other.elements()).containsExactly(new Int(2), new Int(1));
    assertThat(one.contains(new Int(2))).isTrue();
    assertThat(one.contains(new Int(3))).isFalse();
  }

  @Test
  void setsContainAnyAndAllOfOthers() {
    SetOf set = SetOf.of(List.of(new Int(1), new Int(2)));
    SetOf empty = SetOf.of(List.of());
    assertThat(set.containsAny(SetOf.of(List.of(new Int(2), new Int(3))))).isTrue();
    assertThat(set.containsAny(SetOf.of(List.of(new Int(3))))).isFalse();
    assertThat(set.containsAny(empty)).isFalse();
    assertThat(set.containsAll(SetOf.of(List.of(new Int(2))))).isTrue();
    assertThat(set.containsAll(SetOf.of(List.of(new Int(2), new Int(3))))).isFalse();
    assertThat(set.containsAll(empty)).isTrue();
    assertThat(empty.containsAll(set)).isFalse();
  }

  @Test
  void nothingThatASetOrRecordWasMadeFromChangesIt() {
    Set<Value> elements = new HashSet<>(Set.of(new Int(1)));
    Map<String, Reading> fields = new HashMap<>(Map.of("a", new Int(1)));
    SetOf set = new SetOf(elements);
    Fields record = new Fields("R", fields);
    elements.add(new Int(2));
    fields.put("b", new Int(2));
    assertThat(set.size()).isEqualTo(1);
    assertThat(record.field("b")).isEqualTo(Absent.MISSING);
    assertThatThrownBy(() -> set.elements().add(new Int(2)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> record.fields().put("b", new Int(2)))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  @Timeout(20)
  void aSetOfTextsMadeToCollideIsStillQuick() {
    List<Value> colliding = new ArrayList<>();
    for (int i = 0; i < 1 << 16; i++) {
      StringBuilder text = new StringBuilder();
      for (int bit = 0; bit < 16; bit++) {
        text.append((i >> bit & 1) == 0 ? "Aa" : "BB");
      }
      colliding.add(new Text(text.toString()));
    }
    assertThat(SetOf.of(colliding).size()).isEqualTo(1 << 16);
  }

  @Test
  void recordsAreEqualByTheirFields() {
    Fields one =
        new Fields("Address", Map.of("street", new Text("x"), "country", new Country("DE")));
    Fields same =
        new Fields("Address", Map.of("country", new Country("DE"), "street", new Text("x")));
    assertThat(one).isEqualTo(same).hasToString("Address { country: DE, street: \"x\" }");
    assertThat(one).isNotEqualTo(new Fields("Address", Map.of("street", new Text("x"))));
    assertThat(one.field("street")).isEqualTo(new Text("x"));
  }

  @Test
  void enumConstantsAreOrderedByTheirDeclaration() {
    EnumConstant low = new EnumConstant("Level", "low", 1);
    EnumConstant high = new EnumConstant("Level", "high", 3);
    assertThat(low).isLessThan(high).hasToString("Level.low");
    assertThat(new EnumConstant("Other", "low", 1)).isNotEqualTo(low);
  }

  @Test
  void referencesAreWrittenWithTheirType() {
    assertThat(new Ref("Employee", "a\"b")).hasToString("Employee \"a\\\"b\"");
    assertThat(new Ref("Employee", "a")).isNotEqualTo(new Ref("Team", "a"));
  }

  @Test
  void noneAndTruthAreWrittenAsKeywords() {
    assertThat(Value.NONE).hasToString("none");
    assertThat(Bool.of(true)).isEqualTo(new Bool(true)).hasToString("true");
    assertThat(Bool.of(false)).isEqualTo(new Bool(false)).hasToString("false");
  }
}
