package dev.zt.dsl.format;

import dev.zt.dsl.source.Width;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.TestStep;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lays out tests: a line for each step, the arrows and fixtures of cases below each other. */
final class TestBlocks {
  private final Tokens tokens;
  private final Expressions expressions;
  private final Lines lines;
  private final Blocks blocks;

  TestBlocks(Tokens tokens, Expressions expressions, Lines lines, Blocks blocks) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.lines = lines;
    this.blocks = blocks;
  }

  /** A test from its first word on a line that is begun already. */
  Doc test(int from, int to, Declaration.Test test) {
    int closer = to - 1;
    int opener = tokens.closer(closer);
    Doc head = Doc.of(head(from, opener), Doc.blank());
    if (test.steps().isEmpty() && tokens.at(closer).before().isEmpty()) {
      return Doc.of(head, expressions.words(opener, to));
    }
    List<Doc> parts = new ArrayList<>();
    Lead lead = Lead.NONE;
    for (List<CaseLine> section : sections(test.steps())) {
      Map<CaseLine.Beginning, CaseColumns> columns = columns(section);
      for (CaseLine line : section) {
        CaseColumns own = columns.get(line.beginning());
        parts.add(lines.begin(line.from(), lead));
        parts.add(line.isCase() && own != null ? caseLine(line, own) : plain(line));
        lead = Lead.KEPT;
      }
    }
    return Doc.of(
        head,
        expressions.token(opener),
        new Doc.Nest(2, Doc.of(parts)),
        blocks.closing(closer, lead));
  }

  /** The title and the table, which begins a line where the title leaves no room for it. */
  private Doc head(int from, int opener) {
    int table = tokens.findKeyword("for", from, opener);
    Doc line = lines.words(from, opener);
    if (table < 0) {
      return line;
    }
    int rows = tokens.find("[", table, opener);
    Doc first = rows < 0 ? line : Doc.of(lines.words(from, rows), new Doc.Text(" ["));
    boolean fits = Flat.text(first).filter(text -> Width.of(text) <= Printer.WIDTH - 2).isPresent();
    return fits
        ? line
        : Doc.of(
            lines.words(from, table),
            new Doc.Nest(2, Doc.of(new Doc.Break(false), expressions.words(table, opener))));
  }

  private Map<CaseLine.Beginning, CaseColumns> columns(List<CaseLine> section) {
    Map<CaseLine.Beginning, List<CaseLine>> alike =
        section.stream()
            .filter(CaseLine::isCase)
            .collect(Collectors.groupingBy(CaseLine::beginning));
    Map<CaseLine.Beginning, CaseColumns> columns = new EnumMap<>(CaseLine.Beginning.class);
    alike.forEach((beginning, cases) -> columns.put(beginning, CaseColumns.of(cases, this)));
    return columns;
  }

  /** The lines of a test; those between two blank lines are a section. */
  private List<List<CaseLine>> sections(List<TestStep> steps) {
    List<List<CaseLine>> sections = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int from = tokens.indexAt(steps.get(i).span().start());
      if (sections.isEmpty() || lines.hasBlankAbove(from)) {
        sections.add(new ArrayList<>());
      }
      int start = from;
      while (steps.get(i) instanceof TestStep.After
          && i + 1 < steps.size()
          && sharesLine(steps.get(i + 1))) {
        i++;
        start = tokens.indexAt(steps.get(i).span().start());
      }
      int to = tokens.indexAt(steps.get(i).span().end());
      sections.get(sections.size() - 1).add(line(from, start, to, steps.get(i)));
    }
    return sections;
  }

  private boolean sharesLine(TestStep next) {
    return !tokens.at(tokens.indexAt(next.span().start())).breakBefore();
  }

  private CaseLine line(int from, int start, int to, TestStep step) {
    int arrow =
        step instanceof TestStep.Check ? Math.max(start, tokens.find("=>", start, to)) : start;
    int with = step instanceof TestStep.Given ? -1 : tokens.findKeyword("with", arrow + 1, to);
    return new CaseLine(from, start, arrow, with < 0 ? to : with, to);
  }

  /** A step without an arrow: what is given, recorded, observed, or the clock. */
  private Doc plain(CaseLine line) {
    if (line.from() < line.start()) {
      return Doc.of(
          lines.words(line.from(), line.start()),
          Doc.blank(),
          expressions.words(line.start(), line.with()),
          fixtures(line));
    }
    return Doc.of(lines.words(line.from(), line.with()), fixtures(line));
  }

  /** What is laid over, on the same line if there is room, else on lines of its own. */
  private Doc fixtures(CaseLine line) {
    return line.with() == line.to()
        ? Doc.of()
        : new Doc.Choice(Doc.of(Doc.blank(), withOnLine(line)), new Doc.Nest(4, withBelow(line)));
  }

  private Doc caseLine(CaseLine line, CaseColumns columns) {
    Doc before = before(line);
    Doc toExpectation =
        Doc.of(
            before,
            Flat.text(before).map(text -> Columns.gap(text, columns.arrow())).orElse(Doc.blank()),
            expressions.token(line.arrow()),
            Doc.blank(),
            expectation(line));
    if (line.with() == line.to()) {
      return toExpectation;
    }
    Doc with =
        columns
            .gap(line, this)
            .map(gap -> Doc.of(new Doc.Blank(gap), withOnLine(line)))
            .orElseGet(() -> new Doc.Nest(4, withBelow(line)));
    return Doc.of(toExpectation, with);
  }

  /** Whether no comment stands around the arrow and {@code with}. */
  boolean isBare(CaseLine line) {
    return tokens.at(line.arrow() - 1).after().isEmpty()
        && isBare(line.arrow())
        && tokens.at(line.with() - 1).after().isEmpty()
        && tokens.at(line.with()).before().isEmpty();
  }

  private boolean isBare(int index) {
    return tokens.at(index).before().isEmpty() && tokens.at(index).after().isEmpty();
  }

  /** What is asked, up to the arrow. */
  Doc before(CaseLine line) {
    return line.from() < line.start()
        ? Doc.of(
            lines.words(line.from(), line.start()),
            Doc.blank(),
            expressions.words(line.start(), line.arrow()))
        : lines.words(line.from(), line.arrow());
  }

  /** What is expected, after the arrow. */
  Doc expectation(CaseLine line) {
    int from = line.arrow() + 1;
    int by = tokens.findKeyword("by", from, line.with());
    return by < 0
        ? expressions.list(from, line.with())
        : new Doc.Group(
            Doc.of(
                expressions.list(from, by),
                new Doc.Nest(
                    4,
                    Doc.of(
                        Doc.line(),
                        expressions.token(by),
                        Doc.blank(),
                        expressions.list(by + 1, line.with())))));
  }

  /** What is laid over the facts of the test, on one line. */
  Doc withOnLine(CaseLine line) {
    return expressions.words(line.with(), line.to());
  }

  private Doc withBelow(CaseLine line) {
    List<Doc> parts = new ArrayList<>();
    int start = line.with();
    while (start < line.to()) {
      int next = tokens.findKeyword("with", start + 1, line.to());
      int end = next < 0 ? line.to() : next;
      parts.add(lines.begin(start, Lead.NONE));
      parts.add(withClause(start, end));
      start = end;
    }
    return Doc.of(parts);
  }

  /** {@code with} and what is laid over, below each other where it needs several lines. */
  private Doc withClause(int start, int end) {
    int comma = tokens.find(",", start, end);
    int first = comma < 0 ? end : comma + 1;
    Doc doc = lines.words(start, first);
    return comma < 0
        ? doc
        : Doc.of(
            doc, new Doc.Nest(5, new Doc.Group(Doc.of(Doc.line(), expressions.list(first, end)))));
  }
}
