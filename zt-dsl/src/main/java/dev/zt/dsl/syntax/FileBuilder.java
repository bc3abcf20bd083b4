package dev.zt.dsl.syntax;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.ZtParser.DeclarationContext;
import dev.zt.dsl.syntax.ZtParser.ItemContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.antlr.v4.runtime.CommonTokenStream;
import org.jspecify.annotations.Nullable;

/** Makes a file of its items: the header first, then imports, then everything else. */
final class FileBuilder {
  private final Reporter reporter;
  private final Builders builders;

  private final List<Import> imports = new ArrayList<>();
  private final List<Declaration> declarations = new ArrayList<>();
  private @Nullable QualifiedName module;
  private boolean seenDeclaration;

  FileBuilder(Reporter reporter, CommonTokenStream tokens) {
    this.reporter = reporter;
    this.builders = new Builders(reporter, tokens);
  }

  PolicyFile file(ItemReader items) {
    Set<String> broken = new TreeSet<>(items.broken());
    boolean complete = items.complete();
    for (ItemContext item : items.items()) {
      complete &= add(item, items, broken);
    }
    if (module == null && items.complete()) {
      reportNoHeader(items.items());
      complete = false;
    }
    if (items.complete()) {
      builders.preambles.reportDangling();
    }
    broken.addAll(builders.fields.broken());
    return new PolicyFile(
        reporter.source(),
        module,
        imports,
        declarations,
        broken,
        complete && builders.fields.broken().isEmpty());
  }

  private boolean add(ItemContext item, ItemReader items, Set<String> broken) {
    DeclarationContext context = item.declaration();
    if (context.moduleHeader() != null || context.importLine() != null) {
      addHeader(item, context);
      return true;
    }
    seenDeclaration = true;
    Optional<Declaration> declaration = builders.declarations.declaration(item);
    if (declaration.isEmpty()) {
      items.collectNames(context, broken);
      return false;
    }
    declarations.add(declaration.get());
    return true;
  }

  private void addHeader(ItemContext item, DeclarationContext context) {
    builders.preambles.preamble(item.annotation(), context.getStart());
    if (!item.annotation().isEmpty()) {
      reporter.report(
          Code.MODULE_HEADER,
          Reporter.span(item.annotation(0)),
          "an annotation stands before a declaration or a rule",
          "`" + reporter.text(context.getStart()) + "` has none");
    }
    if (context.importLine() != null) {
      addImport(context);
    } else {
      addModule(context);
    }
  }

  private void addModule(DeclarationContext context) {
    QualifiedName name = builders.names.qualified(context.moduleHeader().moduleName());
    Span keyword = Reporter.span(context.getStart());
    if (module != null) {
      reporter.report(
          Code.MODULE_HEADER,
          keyword,
          "this file has a module header already",
          "a file belongs to one module; `import` brings in the names of another");
      return;
    }
    if (seenDeclaration || !imports.isEmpty()) {
      reporter.report(
          Code.MODULE_HEADER,
          keyword,
          "the module header stands at the top of the file",
          "move it before everything else");
    }
    module = name;
  }

  private void addImport(DeclarationContext context) {
    if (seenDeclaration) {
      reporter.report(
          Code.MODULE_HEADER,
          Reporter.span(context.getStart()),
          "an import stands at the top of the file",
          "move it below the module header");
    }
    imports.add(
        new Import(
            builders.names.qualified(context.importLine().moduleName()), Reporter.span(context)));
  }

  private void reportNoHeader(List<ItemContext> items) {
    Span first = items.isEmpty() ? new Span(0, 0) : Reporter.span(items.get(0).getStart());
    reporter.report(
        Code.MODULE_HEADER,
        first,
        "this file does not say which module it belongs to",
        "begin it with a header such as `module acme.payroll`");
  }
}
