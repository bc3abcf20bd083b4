package dev.zt.test.search;

import dev.zt.dsl.suite.Expectation;
import dev.zt.dsl.suite.GivenEntity;
import dev.zt.dsl.suite.GivenSignal;
import dev.zt.dsl.suite.Situation;
import dev.zt.policy.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Settings and expectations as tests write them. */
public final class TestText {
  private final String module;
  private final Map<Value.Ref, GivenEntity> further = new HashMap<>();

  private TestText(String module, Situation situation) {
    this.module = module;
    situation.entities().forEach(each -> further.putIfAbsent(each.reference(), each));
    further.remove(situation.subject().reference());
    further.remove(situation.resource().reference());
  }

  /**
   * A whole test with one case.
   *
   * @param setting what it stands on, with nothing {@link Setting#earlier}
   */
  public static String block(String module, String title, Setting setting, Expectation expected) {
    return new TestText(module, setting.asked()).block(title, setting, expected);
  }

  private String block(String title, Setting setting, Expectation expected) {
    Situation situation = setting.asked();
    List<Step> steps = new ArrayList<>(setting.steps());
    steps.sort(Comparator.comparingLong(Step::ago).reversed());
    long ago = steps.isEmpty() ? 0 : steps.get(0).ago();
    List<String> lines = new ArrayList<>();
    lines.add("test " + new Value.Text(title) + " {");
    Instant now = situation.now();
    if (now != null) {
      lines.add("  given now \"" + now.minusMillis(ago) + "\"");
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
    for (Step step : steps) {
      lines.add("  " + passed(ago - step.ago()) + step(step, situation));
      ago = step.ago();
    }
    lines.add(
        "  " + passed(ago) + situation.action() + " => " + Written.expectation(module, expected));
    lines.add("}");
    return lines.stream().collect(Collectors.joining("\n", "", "\n"));
  }

  private static String passed(long time) {
    return time == 0 ? "" : "after " + new Value.Duration(time) + ": ";
  }

  private static String step(Step step, Situation asked) {
    String with = Written.with(step.with(), step.given(asked));
    return (step.kind() == Step.Kind.EVENT ? "event " : "do ")
        + step.name()
        + (with.isEmpty() ? "" : " " + with);
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
