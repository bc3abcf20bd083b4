package dev.zt.dsl.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zt.dsl.Corpus;
import dev.zt.dsl.diagnostic.Diagnostics;
import dev.zt.dsl.source.Source;
import dev.zt.dsl.source.Span;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every node of a tree knows its text, to the character. */
class SpanTest {
  private static final String HEAD = "module t\r\n// 日本 🙂\r\n\tlet x = ";

  static List<Corpus> corpus() throws IOException {
    return Corpus.files();
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void theTextOfANodeHoldsTheTextsOfItsParts(Corpus file) throws Exception {
    Source source = new Source(file.name(), file.text());
    PolicyFile tree = parse(source);

    for (Declaration declaration : tree.declarations()) {
      walk(
          declaration,
          (whole, part) -> {
            assertThat(whole.start()).isLessThanOrEqualTo(part.start());
            assertThat(whole.end()).isGreaterThanOrEqualTo(part.end());
          });
    }
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void theTextOfANameIsTheNameAndTheTextOfALiteralHasItsQuotes(Corpus file) throws Exception {
    Source source = new Source(file.name(), file.text());
    List<Name> names = new ArrayList<>();
    List<Text> texts = new ArrayList<>();

    collect(parse(source).declarations(), Name.class, names);
    collect(parse(source).declarations(), Text.class, texts);

    assertThat(names)
        .allSatisfy(name -> assertThat(source.text(name.span())).isEqualTo(name.text()));
    assertThat(texts)
        .allSatisfy(text -> assertThat(source.text(text.span())).matches("(?s)\".*\""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a == b                     | ==          | a == b",
        "a  not   in b              | not   in    | a  not   in b",
        "a contains  any b          | contains  any | a contains  any b",
        "a starts\twith b           | starts\twith  | a starts\twith b",
        "(a) + (b)                  | +           | (a) + (b)",
        "((a) + (b))                | +           | (a) + (b)",
        "a - b - c                  | -           | a - b - c",
        "a /* x */ * /* y */ b      | *           | a /* x */ * /* y */ b",
        "\"日本🙂\" == b            | ==          | \"日本🙂\" == b"
      })
  void anOperatorAndItsWholeExpressionHaveTheirOwnText(String text, String operator, String whole) {
    Source source = new Source("a.zt", HEAD + text + "\r\n");

    Expression.Binary binary = (Expression.Binary) body(source);

    assertThat(source.text(binary.opSpan())).isEqualTo(operator);
    assertThat(source.text(binary.span())).isEqualTo(whole);
  }

  @Test
  void aChainOfSumsLeansToTheLeft() {
    Source source = new Source("a.zt", HEAD + "a - b - c");

    Expression.Binary outer = (Expression.Binary) body(source);

    assertThat(source.text(outer.left().span())).isEqualTo("a - b");
    assertThat(source.text(outer.right().span())).isEqualTo("c");
    assertThat(outer.opSpan().start()).isGreaterThan(outer.left().span().end());
  }

  @Test
  void chainsOfAndAndOrAreFlat() {
    Source source = new Source("a.zt", HEAD + "a and b and (c and d) or e or not f");

    Expression.Or or = (Expression.Or) body(source);

    assertThat(or.operands()).hasSize(3);
    assertThat(or.opSpans()).extracting(source::text).containsExactly("or", "or");
    Expression.And and = (Expression.And) or.operands().get(0);
    assertThat(and.operands()).hasSize(3);
    assertThat(and.opSpans()).extracting(source::text).containsExactly("and", "and");
    assertThat(source.text(and.operands().get(2).span())).isEqualTo("c and d");
    assertThat(source.text(or.operands().get(2).span())).isEqualTo("not f");
  }

  @Test
  void aSignBelongsToItsNumberAndToNothingElse() {
    Source source =
        new Source("a.zt", HEAD + "[-9223372036854775808, - 1, -1.50, -3h, --2, -x, -(1)]");

    List<Expression> elements = ((Expression.ListLiteral) body(source)).elements();

    assertThat(elements)
        .extracting(element -> source.text(element.span()))
        .containsExactly("-9223372036854775808", "- 1", "-1.50", "-3h", "--2", "-x", "-(1)");
    assertThat(((Expression.IntLiteral) elements.get(0)).value()).isEqualTo(Long.MIN_VALUE);
    assertThat(((Expression.IntLiteral) elements.get(1)).value()).isEqualTo(-1);
    assertThat(((Expression.DurationLiteral) elements.get(3)).millis()).isEqualTo(-10_800_000);
    assertThat(elements.subList(4, 7)).hasOnlyElementsOfType(Expression.Negate.class);
  }

  @Test
  void aDottedPathIsFoundAgain() {
    Source source = new Source("a.zt", HEAD + "acme.people.Health.healthy");

    QualifiedName path = Expression.path(body(source)).orElseThrow();

    assertThat(path.text()).isEqualTo("acme.people.Health.healthy");
    assertThat(source.text(path.span())).isEqualTo("acme.people.Health.healthy");
    assertThat(path.parts()).extracting(name -> source.text(name.span())).hasSize(4);
  }

  @Test
  void aDocCommentAndAnnotationsBelongToWhatTheyStandAbove() {
    Source source =
        new Source(
            "a.zt",
            "module t\n"
                + "/// One.\n"
                + "///  Two.\n"
                + "@owner(\"x\") @control(\"y\")\n"
                + "/// Three.\n"
                + "event e\n"
                + "// no\n"
                + "event f");

    List<Declaration> declarations = parse(source).declarations();

    Preamble preamble = declarations.get(0).preamble();
    assertThat(preamble.doc()).isEqualTo("One.\nTwo.\nThree.");
    assertThat(preamble.annotation("control"))
        .isNotNull()
        .extracting(annotation -> annotation.text().value())
        .isEqualTo("y");
    assertThat(preamble.annotations())
        .extracting(annotation -> source.text(annotation.span()))
        .containsExactly("@owner(\"x\")", "@control(\"y\")");
    assertThat(declarations.get(1).preamble().doc()).isNull();
    assertThat(source.text(declarations.get(0).span())).isEqualTo("event e");
  }

  private static Expression body(Source source) {
    return ((Declaration.Let) parse(source).declarations().get(0)).body();
  }

  private static PolicyFile parse(Source source) {
    Diagnostics diagnostics = new Diagnostics(List.of(source));
    PolicyFile tree = Parser.parse(source, diagnostics);
    assertThat(diagnostics.hasErrors()).isFalse();
    return tree;
  }

  /** Hands over the span of each node with the spans of its parts; a preamble stands before. */
  private static void walk(Object node, BiConsumer<Span, Span> pair) throws Exception {
    Span whole = span(node);
    for (Object part : parts(node)) {
      if (part instanceof Preamble || part instanceof Rule.Head) {
        continue;
      }
      Span partSpan = part instanceof Span span ? span : span(part);
      if (whole != null && partSpan != null) {
        pair.accept(whole, partSpan);
      }
      walk(part, pair);
    }
  }

  private static Span span(Object node) throws Exception {
    boolean hasSpan =
        node instanceof Record
            && Set.of(node.getClass().getMethods()).stream()
                .anyMatch(m -> m.getName().equals("span"));
    return hasSpan ? (Span) node.getClass().getMethod("span").invoke(node) : null;
  }

  private static List<Object> parts(Object node) throws Exception {
    List<Object> parts = new ArrayList<>();
    if (node instanceof Record && !(node instanceof Span)) {
      for (RecordComponent component : node.getClass().getRecordComponents()) {
        add(component.getAccessor().invoke(node), parts);
      }
    }
    return parts;
  }

  private static void add(Object value, List<Object> parts) {
    if (value instanceof Collection<?> all) {
      all.forEach(each -> add(each, parts));
    } else if (value instanceof Record) {
      parts.add(value);
    }
  }

  private static <T> void collect(Object node, Class<T> type, List<T> found) throws Exception {
    List<Object> parts = new ArrayList<>();
    if (node instanceof Collection<?>) {
      add(node, parts);
    } else {
      parts = parts(node);
    }
    for (Object part : parts) {
      if (type.isInstance(part)) {
        found.add(type.cast(part));
      }
      collect(part, type, found);
    }
  }
}
