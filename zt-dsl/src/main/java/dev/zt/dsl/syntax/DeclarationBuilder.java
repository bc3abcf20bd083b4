package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.ZtParser.AnnotationContext;
import dev.zt.dsl.syntax.ZtParser.ApprovalContext;
import dev.zt.dsl.syntax.ZtParser.BehaviorContext;
import dev.zt.dsl.syntax.ZtParser.DeclarationContext;
import dev.zt.dsl.syntax.ZtParser.ElevationContext;
import dev.zt.dsl.syntax.ZtParser.EndpointContext;
import dev.zt.dsl.syntax.ZtParser.EndpointsContext;
import dev.zt.dsl.syntax.ZtParser.EntityTypeContext;
import dev.zt.dsl.syntax.ZtParser.EnumTypeContext;
import dev.zt.dsl.syntax.ZtParser.ItemContext;
import dev.zt.dsl.syntax.ZtParser.LetContext;
import dev.zt.dsl.syntax.ZtParser.RiskContext;
import dev.zt.dsl.syntax.ZtParser.RoleContext;
import dev.zt.dsl.syntax.ZtParser.SegmentContext;
import dev.zt.dsl.syntax.ZtParser.SignalContext;
import dev.zt.dsl.syntax.ZtParser.SourceContext;
import dev.zt.dsl.syntax.ZtParser.TermContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Makes declarations. Nothing stands for one that was reported as a whole. */
final class DeclarationBuilder {
  private final Builders builders;

  DeclarationBuilder(Builders builders) {
    this.builders = builders;
  }

  /** The declaration, rule or test of an item that is no header and no import. */
  Optional<Declaration> declaration(ItemContext item) {
    DeclarationContext context = item.declaration();
    List<AnnotationContext> annotations = item.annotation();
    if (context.rule_() != null) {
      return builders.rules.rule(annotations, context.rule_());
    }
    Preamble preamble = builders.preambles.preamble(annotations, context.getStart());
    if (context.enumType() != null) {
      return enumType(preamble, context.enumType());
    }
    if (context.recordType() != null) {
      ZtParser.RecordTypeContext record = context.recordType();
      List<Field> fields = builders.fields.fields(record.fields().field());
      return typeName(record.typeName())
          .map(name -> new Declaration.RecordType(preamble, name, fields, Reporter.span(context)));
    }
    if (context.entityType() != null) {
      return entityType(preamble, context.entityType());
    }
    if (context.let() != null) {
      return let(preamble, context.let());
    }
    if (context.behavior() != null) {
      return Optional.of(behavior(preamble, context.behavior()));
    }
    if (context.elevation() != null) {
      return elevation(preamble, context.elevation());
    }
    if (context.segment() != null) {
      return Optional.of(segment(preamble, context.segment()));
    }
    if (context.test() != null) {
      return builders.tests.test(preamble, context.test());
    }
    return Optional.of(named(preamble, context));
  }

  /** The declarations of one name and little else. */
  private Declaration named(Preamble preamble, DeclarationContext context) {
    Span span = Reporter.span(context);
    if (context.actionFields() != null) {
      return new Declaration.ActionFields(
          preamble, builders.fields.fields(context.actionFields().fields().field()), span);
    }
    if (context.role() != null) {
      return role(preamble, context.role());
    }
    if (context.signal() != null) {
      return signal(preamble, context.signal());
    }
    if (context.obligation() != null) {
      return new Declaration.Obligation(
          preamble,
          builders.names.name(context.obligation().callName()),
          builders.fields.parameters(context.obligation().parameters()),
          span);
    }
    if (context.challenge() != null) {
      return new Declaration.Challenge(
          preamble,
          builders.names.name(context.challenge().callName()),
          builders.fields.parameters(context.challenge().parameters()),
          span);
    }
    if (context.risk() != null) {
      return risk(preamble, context.risk());
    }
    return new Declaration.Event(preamble, builders.names.name(context.event().name()), span);
  }

  private Optional<Name> typeName(ParserRuleContext context) {
    Optional<QualifiedName> name = builders.types.declared(context);
    return name.isEmpty() ? Optional.empty() : Optional.of(name.get().last());
  }

