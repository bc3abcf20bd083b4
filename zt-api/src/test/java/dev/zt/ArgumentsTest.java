package dev.zt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArgumentsTest {
  @Test
  void aCallWithoutArgumentsIsItsName() {
    assertThat(new Obligation("read_only", Map.of())).hasToString("read_only");
  }

  @Test
  void textStandsInQuotesAsInAPolicy() {
    assertThat(new Obligation("mask", Map.of("field", "a \"b\"\n\\c")))
        .hasToString("mask(field: \"a \\\"b\\\"\\n\\\\c\")");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0s",
    "PT0.25S, 250ms",
    "PT15M, 15m",
    "PT1H30M, 1h30m",
    "PT49H0M5.001S, 2d1h5s1ms",
    "PT-90S, -1m30s"
  })
  void aDurationReadsAsInAPolicy(Duration duration, String text) {
    assertThat(new Obligation("max_duration", Map.of("limit", duration)))
        .hasToString("max_duration(limit: " + text + ")");
  }

  @Test
  void argumentsComeInTheOrderOfDeclaration() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("phishing_resistant", true);
    arguments.put("max_age", Duration.ofMinutes(15));
    assertThat(new Challenge.Step("mfa", arguments))
        .hasToString("mfa(phishing_resistant: true, max_age: 15m)");
  }

  @Test
  void aChoiceNamesItsAlternatives() {
    Challenge.Step mfa = new Challenge.Step("mfa", Map.of());
    Challenge.Step comply = new Challenge.Step("comply", Map.of("text", "Update."));
    assertThat(new Challenge(List.of(mfa, comply)))
        .hasToString("one of mfa, comply(text: \"Update.\")");
  }
}
