package dev.zt.test.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The forms in which coverage is written for persons and for services. */
class ReportsTest {
  private static final Covered COVERED =
      Covered.of(
          """
          entity User { name: string }
          entity Doc { actions read, write }
          let safe = device.managed and
            device.disk_encrypted
          r: permit User to read Doc
            when safe and subject.name != "<script>alert('x')</script>\""""
              + "\nw: permit User to write Doc when safe /* 𝒻 < & */ and device.compliant",
          "given subject User \"u\" { name: \"u\" } given resource Doc \"d\" {} "
              + "given device { managed: true, disk_encrypted: true }",
          "read => permit",
          "read => deny with device { managed: false }");

  /**
   * The document type {@code coverage-04}: declaration by declaration what is published as {@code
   * coverage-04.dtd}.
   */
  private static final String COVERAGE_04 =
      """
      <!ELEMENT coverage (sources?, packages)> <!ELEMENT sources (source*)>
      <!ELEMENT source (#PCDATA)> <!ELEMENT packages (package*)> <!ELEMENT package (classes)>
      <!ELEMENT classes (class*)> <!ELEMENT class (methods, lines)> <!ELEMENT methods (method*)>
      <!ELEMENT method (lines)> <!ELEMENT lines (line*)> <!ELEMENT line (conditions*)>
      <!ELEMENT conditions (condition*)> <!ELEMENT condition EMPTY>
      <!ENTITY % rates "line-rate CDATA #REQUIRED branch-rate CDATA #REQUIRED
        complexity CDATA #REQUIRED">
      <!ATTLIST coverage lines-covered CDATA #REQUIRED lines-valid CDATA #REQUIRED
        branches-covered CDATA #REQUIRED branches-valid CDATA #REQUIRED
        version CDATA #REQUIRED timestamp CDATA #REQUIRED %rates;>
      <!ATTLIST package name CDATA #REQUIRED %rates;>
      <!ATTLIST class name CDATA #REQUIRED filename CDATA #REQUIRED %rates;>
      <!ATTLIST method name CDATA #REQUIRED signature CDATA #REQUIRED %rates;>
      <!ATTLIST line number CDATA #REQUIRED hits CDATA #REQUIRED
        branch CDATA "false" condition-coverage CDATA "100%">
      <!ATTLIST condition number CDATA #REQUIRED type CDATA #REQUIRED coverage CDATA #REQUIRED>
      """;

  private static Document validated(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setValidating(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setEntityResolver(
        (publicId, systemId) -> new InputSource(new StringReader(COVERAGE_04)));
    builder.setErrorHandler(new Strict());
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException warning) throws SAXException {
      throw warning;
    }

    @Override
    public void error(SAXParseException error) throws SAXException {
      throw error;
    }

    @Override
    public void fatalError(SAXParseException error) throws SAXException {
      throw error;
    }
  }

  private static String cobertura() {
    return Cobertura.of(COVERED.report(), "policies", Instant.ofEpochMilli(1));
  }

  @Test
  void theXmlIsValidByItsDocumentType() throws Exception {
    Element coverage = validated(cobertura()).getDocumentElement();

    assertThat(coverage.getAttribute("branches-covered")).isEqualTo("4");
    assertThat(coverage.getAttribute("branches-valid")).isEqualTo("12");
    assertThat(coverage.getAttribute("timestamp")).isEqualTo("1");
    assertThat(coverage.getElementsByTagName("method").getLength()).isEqualTo(2);
  }

  @Test
  void theDocumentTypeIsReallyAskedFor() {
    assertThatThrownBy(() -> validated(cobertura().replace(" hits=", " hit=")))
        .isInstanceOf(SAXParseException.class);
  }

  @Test
  void aLineOfXmlSaysHowManyBranchesOfItWereTaken() {
    assertThat(cobertura())
        .contains(
            "<line number=\"4\" hits=\"2\" branch=\"true\" condition-coverage=\"50% (2/4)\">");
  }

  @Test
  void aTracefileHoldsRulesAsFunctionsAndHalvesAsBranches() {
    List<String> lines = Lcov.of(COVERED.report()).lines().toList();

    assertThat(lines)
        .startsWith("TN:", "SF:a.zt", "FN:6,a.r", "FN:8,a.w", "FNDA:1,a.r", "FNDA:0,a.w")
        .contains("BRDA:4,0,0,1", "BRDA:4,0,1,1", "BRDA:4,1,0,-", "BRDA:4,1,1,-")
        .contains("DA:6,1", "DA:8,0")
        .endsWith("end_of_record");
  }

