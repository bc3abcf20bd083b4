package dev.zt.test.search;

import dev.zt.policy.Affix;
import dev.zt.policy.value.Cidr;
import dev.zt.policy.value.Glob;
import dev.zt.policy.value.InvalidText;
import dev.zt.policy.value.IpAddress;
import dev.zt.policy.value.SpiffeId;
import dev.zt.policy.value.SpiffePattern;
import dev.zt.policy.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Texts and addresses that match, and some that do not. */
final class Patterns {
  private static final List<String> OUTSIDE =
      List.of("8.8.8.8", "192.0.2.1", "203.0.113.9", "2001:db8:ffff::1");

  private Patterns() {}

  /** A text that matches, and one that hardly does. */
  static List<Value> of(Glob glob) {
    String pattern = glob.toString();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        text.append(pattern.charAt(++i));
      } else {
        text.append(c == '*' || c == '?' ? 'x' : c);
      }
    }
    return List.of(new Value.Text(text.toString()), new Value.Text("other"), new Value.Text("-"));
  }

  /** An id that matches, and one that hardly does. */
  static List<Value> of(SpiffePattern pattern) {
    SpiffeId other = SpiffeId.parse("spiffe://other.example/x");
    try {
      String text = pattern.toString().replace("**", "x").replace("*", "x");
      return List.of(SpiffeId.parse(text), other);
    } catch (InvalidText noId) {
      return List.of(other);
    }
  }

  /** A text that begins or ends so, and one that hardly does. */
  static List<Value> of(Affix affix, Value.Text part) {
    String with = affix == Affix.PREFIX ? part.value() + "x" : "x" + part.value();
    return List.of(new Value.Text(with), new Value.Text("other"), new Value.Text("-"));
  }

  /** The ends of each range, and addresses in none of them. */
  static List<Value> of(Collection<Cidr> ranges) {
    List<Value> values = new ArrayList<>();
    for (Cidr range : ranges) {
      values.add(range.network());
      values.add(range.last());
    }
    for (String text : OUTSIDE) {
      IpAddress address = IpAddress.parse(text);
      if (ranges.stream().noneMatch(range -> range.contains(address))) {
        values.add(address);
        break;
      }
    }
    return values;
  }
}
