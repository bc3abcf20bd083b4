package dev.zt.cli.report;

import dev.zt.dsl.suite.PolicyTest;
import dev.zt.test.CaseReport;
import dev.zt.test.CaseResult;
import dev.zt.test.TestReport;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * A test report as the XML that Surefire writes and CI services read: a suite for each test block,
 * a case for each case. One that cannot be run is skipped.
 */
public final class JunitXml {
  private final XMLStreamWriter xml;

  private JunitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** The text of a report. */
  public static String of(TestReport report) {
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
      new JunitXml(xml).write(report);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory", e);
    }
    return out.toString();
  }

  private void write(TestReport report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    line();
    xml.writeStartElement("testsuites");
    counts(report.cases());
    for (List<CaseReport> suite : suites(report)) {
      suite(suite);
    }
    line();
    xml.writeEndElement();
    line();
    xml.writeEndDocument();
  }

  private static Iterable<List<CaseReport>> suites(TestReport report) {
    IdentityHashMap<PolicyTest, List<CaseReport>> byTest = new IdentityHashMap<>();
    List<List<CaseReport>> inOrder = new ArrayList<>();
    for (CaseReport each : report.cases()) {
      byTest
          .computeIfAbsent(
              each.result().prepared().test(),
              test -> {
                List<CaseReport> suite = new ArrayList<>();
                inOrder.add(suite);
                return suite;
              })
          .add(each);
    }
    return inOrder;
  }

  private void suite(List<CaseReport> suite) throws XMLStreamException {
    PolicyTest test = suite.get(0).result().prepared().test();
    line();
    xml.writeStartElement("testsuite");
    attribute("name", name(test));
    counts(suite);
    for (CaseReport each : suite) {
      testCase(each);
    }
    line();
    xml.writeEndElement();
  }

  private void counts(List<CaseReport> cases) throws XMLStreamException {
    attribute("tests", cases.size());
    attribute("failures", count(cases, CaseResult.Failed.class::isInstance));
    attribute("errors", 0);
    attribute("skipped", count(cases, CaseResult.NotRunnable.class::isInstance));
    attribute(
        "time",
        seconds(cases.stream().map(CaseReport::took).reduce(Duration.ZERO, Duration::plus)));
  }

  private static long count(List<CaseReport> cases, Predicate<CaseResult> wanted) {
    return cases.stream().map(CaseReport::result).filter(wanted).count();
  }

  private void testCase(CaseReport report) throws XMLStreamException {
    CaseResult result = report.result();
    line();
    xml.writeStartElement("testcase");
    attribute("name", result.prepared().testCase().title());
    attribute("classname", name(result.prepared().test()));
    attribute("file", result.prepared().testCase().span().file());
    attribute("line", result.prepared().testCase().span().line());
    attribute("time", seconds(report.took()));
    if (result instanceof CaseResult.Failed failed) {
      xml.writeStartElement("failure");
      attribute("message", String.join("; ", failed.differences()));
      attribute("type", "decision");
      if (report.failure() != null) {
        xml.writeCharacters(XmlText.of(report.failure().text()));
      }
      xml.writeEndElement();
    } else if (result instanceof CaseResult.NotRunnable notRunnable) {
      xml.writeStartElement("skipped");
      attribute("message", notRunnable.reason());
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String name(PolicyTest test) {
    return test.module() + "." + test.name();
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toNanos() / 1e9);
  }

  private void attribute(String name, Object value) throws XMLStreamException {
    xml.writeAttribute(name, XmlText.of(value.toString()));
  }

  private void line() throws XMLStreamException {
    xml.writeCharacters("\n");
  }
}
