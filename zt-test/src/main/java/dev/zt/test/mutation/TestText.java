package dev.zt.test.mutation;

import dev.zt.dsl.suite.Expectation;
import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.GivenSignal;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.value.Value;
import dev.zt.test.search.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Situations and expectations as tests write them. */
final class TestText {
  private final String module;
  private final Map<Value.Ref, GivenEntity> further = new HashMap<>();

  private TestText(String module, Situation situation) {
    this.module = module;
    situation.entities().forEach(each -> further.putIfAbsent(each.reference(), each));
    further.remove(situation.subject().reference());
    further.remove(situation.resource().reference());
  }

  /** A whole test with one case. */
  static String block(String module, String title, Situation situation, Expectation expected) {
    return new TestText(module, situation).block(title, situation, expected);
  }

  private String block(String title, Situation situation, Expectation expected) {
    List<String> lines = new ArrayList<>();
    lines.add("test " + new Value.Text(title) + " {");
    Instant now = situation.now();
    if (now != null) {
      lines.add("  given now \"" + now + "\"");
    }
    lines.add("  given subject " + Written.entity(situation.subject(), this::value));
    lines.add("  given resource " + Written.entity(situation.resource(), this::value));
    if (!situation.actionFields().isEmpty()) {
      lines.add("  given action " + Written.fields(situation.actionFields(), this::value));
    }
    for (GivenSignal signal : situation.signals()) {
      if (!signal.fields().isEmpty()) {
        lines.add("  given " + signal.name() + " " + Written.fields(signal.fields(), this::value));
      }
    }
    lines.add("");
    lines.add("  " + situation.action() + " => " + Written.expectation(module, expected));
    lines.add("}");
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private String value(Value value) {
    if (value instanceof Value.Ref ref) {
      GivenEntity described = further.remove(ref);
      return described == null ? Written.value(ref) : Written.entity(described, this::value);
    }
    if (value instanceof Value.SetOf set) {
      return set.elements().stream().map(this::value).collect(Collectors.joining(", ", "[", "]"));
    }
    return Written.value(value);
  }
}
