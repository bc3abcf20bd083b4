package dev.zt.test.coverage;

import dev.zt.Explanation.Truth;
import java.util.Objects;

/**
 * What a condition came to in one case.
 *
 * @param testedCase the case
 * @param truth what it came to
 * @param alone whether the rule's verdict hung on it: with all other conditions as they were, it
 *     would have been another one had this condition come out the other way
 * @param struck whether the rule had its say: a permit gave access, another rule stood against it
 */
public record Sighting(TestedCase testedCase, Truth truth, boolean alone, boolean struck) {
  public Sighting {
    Objects.requireNonNull(testedCase, "testedCase");
    Objects.requireNonNull(truth, "truth");
  }
}
