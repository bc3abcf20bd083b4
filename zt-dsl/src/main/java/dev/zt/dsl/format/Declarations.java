package dev.zt.dsl.format;

import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lays out a declaration from its first word, on a line that is begun already. */
final class Declarations implements Declaration.Visitor<Doc> {
  private final Tokens tokens;
  private final Expressions expressions;
  private final Lines lines;
  private final Blocks blocks;
  private final Clauses clauses;
  private final TestBlocks tests;
  private final Map<Span, Definition> definitions;

  Declarations(
      Tokens tokens, Expressions expressions, Lines lines, Map<Span, Definition> definitions) {
    this.tokens = tokens;
    this.expressions = expressions;
    this.lines = lines;
    this.blocks = new Blocks(tokens, expressions, lines);
    this.clauses = new Clauses(tokens, expressions, lines);
    this.tests = new TestBlocks(tokens, expressions, lines, blocks);
    this.definitions = definitions;
  }

  private int from(Declaration declaration) {
    return tokens.indexAt(declaration.span().start());
  }

  private int to(Declaration declaration) {
    return tokens.indexAt(declaration.span().end());
  }

  @Override
  public Doc visitEnum(Declaration.EnumType declaration) {
    int from = from(declaration);
    int opener = tokens.find("{", from, to(declaration));
    int closer = tokens.closer(opener);
    List<Doc> constants = new ArrayList<>();
    boolean broken = false;
    int start = opener + 1;
    while (start < closer) {
      int end = Math.min(start + 2, closer);
      broken |= tokens.at(start).breakBefore();
      constants.add(Doc.line());
      constants.add(constant(start, end, declaration.ordered()));
      start = end;
    }
    if (broken) {
      constants.set(0, new Doc.Break(false));
    }
    return Doc.of(
        lines.words(from, opener),
        Doc.blank(),
        new Doc.Group(
            Doc.of(
                expressions.token(opener),
                new Doc.Nest(2, Doc.of(constants)),
                broken ? blocks.closing(closer, Lead.KEPT) : end(closer))));
  }

  private Doc constant(int start, int end, boolean ordered) {
    return end - start == 1
        ? expressions.token(start)
        : Doc.of(
            expressions.token(start),
            ordered || expressions.hasCommentOnItsLine(start + 1) ? Doc.blank() : Doc.of(),
            expressions.token(start + 1));
  }

  private Doc end(int closer) {
    return lines.hasCommentAbove(closer)
        ? blocks.closing(closer, Lead.KEPT)
        : Doc.of(Doc.line(), expressions.token(closer));
  }

  @Override
  public Doc visitRecord(Declaration.RecordType declaration) {
    return blocks.declaration(from(declaration), to(declaration), declaration.fields(), List.of());
  }

  @Override
  public Doc visitEntity(Declaration.EntityType declaration) {
    return blocks.declaration(
        from(declaration), to(declaration), declaration.fields(), declaration.actions());
  }

  @Override
  public Doc visitActionFields(Declaration.ActionFields declaration) {
    return blocks.declaration(from(declaration), to(declaration), declaration.fields(), List.of());
  }

  @Override
  public Doc visitRole(Declaration.Role declaration) {
    int from = from(declaration);
    int to = to(declaration);
    int others = Math.min(from + 3, to);
    Doc head = lines.words(from, others);
    return others == to ? head : Doc.of(head, Doc.blank(), expressions.list(others, to));
  }

  @Override
  public Doc visitSignal(Declaration.Signal declaration) {
    return blocks.declaration(from(declaration), to(declaration), declaration.fields(), List.of());
  }

  @Override
  public Doc visitSignalExtension(Declaration.SignalExtension declaration) {
    return blocks.declaration(from(declaration), to(declaration), declaration.fields(), List.of());
  }

  @Override
  public Doc visitObligation(Declaration.Obligation declaration) {
    return shared(declaration);
  }

  @Override
  public Doc visitChallenge(Declaration.Challenge declaration) {
    return shared(declaration);
  }

  private Doc shared(Declaration declaration) {
    int from = from(declaration);
    Doc head = lines.words(from, from + 2);
    return to(declaration) == from + 2 ? head : Doc.of(head, expressions.parameters(from + 2));
  }

