package dev.zt.test.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;

class GatesTest {
  private static final String GATED = "src/test/policies/gated";

  @PolicyTests(value = GATED, minRule = 50, minCondition = 100, minMutation = 12.5)
  static final class Reached {}

  @PolicyTests(value = GATED, minRule = 50.5, minMutation = 100)
  static final class Missed {}

  @PolicyTests(value = GATED, minRule = Double.NaN)
  static final class NoNumber {}

  @PolicyTests(value = GATED, minRule = -1)
  static final class Unasked {}

  @Test
  void eachGateIsATestOfItsOwn() {
    assertThat(messages(Reached.class))
        .containsEntry("rule coverage is at least 50 %", "")
        .containsEntry("condition coverage is at least 100 %", "")
        .containsEntry("mutation score is at least 12.5 %", "")
        .hasSize(5);
  }

  @Test
  void aMissedGateSaysWhatIsMissing() {
    Map<String, String> messages = messages(Missed.class);
    assertThat(messages.get("rule coverage is at least 50.5 %"))
        .startsWith("it is 50 % (1 of 2)\n")
        .contains(GATED + "/gated.zt:10");
    assertThat(messages.get("mutation score is at least 100 %")).contains(GATED + "/gated.zt:10");
  }

  @Test
  void whatIsNoNumberIsNeverReached() {
    assertThat(messages(NoNumber.class).get("rule coverage is at least NaN %")).isNotEmpty();
  }

  @Test
  void whereNothingIsAskedForThereIsNoGate() {
    assertThat(messages(Unasked.class))
        .containsOnlyKeys("read => permit", "read => deny with subject { trained: false }");
  }

  /** What each test says, empty when it passes. */
  private static Map<String, String> messages(Class<?> type) {
    Map<String, String> messages = new LinkedHashMap<>();
    EngineTestKit.engine(new PolicyTestEngine())
        .selectors(selectClass(type))
        .execute()
        .testEvents()
        .finished()
        .stream()
        .forEach(
            event ->
                messages.put(
                    event.getTestDescriptor().getDisplayName(),
                    event
                        .getRequiredPayload(TestExecutionResult.class)
                        .getThrowable()
                        .map(Throwable::getMessage)
                        .orElse("")));
    return messages;
  }
}
