package dev.zt.dsl.architecture;

import static java.util.Map.entry;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  /** Without what jars carry of libraries. */
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(location -> !location.contains("/shaded/"))
          .importUrls(Modules.locations());

  private static final House HOUSE =
      new House(
          new Ranks(
              "dev.zt",
              Map.ofEntries(
                  entry("", 0),
                  entry("policy.value", 1),
                  entry("policy", 2),
                  entry("engine.facts", 3),
                  entry("engine.behavior", 4),
                  entry("engine.reference", 4),
                  entry("engine.elevation", 4),
                  entry("engine.usage", 4),
                  entry("engine.signal", 4),
                  entry("engine.audit", 4),
                  entry("engine.maxmind", 4),
                  entry("engine.authzen", 4),
                  entry("engine.compile", 5),
                  entry("engine.session", 5),
                  entry("engine", 6),
                  entry("dsl.suite", 7),
                  entry("dsl.source", 7),
                  entry("dsl.diagnostic", 8),
                  entry("dsl.table", 9),
                  entry("dsl.syntax", 9),
                  entry("dsl.format", 10),
                  entry("dsl.check.polarity", 10),
                  entry("dsl.check.lint", 10),
                  entry("dsl.check", 11),
                  entry("dsl", 12))));

  @Test
  void anArrowOnlyGoesToALowerRank() {
    HOUSE.arrowsPointDownwards().check(PRODUCT);
  }

  @Test
  void theCompilerDoesNotDecide() {
    HOUSE.theCompilerDoesNotDecide().check(PRODUCT);
  }

  @Test
  void everyPackageIsNullMarked() {
    HOUSE.everyPackageIsNullMarked().check(PRODUCT);
  }

  @Test
  void theParserRuntimeStaysWhereTheSyntaxIs() {
    HOUSE.only(List.of("dsl.syntax"), "org.antlr..").check(PRODUCT);
  }

  @Test
  void jsonStaysWhereItIsReadAndWritten() {
    HOUSE
        .only(List.of("engine.audit", "engine.authzen", "dsl.table"), "com.fasterxml..")
        .check(PRODUCT);
  }

  @Test
  void bytecodeIsWrittenWherePoliciesAreCompiled() {
    HOUSE.only(List.of("engine.compile"), "org.objectweb.asm..").check(PRODUCT);
  }

  @Test
  void theFormatOfAddressesStaysWhereItIsRead() {
    HOUSE.only(List.of("engine.maxmind"), "com.maxmind..").check(PRODUCT);
  }

  /** They are most of Guava: a jar that carries one class of them carries a megabyte. */
  @Test
  void theCollectionsOfGuavaStayInTheCompiler() {
    HOUSE.only(List.of("dsl"), "com.google.common.collect..").check(PRODUCT);
    HOUSE.only(List.of("dsl"), "dev.zt.engine.shaded.guava.collect..").check(PRODUCT);
  }

  @Test
  void theApiDependsOnNothing() {
    HOUSE.theApiDependsOnNothing().check(PRODUCT);
  }

  @Test
  void anApplicationSeesNoLibrary() {
    HOUSE.signaturesShowOnly(Modules.exportedPackages()).check(PRODUCT);
  }

  @Test
  void timeEntersThroughAnInstantSource() {
    HOUSE.nobodyReadsTheSystemClock().check(PRODUCT);
  }

  @Test
  void namesSayWhatTheyName() {
    HOUSE.namesSayWhatTheyName().check(PRODUCT);
  }
}