  @Test
  void theTotalsOfATracefileAreThoseOfItsRecords() {
    Map<String, List<String>> records =
        Lcov.of(COVERED.report())
            .lines()
            .filter(line -> line.contains(":"))
            .collect(
                Collectors.groupingBy(
                    line -> line.substring(0, line.indexOf(':')),
                    Collectors.mapping(
                        line -> line.substring(line.indexOf(':') + 1), Collectors.toList())));
    long taken = records.get("BRDA").stream().filter(each -> !each.matches(".*,(-|0)")).count();
    long hit = records.get("DA").stream().filter(each -> !each.endsWith(",0")).count();

    assertThat(records.get("BRF")).containsExactly("" + records.get("BRDA").size());
    assertThat(records.get("BRH")).containsExactly("" + taken);
    assertThat(records.get("LF")).containsExactly("" + records.get("DA").size());
    assertThat(records.get("LH")).containsExactly("" + hit);
  }

  private static String html() {
    return html(COVERED);
  }

  private static String html(Covered covered) {
    return CoverageHtml.of(covered.report(), Map.of(Covered.FILE, covered.text()));
  }

  @Test
  void thePageShowsThePoliciesLetterByLetter() {
    assertThat(shown(html())).containsExactlyElementsOf(COVERED.text().lines().toList());
  }

  @Test
  void aConditionOverSeveralLinesIsMarkedOnEachOfThem() {
    Covered covered =
        Covered.of(
            """
            entity User {}
            entity Doc { actions read }
            r: permit anyone to read Doc when location.country in [
              "DE",

              "FR"
            ]
            """,
            "given subject User \"u\" {} given resource Doc \"d\" {}",
            "read => permit with location { country: \"DE\" }");
    String page = html(covered);

    assertThat(shown(page)).containsExactlyElementsOf(covered.text().lines().toList());
    assertThat(page)
        .contains("<code><span class=\"mark part\">]</span></code>")
        .containsOnlyOnce("aria-label=\"location.country in ");
  }

  @Test
  void theUseOfALetShowsTheConditionsThatComeThroughIt() {
    assertThat(html())
        .contains("aria-label=\"safe, partly covered\"")
        .contains("aria-label=\"safe, not covered\"");
  }

  /** The lines that a reader sees. */
  private static List<String> shown(String page) {
    String source = page.substring(page.indexOf("<ol class=\"source\">"), page.indexOf("</ol>"));
    String shown =
        source
            .replaceAll("<span class=\"tip\".*?</span></span>", "</span>")
            .replaceAll("(?s)<span class=\"tip\".*?(</i>|</b>|</span>)+(?=</span>)", "")
            .replaceAll("</li>\n", "\n")
            .replaceAll("<[^>]*>", "")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&amp;", "&");

    return shown.strip().lines().toList();
  }

  @Test
  void thePageNeedsNothingBesideItselfAndRunsNothing() {
    assertThat(html())
        .doesNotContain("<script", "<link", "src=", "url(", "@import", "http://", "https://")
        .contains("&lt;script&gt;");
  }

  @Test
  void eachConditionSaysWhichCasesTouchedItAndCanBeReachedByKeyboard() {
    assertThat(html())
        .contains("tabindex=\"0\" aria-describedby=\"f0-t0\"")
        .contains("aria-label=\"device.managed, not covered\"")
        .contains("<b>a.r › safe › device.managed</b>")
        .contains("alone by being false: 1")
        .contains("read =&gt; deny with device { managed: false }")
        .contains("alone by being false: in no case");
  }

  @Test
  void everyIdOfThePageIsThereOnceAndEveryLinkLeadsToOne() {
    String page = html();
    List<String> ids = all(page, " id=\"");
    List<String> links = all(page, "href=\"#");
    links.addAll(all(page, "aria-describedby=\""));

    assertThat(ids).doesNotHaveDuplicates().containsAll(links);
    assertThat(links).isNotEmpty();
  }

  private static List<String> all(String page, String before) {
    return Arrays.stream(page.split(Pattern.quote(before)))
        .skip(1)
        .map(rest -> rest.substring(0, rest.indexOf('"')))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  @Test
  void theTextSaysHowMuchWhatIsMissingAndWhatToWrite() {
    assertThat(CoverageText.of(COVERED.report()))
        .startsWith("rules           50 %  1 of 2       decided in some case\n")
        .contains("\na.w\n  a.zt:8: no case is in its scope\n")
        .contains("  a.zt:5: `safe › device.disk_encrypted` never decides alone by being false\n")
        .contains(
            "    below a.zt:11 write\n      read => deny with device { disk_encrypted: false }\n");
  }

  @Test
  void lessThanAllNeverReadsAsAll() {
    assertThat(new Ratio(9_999, 10_000)).hasToString("99.9 % (9999 of 10000)");
    assertThat(new Ratio(0, 0)).hasToString("100 % (0 of 0)");
    assertThat(new Ratio(1, 3).isAtLeast(100.0 / 3)).isTrue();
    assertThat(new Ratio(949, 1_000).isAtLeast(95)).isFalse();
  }
}
