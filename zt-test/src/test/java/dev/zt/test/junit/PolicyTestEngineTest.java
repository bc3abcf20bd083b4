package dev.zt.test.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectDirectory;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectFile;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.FilePosition;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.opentest4j.AssertionFailedError;

class PolicyTestEngineTest {
  private static final String MIXED = "src/test/policies/mixed";

  @PolicyTests(MIXED)
  static final class Mixed {}

  @PolicyTests("src/test/policies/broken")
  static final class Broken {}

  @PolicyTests("src/test/policies/untested")
  static final class Untested {}

  @PolicyTests({MIXED, "src/test/policies/absent"})
  static final class Absent {}

  @PolicyTests({})
  static final class Nowhere {}

  @PolicyTests({MIXED + "/desk.zt", MIXED + "/more/rows.zt"})
  static final class Files {}

  @PolicyTests("on-the-class-path")
  static final class OnTheClassPath {}

  static final class Unmarked {}

  @Test
  void eachTestIsAContainerAndEachCaseATest() {
    TestDescriptor engine = discover(selectClass(Mixed.class));

    TestDescriptor type = only(engine);
    assertThat(type.getDisplayName()).isEqualTo("Mixed");
    assertThat(type.getSource()).contains(ClassSource.from(Mixed.class));
    assertThat(names(type)).containsExactly("clerks", "rows", "remembered");
    assertThat(type.getChildren()).allMatch(test -> test.isContainer() && !test.isTest());
    assertThat(type.getChildren().stream().map(PolicyTestEngineTest::names))
        .containsExactly(
            List.of("read => permit", "erase => deny by no_erasing", "close => permit"),
            List.of(
                "read => outcome [row 1: kind: \"a\", outcome: permit]",
                "read => outcome [row 2: kind: \"b\", outcome: deny]"),
            List.of("take => permit"));
  }

  @Test
  void aSourceIsThePlaceInThePolicyFile() {
    TestDescriptor test = only(discover(selectClass(Mixed.class))).getChildren().iterator().next();

    File file = new File(MIXED + "/desk.zt").getAbsoluteFile();
    assertThat(test.getSource()).contains(source(file, 21, 1));
    assertThat(test.getChildren())
        .extracting(node -> node.getSource().orElseThrow())
        .containsExactly(source(file, 25, 3), source(file, 26, 3), source(file, 27, 3));
  }

  @Test
  void aCasePassesFailsOrIsAborted() {
    assertThat(outcomes(selectClass(Mixed.class)))
        .containsExactly(
            "read => permit SUCCESSFUL",
            "erase => deny by no_erasing SUCCESSFUL",
            "close => permit FAILED",
            "read => outcome [row 1: kind: \"a\", outcome: permit] SUCCESSFUL",
            "read => outcome [row 2: kind: \"b\", outcome: deny] FAILED",
            "take => permit ABORTED");
  }

  @Test
  void aFailureSaysWhyAndLeadsToItsLine() {
    Throwable failure = failures(selectClass(Mixed.class)).get(0);

    assertThat(failure)
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining(MIXED + "/desk.zt:27: close => permit")
        .hasMessageContaining("no permit applies");
    assertThat(((AssertionFailedError) failure).getExpected().getValue()).isEqualTo("permit");
    assertThat(failure.getStackTrace())
        .containsExactly(new StackTraceElement("acme.desk", "clerks", "desk.zt", 27));
  }

  @Test
  void whatCannotBeRunSaysWhy() {
    Event aborted = run(selectClass(Mixed.class)).testEvents().aborted().list().get(0);

    assertThat(aborted.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow())
        .hasMessageStartingWith("`acme.desk.taking` ")
        .hasMessageContaining("the behavior `acme.desk.takes`");
  }

  @Test
  void policiesThatDoNotCompileAreOneFailureWithAllErrors() {
    assertThat(outcomes(selectClass(Broken.class)))
        .containsExactly("the policies are compiled FAILED");
    assertThat(failures(selectClass(Broken.class)).get(0))
        .hasMessageStartingWith("the policies do not compile\n")
        .hasMessageContaining("src/test/policies/broken/broken.zt:7:8: error")
        .hasMessageContaining("src/test/policies/broken/broken.zt:10:17: error");
  }

  @Test
  void policiesWithoutTestsAreAFailure() {
    assertThat(outcomes(selectClass(Untested.class)))
        .containsExactly("the policies are tested FAILED");
    assertThat(failures(selectClass(Untested.class)).get(0))
        .hasMessage("no test in src/test/policies/untested expects anything");
  }

  @Test
  void aMissingFolderIsAFailure() {
    assertThat(outcomes(selectClass(Absent.class)))
        .containsExactly("the policies are found FAILED");
    assertThat(failures(selectClass(Absent.class)).get(0))
        .hasMessage(
            "there is no `src/test/policies/absent`, neither in "
                + new File("").getAbsolutePath()
                + " nor, outside of jars, on the class path");
    assertThat(failures(selectClass(Nowhere.class)).get(0))
        .hasMessage("`@PolicyTests` names no folder");
  }

  @Test
  void filesAndFoldersMakeOneSet() {
    assertThat(outcomes(selectClass(Files.class))).isEqualTo(outcomes(selectClass(Mixed.class)));
  }

  @Test
  void aFolderMayBeOnTheClassPath() {
    assertThat(outcomes(selectClass(OnTheClassPath.class)))
        .containsExactly("read => permit SUCCESSFUL");
  }

  @Test
  void aClassWithoutTheAnnotationIsNone() {
    assertThat(discover(selectClass(Unmarked.class)).getChildren()).isEmpty();
  }

