package dev.zt.dsl.format;

import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Declaration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the definitions of a file and aligns those that stand below each other. */
final class Definitions {
  private final Tokens tokens;
  private final Expressions expressions;
  private final Lines lines;
  private final Map<Span, Definition> found = new HashMap<>();
  private final List<Declaration> run = new ArrayList<>();

  private Definitions(Tokens tokens, Expressions expressions, Lines lines) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.lines = lines;
  }

  /** The definitions by the places of their declarations. */
  static Map<Span, Definition> of(
      List<Declaration> declarations, Tokens tokens, Expressions expressions, Lines lines) {
    Definitions definitions = new Definitions(tokens, expressions, lines);
    for (Declaration declaration : declarations) {
      definitions.add(declaration);
    }
    definitions.align();
    return definitions.found;
  }

  private void add(Declaration declaration) {
    int start = tokens.indexAt(declaration.span().start());
    if (!goesOn(declaration, start)) {
      align();
    }
    int end = tokens.indexAt(declaration.span().end());
    Optional<Definition> definition = definition(declaration, start, end);
    if (definition.isEmpty()) {
      return;
    }
    found.put(declaration.span(), definition.get());
    if (definition.get().mayAlign() && definition.get().fitsOnLine()) {
      run.add(declaration);
    } else {
      align();
    }
  }

  /** Whether a declaration follows one of its kind on the next line. */
  private boolean goesOn(Declaration declaration, int start) {
    return !run.isEmpty()
        && run.get(0).getClass() == declaration.getClass()
        && declaration.preamble().annotations().isEmpty()
        && !lines.hasBlankAbove(start)
        && !lines.hasCommentAbove(start);
  }

  private void align() {
    int names = 0;
    int untyped = 0;
    int types = 0;
    for (Declaration each : run) {
      Definition definition = find(each);
      types = Math.max(types, definition.widthOfType());
      if (definition.type().isEmpty()) {
        untyped = Math.max(untyped, definition.widthOfName());
      } else {
        names = Math.max(names, definition.widthOfName());
      }
    }
    int width = types == 0 ? untyped : Math.max(names, untyped - types - 1);
    List<Definition> aligned = new ArrayList<>();
    for (Declaration each : run) {
      aligned.add(find(each).aligned(width, types));
    }
    if (aligned.stream().allMatch(Definition::fitsOnLine)) {
      for (int i = 0; i < run.size(); i++) {
        found.put(run.get(i).span(), aligned.get(i));
      }
    }
    run.clear();
  }

  private Definition find(Declaration declaration) {
    Definition definition = found.get(declaration.span());
    if (definition == null) {
      throw new IllegalStateException("not a definition: " + declaration);
    }
    return definition;
  }

  private Optional<Definition> definition(Declaration declaration, int from, int to) {
    if (declaration instanceof Declaration.Let let) {
      return Optional.of(let(let, from, to));
    }
    if (declaration instanceof Declaration.Behavior) {
      int equals = tokens.find("=", from, to);
      return Optional.of(
          Definition.of(lines.words(from, equals), Optional.empty(), behavior(equals, to), true));
    }
    if (declaration instanceof Declaration.Segment) {
      int equals = tokens.find("=", from, to);
      return Optional.of(
          Definition.of(lines.words(from, equals), Optional.empty(), value(equals, to), true));
    }
    return Optional.empty();
  }

  private Definition let(Declaration.Let let, int from, int to) {
    int equals = tokens.find("=", from, to);
    int colon = tokens.find(":", from, equals);
    boolean function = tokens.is(from + 2, "(");
    int end = colon < 0 ? equals : colon;
    Doc name =
        function
            ? Doc.of(
                lines.words(from, from + 2),
                expressions.parameters(from + 2),
                expressions.type(tokens.closer(from + 2) + 1, end))
            : lines.words(from, end);
    return let.type() == null
        ? Definition.of(name, Optional.empty(), value(equals, to), !function)
        : Definition.of(
            Doc.of(name, expressions.token(colon)),
            Optional.of(expressions.type(colon + 1, equals)),
            value(equals, to),
            !function);
  }

  private Doc value(int equals, int to) {
    return Doc.of(expressions.token(equals), Doc.blank(), expressions.expression(equals + 1, to));
  }

  private Doc behavior(int equals, int to) {
    int by = tokens.findKeyword("by", equals, to);
    int where = tokens.findKeyword("where", equals, by);
    List<Doc> below = new ArrayList<>();
    if (where >= 0) {
      below.add(Doc.line());
      below.add(expressions.token(where));
      below.add(Doc.blank());
      below.add(expressions.expression(where + 1, by));
    }
    int over = tokens.findKeyword("over", by, to);
    below.add(Doc.line());
    below.add(expressions.token(by));
    below.add(Doc.blank());
    below.add(expressions.list(by + 1, over));
    below.add(Doc.blank());
    below.add(expressions.words(over, to));
    return new Doc.Group(
        Doc.of(
            expressions.token(equals),
            Doc.blank(),
            expressions.list(equals + 1, where < 0 ? by : where),
            new Doc.Nest(2, Doc.of(below))));
  }
}
