package dev.zt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.zt.cli.terminal.Palette;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
  @TempDir Path folder;

  @Test
  void passedCasesAreCounted() {
    Ran ran = Ran.zt("test", Samples.policy(folder, Samples.SOUND));
    assertThat(ran).isEqualTo(new Ran(0, "2 passed, 0 failed\n", ""));
  }

  @Test
  void aFailedCaseSaysWhereAndWhy() {
    Path policy = Samples.policy(folder, Samples.FAILING);
    Ran ran = Ran.zt("test", policy);
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out())
        .startsWith("FAILED " + policy + ":43: read => permit\n")
        .endsWith("2 passed, 1 failed\n");
  }

  @Test
  void aFilterChoosesCases() {
    Path policy = Samples.policy(folder, Samples.FAILING);
    assertThat(Ran.zt("test", "--filter", "Readers", policy))
        .isEqualTo(new Ran(0, "2 passed, 0 failed\n", ""));
  }

  @Test
  void nothingRanIsNoSuccess() {
    Path policy = Samples.policy(folder, Samples.SOUND);
    assertThat(Ran.zt("test", "--filter", "nowhere", policy).code()).isEqualTo(4);
    assertThat(Ran.zt("test", Samples.QUICKSTART).code()).isEqualTo(4);
  }

  @Test
  void policiesThatDoNotCompileAreTold() {
    Ran ran = Ran.zt("test", Samples.policy(folder, Samples.WRONG));
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.err()).contains("ZT2103");
  }

  @Test
  void aTerminalShowsHowFarItIs() {
    Ran ran = Ran.zt(Palette.COLOUR, "test", Samples.policy(folder, Samples.FAILING));
    assertThat(ran.err()).contains("\r3 of 3").endsWith("\r\u001b[K");
    assertThat(ran.out()).contains("\u001b[1;31mFAILED \u001b[0m", "\u001b[32m2 passed\u001b[0m");
  }

  @Test
  void surefireReadsTheReport() throws Exception {
    Path policy = Samples.policy(folder, Samples.FAILING);
    Path report = folder.resolve("made/here/TEST-zt.xml");
    Ran.zt("test", "--report", "junit=" + report, policy);

    List<ReportTestSuite> suites = suites(report);
    assertThat(suites)
        .extracting(ReportTestSuite::getFullClassName, ReportTestSuite::getNumberOfTests)
        .containsExactly(tuple("acme.docs.readers", 2), tuple("acme.docs.wrong", 1));
    ReportTestCase failed = suites.get(1).getTestCases().get(0);
    assertThat(failed.hasFailure()).isTrue();
    assertThat(failed.getName()).isEqualTo("read => permit");
    assertThat(failed.getFailureDetail()).contains("docs.zt:43");
  }

  @Test
  void textThatXmlCannotHoldIsReplaced() throws Exception {
    String odd = Samples.FAILING.replace("test \"wrong\"", "test \"a < \\u{1} & \\u{1F600}\"");
    Path report = folder.resolve("TEST-zt.xml");
    Ran.zt("test", "--report", "junit=" + report, Samples.policy(folder, odd));
    assertThat(suites(report)).extracting(ReportTestSuite::getNumberOfFailures).contains(1);
  }

  @Test
  void aReportThatCannotBeWrittenIsToldBelowTheResults() {
    Path policy = Samples.policy(folder, Samples.SOUND);
    Ran ran = Ran.zt("test", "--report", "junit=" + policy + "/zt.xml", policy);
    assertThat(ran)
        .isEqualTo(
            new Ran(
                2,
                "2 passed, 0 failed\n",
                "zt test: `" + policy + "` is a file, and has to be a folder\n"));
  }

  @Test
  void aProgramReadsJson() throws IOException {
    Path policy = Samples.policy(folder, Samples.FAILING);
    Path report = folder.resolve("zt.json");
    Path junit = folder.resolve("zt.xml");
    Ran.zt("test", "--report", "junit=" + junit + ",json=" + report, policy);
    assertThat(junit).exists();
    JsonNode json = new JsonMapper().readTree(Files.readString(report));
    assertThat(json.get("passed").asInt()).isEqualTo(2);
    JsonNode failed = json.at("/cases/2");
    assertThat(failed.get("result").asText()).isEqualTo("failed");
    assertThat(failed.get("line").asInt()).isEqualTo(43);
    assertThat(failed.get("expected").asText()).isEqualTo("permit");
    assertThat(failed.get("differences")).isNotEmpty();
  }

  @Test
  void coverageIsShownWhereItIsAskedFor() {
    Path policy = Samples.policy(folder, Samples.SOUND);
    Ran ran = Ran.zt("test", "--coverage", policy);
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("2 passed, 0 failed\n\nrules ").contains("2 of 5");
  }

  @Test
  void aMissedGateIsTold() {
    Path policy = Samples.policy(folder, Samples.SOUND);
    assertThat(Ran.zt("test", "--min-rule", "40", "--min-condition", "20", policy))
        .isEqualTo(new Ran(0, "2 passed, 0 failed\n", ""));
    Ran ran = Ran.zt("test", "--min-rule", "40.1", policy);
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out())
        .contains("acme.docs.writers")
        .endsWith("rule coverage is 40 % (2 of 5), and must be at least 40.1 %\n");
  }

  @Test
  void aFailedCaseComesBeforeAMissedGate() {
    Path policy = Samples.policy(folder, Samples.FAILING);
    assertThat(Ran.zt("test", "--min-rule", "100", policy).code()).isEqualTo(1);
  }

  @Test
  void coverageIsWrittenForPeopleAndServices() throws IOException {
    Path policy = Samples.policy(folder, Samples.SOUND);
    Path html = folder.resolve("zt.html");
    Path lcov = folder.resolve("zt.info");
    Path cobertura = folder.resolve("zt.xml");
    Ran.zt(
        "test", "--report", "html=" + html + ",lcov=" + lcov + ",cobertura=" + cobertura, policy);
    assertThat(Files.readString(html)).contains("<html", "acme.docs.readers");
    assertThat(Files.readString(lcov)).contains("SF:" + policy);
    assertThat(Files.readString(cobertura)).contains("<coverage", "docs.zt");
  }

  @Test
  void mutantsThatSurviveAreShownAndTheGateIsMissed() {
    Path policy = Samples.policy(folder, Samples.SOUND);
    Ran ran = Ran.zt("test", "--mutate", "--min-mutation", "100", policy);
    assertThat(ran.code()).isEqualTo(3);
    assertThat(ran.out())
        .contains(policy + ":12: no test notices: drop a rule", "mutation score ")
        .containsPattern(
            "\nmutation score is [0-9.]+ % \\(\\d+ of \\d+\\), and must be at least 100 %\n$");
    assertThat(Ran.zt("test", "--min-mutation", "0", policy).code()).isZero();
  }

  @Test
  void suggestedCasesPassAndKill() throws IOException {
    Path policy = Samples.policy(folder, Samples.SOUND);
    Path suggested = folder.resolve("docs.suggested.zt");
    assertThat(Ran.zt("test", "--suggest", policy).out())
        .endsWith("suggested cases are in " + suggested + "\n");
    Ran ran = Ran.zt("test", "--report", "json=" + folder.resolve("zt.json"), "--mutate", folder);
    assertThat(ran.code()).isZero();
    JsonNode json = new JsonMapper().readTree(Files.readString(folder.resolve("zt.json")));
    assertThat(json.at("/mutation/survived").asInt()).isLessThan(3);
    assertThat(json.at("/mutation/killed").asInt()).isGreaterThan(10);
  }

  private static List<ReportTestSuite> suites(Path report) throws Exception {
    try (InputStream in = Files.newInputStream(report)) {
      return new TestSuiteXmlParser(null).parse(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
  }
}