  @Test
  void aPackageStandsForItsClasses() {
    assertThat(names(discover(selectPackage("dev.zt.test.junit.selected"))))
        .containsExactly("SelectedTest");
  }

  @Test
  void anIdLeadsToWhatItIsTheIdOf() {
    for (TestDescriptor test : only(discover(selectClass(Mixed.class))).getChildren()) {
      for (TestDescriptor each : test.getChildren()) {
        TestDescriptor again = only(discover(selectUniqueId(each.getUniqueId())));
        assertThat(names(only(again))).containsExactly(each.getDisplayName());
      }
      TestDescriptor again = only(only(discover(selectUniqueId(test.getUniqueId()))));
      assertThat(names(again)).isEqualTo(names(test));
    }
  }

  @Test
  void whatIsSelectedTwiceRunsOnce() {
    TestDescriptor test = only(discover(selectClass(Mixed.class))).getChildren().iterator().next();
    assertThat(outcomes(selectUniqueId(test.getUniqueId()), selectClass(Mixed.class)))
        .isEqualTo(outcomes(selectClass(Mixed.class)));
  }

  @Test
  void anIdOfNothingFindsNothing() {
    String type = "[engine:zt]/[class:" + Mixed.class.getName() + "]";
    assertThat(discover(selectUniqueId(type + "/[test:none]")).getDescendants()).isEmpty();
    assertThat(discover(selectUniqueId("[engine:zt]/[class:none]")).getDescendants()).isEmpty();
    assertThat(discover(selectUniqueId("[engine:zt]/[other:none]")).getDescendants()).isEmpty();
  }

  @Test
  void aFileStandsForItsTestsWithinItsSet() {
    assertThat(outcomes(selectFile(MIXED + "/more/rows.zt")))
        .containsExactly(
            "read => outcome [row 1: kind: \"a\", outcome: permit] SUCCESSFUL",
            "read => outcome [row 2: kind: \"b\", outcome: deny] FAILED",
            "take => permit ABORTED");
    assertThat(only(discover(selectFile(MIXED + "/more/rows.zt"))).getDisplayName())
        .isEqualTo(MIXED);
    assertThat(outcomes(selectFile("src/test/policies/broken/broken.zt")))
        .containsExactly("the policies are compiled FAILED");
    assertThat(discover(selectFile("pom.xml")).getDescendants()).isEmpty();
  }

  @Test
  void aLineStandsForItsCasesOrItsTest() {
    assertThat(outcomes(at("desk.zt", 26)))
        .containsExactly("erase => deny by no_erasing SUCCESSFUL");
    assertThat(outcomes(at("desk.zt", 22))).hasSize(3);
    assertThat(outcomes(at("more/rows.zt", 7))).hasSize(2);
    assertThat(outcomes(at("more/rows.zt", 11))).containsExactly("take => permit ABORTED");
    assertThat(outcomes(at("desk.zt", 3))).isEmpty();
  }

  @Test
  void filesOfOneSetAreRunTogether() {
    assertThat(outcomes(at("more/rows.zt", 11), at("desk.zt", 26), selectDirectory(MIXED)))
        .hasSize(6)
        .doesNotHaveDuplicates();
  }

  @Test
  void aFolderStandsForItsSet() {
    assertThat(outcomes(selectDirectory(MIXED))).isEqualTo(outcomes(selectClass(Mixed.class)));
    assertThat(discover(selectDirectory("src/test/resources/META-INF")).getDescendants()).isEmpty();
  }

  @Test
  void sentencesThatAreWrittenTwiceAreTold() {
    Ids ids = new Ids(org.junit.platform.engine.UniqueId.forEngine("zt"), "case");
    assertThat(ids.next("read => permit")).isNotEqualTo(ids.next("read => permit"));
  }

  @Test
  void aBuildSeesWholeNames() {
    TestDescriptor test = only(discover(selectClass(Mixed.class))).getChildren().iterator().next();
    assertThat(test.getChildren().iterator().next().getLegacyReportingName())
        .isEqualTo("acme.desk › clerks › read => permit");
  }

  private static DiscoverySelector at(String file, int line) {
    return selectFile(MIXED + "/" + file, FilePosition.from(line));
  }

  private static FileSource source(File file, int line, int column) {
    return FileSource.from(
        file, org.junit.platform.engine.support.descriptor.FilePosition.from(line, column));
  }

  private static TestDescriptor discover(DiscoverySelector... selectors) {
    return EngineTestKit.engine(new PolicyTestEngine())
        .selectors(selectors)
        .discover()
        .getEngineDescriptor();
  }

  private static EngineExecutionResults run(DiscoverySelector... selectors) {
    return EngineTestKit.engine(new PolicyTestEngine()).selectors(selectors).execute();
  }

  private static List<String> outcomes(DiscoverySelector... selectors) {
    return run(selectors).testEvents().finished().stream()
        .map(
            event ->
                event.getTestDescriptor().getDisplayName()
                    + " "
                    + event.getRequiredPayload(TestExecutionResult.class).getStatus())
        .toList();
  }

  private static List<Throwable> failures(DiscoverySelector... selectors) {
    return run(selectors).testEvents().failed().stream()
        .map(event -> event.getRequiredPayload(TestExecutionResult.class))
        .map(result -> result.getThrowable().orElseThrow())
        .toList();
  }

  private static TestDescriptor only(TestDescriptor parent) {
    assertThat(parent.getChildren()).hasSize(1);
    return parent.getChildren().iterator().next();
  }

  private static List<String> names(TestDescriptor parent) {
    List<String> names = new ArrayList<>();
    parent.getChildren().forEach(child -> names.add(child.getDisplayName()));
    return names;
  }
}
