package dev.zt.engine.facts;

import static dev.zt.engine.facts.ReadingAssert.assertThat;
import static dev.zt.engine.facts.World.HEALTH;
import static dev.zt.engine.facts.World.TIER;
import static dev.zt.engine.facts.World.read;

import dev.zt.policy.value.Value;
import org.junit.jupiter.api.Test;

class EnumDataTest {
  private enum Edr {
    HEALTHY,
    EARLY_STAGE,
    LateStage,
    high,
    HIGH,
    OTHER {
      @Override
      public String toString() {
        return "healthy";
      }
    }
  }

  private static Value health(String name, int ordinal) {
    return new Value.EnumConstant("w.Health", name, ordinal);
  }

  @Test
  void textIsAConstantByItsExactName() {
    assertThat(read(TIER, "mid")).isEqualTo(new Value.EnumConstant("w.Tier", "mid", 1));
    assertThat(read(TIER, new StringBuilder("high")))
        .isEqualTo(new Value.EnumConstant("w.Tier", "high", 2));
    assertThat(read(TIER, "MID")).isMistyped("\"MID\" is not a constant of Tier");
    assertThat(read(TIER, "")).isMistyped();
    assertThat(read(TIER, 1)).isMistyped("1 is not a constant of Tier");
  }

  @Test
  void aJavaConstantMeetsADeclaredOneWithoutRegardToCaseAndUnderscores() {
    assertThat(read(HEALTH, Edr.HEALTHY)).isEqualTo(health("healthy", 0));
    assertThat(read(HEALTH, Edr.EARLY_STAGE)).isEqualTo(health("earlyStage", 1));
    assertThat(read(HEALTH, Edr.LateStage)).isEqualTo(health("late_stage", 2));
  }

  @Test
  void whereTwoDeclaredNamesAreThenAlikeOnlyTheExactNameCounts() {
    assertThat(read(HEALTH, Edr.high)).isEqualTo(health("high", 4));
    assertThat(read(HEALTH, Edr.HIGH)).isMistyped("HIGH is not a constant of Health");
  }

  @Test
  void aJavaConstantIsReadByNameAndNotByItsText() {
    assertThat(read(HEALTH, Edr.OTHER)).isMistyped("OTHER is not a constant of Health");
  }
}
