package dev.zt.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import org.jspecify.annotations.Nullable;

/**
 * What compiled policies decide of a request made of an application's records is what the reference
 * decides of the same request made of maps: records are answered by generated code, maps are read.
 *
 * <p>{@code -Dzt.records=N} makes N decisions, {@code -Dzt.differential.seed=S} others.
 */
class RecordProperties {
  private static final int DECISIONS = Integer.getInteger("zt.records", 50_000);

  /** In far fewer each seeded fault is found. */
  private static final int MOST_UNTIL_A_FAULT = 50_000;

  private static final long SEED = Long.getLong("zt.differential.seed", 20_261_126L);

  private static Comparison comparison(UnaryOperator<@Nullable Object> misread) {
    int[] number = {0};
    return new Comparison(
        SEED,
        UnaryOperator.identity(),
        DifferentialProperties.policies(),
        DifferentialProperties.FURTHER_DECLARATIONS,
        world -> {
          RecordWorld records = new RecordWorld(world, number[0]++, misread);
          return new Comparison.Asked(records.ofMaps(), records.ofRecords());
        });
  }

  @Example
  void requestsOfRecordsAreDecidedAsThoseOfMaps() {
    Comparison comparison = comparison(UnaryOperator.identity());
    Optional<String> difference = comparison.difference(DECISIONS);
    System.out.println("records as maps: " + comparison.decisions() + " decisions, seed " + SEED);
    assertThat(difference).as("seed %s", SEED).isEmpty();
  }

  @Example
  void aReaderThatTakesNothingForATextIsCaught() {
    assertCaught(value -> value == null ? "a" : value);
  }

  @Example
  void aReaderThatTakesYesForNoIsCaught() {
    assertCaught(value -> value instanceof Boolean truth ? (Object) !truth : value);
  }

  @Example
  void aReaderThatIsOffByOneIsCaught() {
    assertCaught(value -> value instanceof Integer number ? (Object) (number + 1) : value);
  }

  private static void assertCaught(UnaryOperator<@Nullable Object> misread) {
    assertThat(comparison(misread).difference(MOST_UNTIL_A_FAULT))
        .as("the seeded fault is caught")
        .isPresent();
  }
}
