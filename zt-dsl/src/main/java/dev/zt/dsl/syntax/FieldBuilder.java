package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.ZtParser.ActionItemContext;
import dev.zt.dsl.syntax.ZtParser.ActionsLineContext;
import dev.zt.dsl.syntax.ZtParser.AssignContext;
import dev.zt.dsl.syntax.ZtParser.FieldContext;
import dev.zt.dsl.syntax.ZtParser.OutsideContext;
import dev.zt.dsl.syntax.ZtParser.ParametersContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Makes what stands in the braces and parentheses of declarations. */
final class FieldBuilder {
  private final Builders builders;
  private final Set<String> broken = new TreeSet<>();

  FieldBuilder(Builders builders) {
    this.builders = builders;
  }

  /** The names of fields that were reported and left out. */
  Set<String> broken() {
    return broken;
  }

  List<Field> fields(List<FieldContext> contexts) {
    List<Field> fields = new ArrayList<>();
    for (FieldContext context : contexts) {
      if (context.exception == null) {
        Optional<Field> field = field(context);
        if (field.isPresent()) {
          fields.add(field.get());
        }
      } else if (context.memberName() != null && context.memberName().getStop() != null) {
        broken.add(builders.names.name(context.memberName()).text());
      }
    }
    return fields;
  }

  private Optional<Field> field(FieldContext context) {
    Name name = builders.names.name(context.memberName());
    Optional<TypeExpression> type = builders.types.type(context.type());
    if (type.isEmpty()) {
      broken.add(name.text());
      return Optional.empty();
    }
    checkAssign(context.assign());
    return Optional.of(
        new Field(
            builders.preambles.preamble(context.annotation(), context.memberName().getStart()),
            name,
            outside(context.outside()),
            context.SECRET() == null ? null : Reporter.span(context.SECRET().getSymbol()),
            type.get(),
            context.expression() == null
                ? null
                : builders.expressions.expression(context.expression()),
            Reporter.span(context.memberName().getStart(), context.getStop())));
  }

  @Nullable Text outside(@Nullable OutsideContext context) {
    return context == null ? null : builders.texts.read(context.STRING().getSymbol());
  }

  /** Reports a {@code ==} that should be {@code =}. */
  void checkAssign(@Nullable AssignContext context) {
    if (context != null && context.EQUAL() != null) {
      builders.reporter.report(
          Code.FOREIGN_WORD,
          Reporter.span(context),
          "`==` compares, and a name is given its value here",
          "write `=`");
    }
  }

  /** The parameters that could be read. */
  List<Parameter> parameters(@Nullable ParametersContext context) {
    List<Parameter> parameters = new ArrayList<>();
    if (context != null) {
      for (ZtParser.ParameterContext parameter : context.parameter()) {
        Optional<TypeExpression> type = builders.types.type(parameter.type());
        if (type.isPresent()) {
          Name name = builders.names.name(parameter.memberName());
          parameters.add(new Parameter(name, type.get(), Reporter.span(parameter)));
        }
      }
    }
    return parameters;
  }

  List<ActionMember> actions(List<ActionsLineContext> contexts) {
    List<ActionMember> actions = new ArrayList<>();
    for (ActionsLineContext context : contexts) {
      if (context.exception == null) {
        actionsLine(context.actionItem(), actions);
      } else {
        for (ActionItemContext item : context.actionItem()) {
          if (item.getStart() != null) {
            broken.add(builders.names.name(item.getStart()).text());
          }
        }
      }
    }
    return actions;
  }

  /** In {@code actions a = b, c} the items after the first are members of the group. */
  private void actionsLine(List<ActionItemContext> items, List<ActionMember> actions) {
    ActionItemContext first = items.get(0);
    if (first.assign() != null) {
      group(items).ifPresent(actions::add);
      return;
    }
    for (ActionItemContext item : items) {
      if (item.assign() != null) {
        reportGroupAmongActions(item);
        broken.add(builders.names.name(item.name(0)).text());
      } else {
        actions.add(
            new ActionMember.Action(
                builders.names.name(item.name(0)), outside(item.outside()), Reporter.span(item)));
      }
    }
  }

  private Optional<ActionMember> group(List<ActionItemContext> items) {
    ActionItemContext first = items.get(0);
    checkAssign(first.assign());
    List<Name> members = new ArrayList<>();
    for (ActionItemContext item : items) {
      boolean isFirst = item == first;
      if (item.outside() != null) {
        builders.reporter.report(
            Code.NO_SUCH_FORM,
            Reporter.span(item.outside()),
            "a group of actions has no outside name",
            "only its actions can be asked for");
        broken.add(builders.names.name(first.name(0)).text());
        return Optional.empty();
      }
      if (!isFirst && item.assign() != null) {
        reportGroupAmongActions(item);
        broken.add(builders.names.name(first.name(0)).text());
        broken.add(builders.names.name(item.name(0)).text());
        return Optional.empty();
      }
      members.add(builders.names.name(item.name(isFirst ? 1 : 0)));
    }
    return Optional.of(
        new ActionMember.Group(
            builders.names.name(first.name(0)),
            members,
            Reporter.span(first.getStart(), items.get(items.size() - 1).getStop())));
  }

  private void reportGroupAmongActions(ActionItemContext item) {
    String name = builders.names.name(item.name(0)).text();
    builders.reporter.report(
        Code.NO_SUCH_FORM,
        Reporter.span(item.name(0)),
        "a group of actions is declared in a line of its own",
        "write `actions " + name + " = …` below");
  }
}
