package dev.zt.examples.nist;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.zt.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A kind of rows of which the policies say something else than the tables, on purpose. It excuses
 * exactly one outcome by exactly one rule, so that nothing else hides behind it.
 *
 * @param scenario the scenario
 * @param where cells that the row has
 * @param expected what the table says
 * @param got what is decided
 * @param by the rule that decides
 * @param reason why that is better
 */
record KnownDifference(
    String scenario,
    Map<String, String> where,
    Outcome expected,
    Outcome got,
    String by,
    String reason) {
  KnownDifference {
    where = Map.copyOf(where);
  }

  /** All that are known, from the resource {@code differences.json}. */
  static List<KnownDifference> all() {
    try (InputStream json =
        Objects.requireNonNull(KnownDifference.class.getResourceAsStream("/differences.json"))) {
      return new ObjectMapper().readValue(json, new TypeReference<List<KnownDifference>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether this is why the answer differs. */
  boolean explains(Row row, Answer answer) {
    return row.scenario().equals(scenario)
        && row.cells().entrySet().containsAll(where.entrySet())
        && answer.expected() == expected
        && answer.decision().outcome() == got
        && answer.decidedBy().equals(by);
  }
}
