package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.diagnostic.Nearest;
import dev.zt.dsl.syntax.ZtParser.ActionsContext;
import dev.zt.dsl.syntax.ZtParser.CallContext;
import dev.zt.dsl.syntax.ZtParser.CallsContext;
import dev.zt.dsl.syntax.ZtParser.ResourceContext;
import dev.zt.dsl.syntax.ZtParser.ResourcesContext;
import dev.zt.dsl.syntax.ZtParser.SubjectContext;
import dev.zt.dsl.syntax.ZtParser.SubjectsContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Makes subjects, actions and resources, and what is asked of them. */
final class SelectorBuilder {
  private static final Set<String> EVERYONE =
      Set.of("everyone", "everybody", "anybody", "everything", "anything", "public", "users");

  private final Builders builders;

  SelectorBuilder(Builders builders) {
    this.builders = builders;
  }

  /** Nothing stands for subjects that were reported. */
  Optional<Subjects> subjects(SubjectsContext context) {
    List<Selector> selectors = new ArrayList<>();
    for (SubjectContext subject : context.subject()) {
      Optional<Selector> selector = subject(subject);
      if (selector.isEmpty()) {
        return Optional.empty();
      }
      selectors.add(selector.get());
    }
    return Optional.of(new Subjects(selectors, Reporter.span(context)));
  }

  private Optional<Selector> subject(SubjectContext context) {
    if (context.ROLE() != null) {
      return Optional.of(
          new Selector.OfRole(
              builders.texts.read(context.STRING().getSymbol()), Reporter.span(context)));
    }
    if (context.GROUP() != null) {
      return Optional.of(
          new Selector.OfGroup(
              builders.texts.read(context.STRING().getSymbol()), Reporter.span(context)));
    }
    if (context.SEGMENT() != null) {
      return Optional.of(segment(context.qualifiedName(), context));
    }
    if (isMistaken(context)) {
      return Optional.empty();
    }
    return builders
        .types
        .declared(context.qualifiedType())
        .map(type -> typeOrEntity(type, context.STRING(), context));
  }

  /** Reports a word that was meant as {@code anyone}, {@code role} or {@code group}. */
  private boolean isMistaken(SubjectContext context) {
    String word = builders.reporter.text(context.qualifiedType().getStart());
    Optional<String> meant =
        context.STRING() != null
            ? Nearest.to(word, List.of("role", "group"))
            : Optional.of("anyone")
                .filter(
                    anyone ->
                        EVERYONE.contains(word) || Nearest.to(word, List.of(anyone)).isPresent());
    boolean lowerCase = !PathBuilder.isType(builders.names.name(context.qualifiedType()));
    if (meant.isEmpty() || !lowerCase) {
      return false;
    }
    builders.reporter.report(
        Code.FOREIGN_WORD,
        Reporter.span(context.qualifiedType().getStart()),
        "`" + word + "` is no subject",
        "did you mean `" + meant.get() + "`?");
    return true;
  }

  List<Selector> resources(@Nullable ResourcesContext context) {
    List<Selector> selectors = new ArrayList<>();
    if (context != null) {
      for (ResourceContext resource : context.resource()) {
        selectors.add(
            resource.SEGMENT() != null
                ? segment(resource.qualifiedName(), resource)
                : typeOrEntity(
                    builders.names.qualified(resource.typeOnly()), resource.STRING(), resource));
      }
    }
    return selectors;
  }

  private Selector segment(ParserRuleContext name, ParserRuleContext whole) {
    return new Selector.OfSegment(builders.names.qualified(name), Reporter.span(whole));
  }

  private Selector typeOrEntity(
      QualifiedName type, @Nullable TerminalNode id, ParserRuleContext whole) {
    return id == null
        ? new Selector.OfType(type)
        : new Selector.OfEntity(type, builders.texts.read(id.getSymbol()), Reporter.span(whole));
  }

  Actions actions(ActionsContext context) {
    return new Actions(builders.names.names(context.name()), Reporter.span(context));
  }

  List<Call> calls(CallsContext context) {
    return context.call().stream().map(this::call).toList();
  }

  Call call(CallContext context) {
    return new Call(
        builders.names.qualified(context.callPath()),
        context.arguments() == null
            ? List.of()
            : builders.expressions.arguments(context.arguments()),
        Reporter.span(context));
  }
}
