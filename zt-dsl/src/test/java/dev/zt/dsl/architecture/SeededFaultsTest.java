package dev.zt.dsl.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeededFaultsTest {
  private static final String ROOT = "dev.zt.dsl.architecture.seeded";

  private static final JavaClasses SEEDED = new ClassFileImporter().importPackages(ROOT);

  private static final House HOUSE = house(Map.of("", 0, "policy", 1, "engine", 2, "dsl", 3));

  @Test
  void anArrowThatGoesUpIsCaught() {
    assertThat(faults(HOUSE.arrowsPointDownwards()))
        .isNotEmpty()
        .allMatch(fault -> fault.contains("policy.Rule") && fault.contains("engine.Engine"));
  }

  @Test
  void anArrowBetweenEqualsIsCaught() {
    House level = house(Map.of("", 0, "policy", 1, "engine", 1, "dsl", 2));
    assertThat(faults(level.arrowsPointDownwards()))
        .isNotEmpty()
        .allMatch(fault -> fault.contains("policy.Rule"));
  }

  @Test
  void aPackageWithoutARankIsCaught() {
    House unfinished = house(Map.of("", 0, "policy", 3, "engine", 2));
    assertThat(faults(unfinished.arrowsPointDownwards()))
        .isNotEmpty()
        .allMatch(fault -> fault.equals(ROOT + ".dsl has no rank"));
  }

  @Test
  void aCompilerThatDecidesIsCaught() {
    assertThat(faults(HOUSE.theCompilerDoesNotDecide()))
        .isNotEmpty()
        .allMatch(fault -> fault.contains("dsl.CompilerImpl"));
  }

  @Test
  void aPackageThatIsNotNullMarkedIsCaught() {
    assertThat(faults(HOUSE.everyPackageIsNullMarked()))
        .containsExactly(ROOT + ".engine is not null-marked");
  }

  @Test
  void aLibraryOutOfItsPlaceIsCaught() {
    assertThat(faults(HOUSE.only(List.of("dsl.syntax"), "org.antlr..")))
        .isNotEmpty()
        .allMatch(fault -> fault.contains("org.antlr.v4.runtime.Token"));
    assertThat(faults(HOUSE.only(List.of("dsl"), "org.antlr.."))).isEmpty();
  }

  @Test
  void anApiThatDependsOnSomethingIsCaught() {
    assertThat(faults(HOUSE.theApiDependsOnNothing()))
        .isNotEmpty()
        .allMatch(fault -> fault.contains("ImmutableList"));
  }

  @Test
  void aSignatureThatShowsALibraryIsCaught() {
    assertThat(faults(HOUSE.signaturesShowOnly(Set.of(ROOT))))
        .containsExactly(ROOT + ".Answer.reasons() shows com.google.common.collect.ImmutableList");
  }

  @Test
  void aReadingOfTheSystemClockIsCaught() {
    assertThat(faults(HOUSE.nobodyReadsTheSystemClock()))
        .hasSize(1)
        .allMatch(fault -> fault.contains("Instant.now"));
  }

  @Test
  void aNameThatSaysNothingIsCaught() {
    assertThat(faults(HOUSE.namesSayWhatTheyName()))
        .hasSize(1)
        .allMatch(fault -> fault.contains("CompilerImpl"));
  }

  private static List<String> faults(ArchRule rule) {
    return rule.evaluate(SEEDED).getFailureReport().getDetails();
  }

  private static House house(Map<String, Integer> ranks) {
    return new House(new Ranks(ROOT, ranks));
  }
}