  private Optional<Declaration> enumType(Preamble preamble, EnumTypeContext context) {
    List<TerminalNode> less = context.constants().LESS();
    List<TerminalNode> commas = context.constants().COMMA();
    if (!less.isEmpty() && !commas.isEmpty()) {
      Token odd =
          context.constants().getChild(1).getPayload() instanceof Token first
                  && first.getType() == ZtLexer.LESS
              ? commas.get(0).getSymbol()
              : less.get(0).getSymbol();
      builders.reporter.report(
          Code.NO_SUCH_FORM,
          Reporter.span(odd),
          "an enum is ordered as a whole or not at all",
          "put `<` between all of its constants, or `,` between all of them");
      return Optional.empty();
    }
    Optional<Name> name = typeName(context.typeName());
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Declaration.EnumType(
                preamble,
                name.get(),
                builders.names.names(context.constants().fieldName()),
                !less.isEmpty(),
                Reporter.span(context)));
  }

  private Optional<Declaration> entityType(Preamble preamble, EntityTypeContext context) {
    List<QualifiedName> parents = new ArrayList<>();
    if (context.parents() != null) {
      context
          .parents()
          .qualifiedType()
          .forEach(parent -> builders.types.declared(parent).ifPresent(parents::add));
    }
    List<Field> fields = builders.fields.fields(context.field());
    List<ActionMember> actions = builders.fields.actions(context.actionsLine());
    Optional<Name> name = typeName(context.typeName());
    return name.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Declaration.EntityType(
                preamble,
                name.get(),
                builders.fields.outside(context.outside()),
                parents,
                fields,
                actions,
                Reporter.span(context)));
  }

  private Declaration role(Preamble preamble, RoleContext context) {
    List<Text> texts = new ArrayList<>();
    for (TerminalNode node : context.STRING()) {
      texts.add(builders.texts.read(node.getSymbol()));
    }
    return new Declaration.Role(
        preamble, texts.get(0), texts.subList(1, texts.size()), Reporter.span(context));
  }

  private Declaration signal(Preamble preamble, SignalContext context) {
    Span span = Reporter.span(context);
    QualifiedName name = builders.names.qualified(context.qualifiedName());
    Duration fresh =
        context.NUMBER() == null ? null : builders.numbers.duration(context.NUMBER().getSymbol());
    List<Field> fields = builders.fields.fields(context.fields().field());
    if (context.EXTEND() == null && name.isQualified()) {
      builders.reporter.report(
          Code.BAD_NAME,
          name.span(),
          "a declared name has no module before it",
          "write `extend signal " + name.text() + "` to add fields to another module's signal");
    }
    return context.EXTEND() == null
        ? new Declaration.Signal(preamble, name.last(), fresh, fields, span)
        : new Declaration.SignalExtension(preamble, name, fresh, fields, span);
  }

  private Optional<Declaration> let(Preamble preamble, LetContext context) {
    builders.fields.checkAssign(context.assign());
    List<Parameter> parameters = builders.fields.parameters(context.parameters());
    Expression body = builders.expressions.expression(context.expression());
    boolean allRead =
        context.parameters() == null
            || parameters.size() == context.parameters().parameter().size();
    Optional<TypeExpression> type =
        context.type() == null ? Optional.empty() : builders.types.type(context.type());
    if (!allRead || (context.type() != null && type.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(
        new Declaration.Let(
            preamble,
            builders.names.name(context.name()),
            parameters,
            type.orElse(null),
            body,
            Reporter.span(context)));
  }

  private Declaration risk(Preamble preamble, RiskContext context) {
    List<Declaration.Risk.Term> terms = new ArrayList<>();
    for (TermContext term : context.term()) {
      if (term.exception == null) {
        Token amount = term.NUMBER().getSymbol();
        terms.add(
            new Declaration.Risk.Term(
                term.SUBTRACT() != null,
                builders.numbers.whole(amount),
                Reporter.span(amount),
                builders.expressions.expression(term.expression()),
                Reporter.span(term)));
      }
    }
    return new Declaration.Risk(
        preamble, builders.names.name(context.name()), terms, Reporter.span(context));
  }

  private Declaration behavior(Preamble preamble, BehaviorContext context) {
    builders.fields.checkAssign(context.assign());
    ZtParser.AggregateContext aggregate = context.aggregate();
    return new Declaration.Behavior(
        preamble,
        builders.names.name(context.name()),
        new Declaration.Behavior.Aggregate(
            builders.names.name(aggregate.name()),
            builders.expressions.expressions(aggregate.expression()),
            Reporter.span(aggregate)),
        source(context.source()),
        context.expression() == null ? null : builders.expressions.expression(context.expression()),
        builders.expressions.expressions(context.keys().expression()),
        builders.numbers.duration(context.NUMBER().getSymbol()),
        Reporter.span(context));
  }

  private BehaviorSource source(SourceContext context) {
    if (context.EVENT() != null) {
      return new BehaviorSource.OfEvent(
          builders.names.qualified(context.qualifiedName()), Reporter.span(context));
    }
    BehaviorSource.Verdict verdict =
        switch (context.getStart().getType()) {
          case ZtLexer.DENIED -> BehaviorSource.Verdict.DENIED;
          case ZtLexer.ATTEMPTED -> BehaviorSource.Verdict.ATTEMPTED;
          default -> BehaviorSource.Verdict.PERMITTED;
        };
    boolean said =
        context.PERMITTED() != null || context.DENIED() != null || context.ATTEMPTED() != null;
    return new BehaviorSource.OfActions(
        said ? verdict : BehaviorSource.Verdict.PERMITTED,
        builders.selectors.actions(context.actions()),
        builders.selectors.resources(context.resources()),
        Reporter.span(context));
  }

  private Optional<Declaration> elevation(Preamble preamble, ElevationContext context) {
    Optional<Subjects> subjects = builders.selectors.subjects(context.subjects());
    Declaration.Elevation.Approval approval =
        context.approval() == null ? null : approval(context.approval()).orElse(null);
    if (context.approval() != null && approval == null) {
      return Optional.empty();
    }
    return subjects.map(
        who ->
            new Declaration.Elevation(
                preamble,
                builders.names.name(context.name()),
                who,
                builders.selectors.actions(context.actions()),
                builders.selectors.resources(context.resources()),
                condition(context.expression()),
                builders.numbers.duration(context.NUMBER().getSymbol()),
                approval,
                context.REASON() != null,
                Reporter.span(context)));
  }

  private Optional<Declaration.Elevation.Approval> approval(ApprovalContext context) {
    Span span = Reporter.span(context);
    boolean counted = context.NUMBER() != null;
    long count = counted ? builders.numbers.whole(context.NUMBER().getSymbol()) : 1;
    Span countSpan = counted ? Reporter.span(context.NUMBER().getSymbol()) : span;
    return builders
        .selectors
        .subjects(context.subjects())
        .map(
            who ->
                new Declaration.Elevation.Approval(
                    count, countSpan, who, condition(context.expression()), span));
  }

  private @Nullable Expression condition(ZtParser.@Nullable ExpressionContext context) {
    return context == null ? null : builders.expressions.expression(context);
  }

  private Declaration segment(Preamble preamble, SegmentContext context) {
    builders.fields.checkAssign(context.assign());
    List<SegmentExpression> alternatives =
        context.endpoints().stream().map(this::endpoints).toList();
    return new Declaration.Segment(
        preamble,
        builders.names.name(context.name()),
        alternatives.size() == 1
            ? alternatives.get(0)
            : new SegmentExpression.Any(
                alternatives, Reporter.span(context.endpoints(0).getStart(), context.getStop())),
        Reporter.span(context));
  }

  private SegmentExpression endpoints(EndpointsContext context) {
    List<SegmentExpression> all = context.endpoint().stream().map(this::endpoint).toList();
    return all.size() == 1 ? all.get(0) : new SegmentExpression.All(all, Reporter.span(context));
  }

  private SegmentExpression endpoint(EndpointContext context) {
    Text text = builders.texts.read(context.STRING().getSymbol());
    return context.WORKLOAD() != null
        ? new SegmentExpression.Workload(text, Reporter.span(context))
        : new SegmentExpression.Network(text, Reporter.span(context));
  }
}
