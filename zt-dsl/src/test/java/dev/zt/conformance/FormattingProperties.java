package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zt.dsl.Formatting;
import dev.zt.dsl.PolicyFormatter;
import dev.zt.dsl.format.Noise;
import dev.zt.dsl.format.Sameness;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** The layout of a file changes nothing of what it says. */
class FormattingProperties {
  @Provide
  Arbitrary<List<Policies.Labelled>> rules() {
    return Policies.rules();
  }

  @Property(tries = 300)
  void aRandomSetIsTheSameInItsLayoutWhateverStandsBetweenItsWords(
      @ForAll("rules") List<Policies.Labelled> rules, @ForAll long seed) {
    String text = new Noise(new Random(seed), 8).in(Compiled.text(rules));

    check(text);
  }

  @Test
  void thePoliciesOfTheOutsideCasesAreTheSameInTheirLayout() throws IOException {
    int checked = 0;
    for (JsonNode each : Vectors.rows("semantics/cases.ndjson")) {
      String text = each.get("policy").asText();
      if (PolicyFormatter.format("case.zt", text).errors().isEmpty()) {
        check(text);
        checked++;
      }
    }
    assertThat(checked).isGreaterThan(50);
  }

  private static void check(String text) {
    Formatting formatting = PolicyFormatter.format("t.zt", text);
    assertThat(formatting.report()).as(text).isEmpty();
    String once = formatting.text().orElseThrow();
    assertThat(Sameness.differences(text, once)).as(text).isEmpty();
    assertThat(PolicyFormatter.format("t.zt", once).text()).as(text).contains(once);
  }
}