  @Override
  public Doc visitEvent(Declaration.Event declaration) {
    return lines.words(from(declaration), to(declaration));
  }

  @Override
  public Doc visitLet(Declaration.Let declaration) {
    return definition(declaration);
  }

  @Override
  public Doc visitBehavior(Declaration.Behavior declaration) {
    return definition(declaration);
  }

  @Override
  public Doc visitSegment(Declaration.Segment declaration) {
    return definition(declaration);
  }

  private Doc definition(Declaration declaration) {
    Definition definition = definitions.get(declaration.span());
    if (definition == null) {
      throw new IllegalArgumentException("not a definition of this file: " + declaration);
    }
    return definition.doc();
  }

  @Override
  public Doc visitRisk(Declaration.Risk declaration) {
    int from = from(declaration);
    int opener = tokens.find("{", from, to(declaration));
    int closer = tokens.closer(opener);
    Doc head = Doc.of(lines.words(from, opener), Doc.blank());
    if (declaration.terms().isEmpty() && tokens.at(closer).before().isEmpty()) {
      return Doc.of(head, expressions.words(opener, opener + 1));
    }
    List<Doc> parts = new ArrayList<>();
    Lead lead = Lead.NONE;
    for (Declaration.Risk.Term term : declaration.terms()) {
      int start = tokens.indexAt(term.span().start());
      parts.add(lines.begin(start, lead));
      parts.add(lines.words(start, start + 3));
      parts.add(Doc.blank());
      parts.add(expressions.expression(start + 3, tokens.indexAt(term.span().end())));
      lead = Lead.KEPT;
    }
    return Doc.of(
        head,
        expressions.token(opener),
        new Doc.Nest(2, Doc.of(parts)),
        blocks.closing(closer, lead));
  }

  @Override
  public Doc visitElevation(Declaration.Elevation declaration) {
    int from = from(declaration);
    int to = to(declaration);
    Declaration.Elevation.Approval approval = declaration.approval();
    int approved = approval == null ? to : tokens.indexAt(approval.span().start());
    int duration = tokens.findKeyword("for", from, to);
    int when = tokens.findKeyword("when", from, duration);
    int heads = when < 0 ? duration : when;
    int target = tokens.findKeyword("to", from, heads);
    List<Doc> below = new ArrayList<>();
    if (when >= 0) {
      below.add(lines.begin(when, Lead.KEPT));
      below.add(lines.first(when));
      below.add(Doc.blank());
      below.add(expressions.expression(when + 1, duration));
    }
    int durationEnd = duration + 4;
    below.add(lines.begin(duration, Lead.KEPT));
    below.add(lines.words(duration, durationEnd));
    int reason = declaration.withReason() ? to - 2 : to;
    if (approved < to) {
      below.add(lines.begin(approved, Lead.KEPT));
      below.add(approval(approved, reason));
    }
    if (reason < to) {
      below.add(lines.begin(reason, Lead.KEPT));
      below.add(lines.words(reason, to));
    }
    return Doc.of(
        new Doc.Group(
            Doc.of(
                lines.words(from, from + 3),
                Doc.blank(),
                expressions.list(from + 3, target),
                new Doc.Nest(
                    2, Doc.of(clauses.lineBefore(target), clauses.targets(target, heads))))),
        new Doc.Nest(2, Doc.of(below)));
  }

  private Doc approval(int from, int to) {
    int when = tokens.findKeyword("when", from, to);
    int end = when < 0 ? to : when;
    boolean counted = tokens.is(from + 3, "of");
    int subjects = from + (counted ? 4 : 2);
    Doc approvers =
        Doc.of(lines.words(from, subjects), Doc.blank(), expressions.list(subjects, end));
    return when < 0
        ? approvers
        : new Doc.Group(
            Doc.of(
                approvers,
                new Doc.Nest(
                    2,
                    Doc.of(
                        clauses.lineBefore(when),
                        lines.first(when),
                        Doc.blank(),
                        expressions.expression(when + 1, to)))));
  }

  @Override
  public Doc visitTest(Declaration.Test declaration) {
    return tests.test(from(declaration), to(declaration), declaration);
  }

  @Override
  public Doc visitRule(Rule declaration) {
    return clauses.rule(from(declaration), to(declaration));
  }
}
