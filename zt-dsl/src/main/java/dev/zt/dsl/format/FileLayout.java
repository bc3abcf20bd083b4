package dev.zt.dsl.format;

import dev.zt.dsl.source.Span;
import dev.zt.dsl.source.Width;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.dsl.syntax.Import;
import dev.zt.dsl.syntax.PolicyFile;
import dev.zt.dsl.syntax.Rule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lays out a file: the header, the imports, and what it declares. */
final class FileLayout {
  private final PolicyFile file;
  private final Tokens tokens;
  private final Expressions expressions;
  private final Lines lines;
  private final Declarations declarations;

  private FileLayout(PolicyFile file, Tokens tokens) {
    this.file = file;
    this.tokens = tokens;
    this.expressions = new Expressions(tokens);
    this.lines = new Lines(tokens, expressions);
    this.declarations =
        new Declarations(
            tokens,
            expressions,
            lines,
            Definitions.of(file.declarations(), tokens, expressions, lines));
  }

  static Doc of(PolicyFile file, Tokens tokens) {
    return new FileLayout(file, tokens).layOut();
  }

  private Doc layOut() {
    List<Doc> parts = new ArrayList<>();
    int end =
        Optional.ofNullable(file.module()).map(name -> tokens.indexAt(name.span().end())).orElse(0);
    parts.add(lines.begin(0, Lead.KEPT));
    parts.add(lines.words(0, end));
    for (List<Import> section : importSections()) {
      parts.add(imports(section));
    }
    end = Math.max(end, endOfImports());
    boolean setOff = true;
    for (Declaration declaration : file.declarations()) {
      boolean block = isBlock(declaration, end);
      parts.add(declaration(declaration, end, setOff || block ? Lead.ALWAYS : Lead.KEPT));
      end = tokens.indexAt(declaration.span().end());
      setOff = block;
    }
    parts.add(lines.end());
    return Doc.of(parts);
  }

  private int endOfImports() {
    return file.imports().stream()
        .mapToInt(line -> tokens.indexAt(line.span().end()))
        .max()
        .orElse(0);
  }

  /** The imports; a comment that a blank line parts from one of them begins a new section. */
  private List<List<Import>> importSections() {
    List<List<Import>> sections = new ArrayList<>();
    for (Import line : file.imports()) {
      if (sections.isEmpty() || heading(line) > 0) {
        sections.add(new ArrayList<>());
      }
      sections.get(sections.size() - 1).add(line);
    }
    return sections;
  }

  /** The comments before an import that stand above all imports that follow. */
  private int heading(Import line) {
    return lines.commentsApart(tokens.indexAt(line.span().start()));
  }

  private Doc imports(List<Import> section) {
    List<Doc> parts = new ArrayList<>();
    Import first = section.get(0);
    int heading = heading(first);
    Lead lead = Lead.ALWAYS;
    if (heading > 0) {
      parts.add(lines.comments(tokens.indexAt(first.span().start()), 0, heading, lead));
      parts.add(new Doc.Break(true));
      lead = Lead.NONE;
    }
    List<Import> sorted = new ArrayList<>(section);
    sorted.sort(Comparator.comparing(line -> line.module().text()));
    for (Import line : sorted) {
      int start = tokens.indexAt(line.span().start());
      parts.add(lines.begin(start, line.equals(first) ? heading : 0, lead));
      parts.add(lines.words(start, tokens.indexAt(line.span().end())));
      lead = Lead.NONE;
    }
    return Doc.of(parts);
  }

  private Doc declaration(Declaration declaration, int from, Lead lead) {
    Span span = declaration.span();
    int start = tokens.indexAt(span.start());
    List<Doc> parts = new ArrayList<>();
    parts.add(lines.annotations(from, start, lead));
    parts.add(lines.begin(start, from < start ? Lead.NONE : lead));
    parts.add(declaration.accept(declarations));
    return Doc.of(parts);
  }

  /** Whether a declaration is set off by blank lines: it takes several lines by its nature. */
  private boolean isBlock(Declaration declaration, int from) {
    boolean annotated = from < tokens.indexAt(declaration.span().start());
    boolean several =
        declaration instanceof Rule
            || declaration instanceof Declaration.Test
            || declaration instanceof Declaration.Elevation
            || declaration instanceof Declaration.Risk;
    return annotated || several || isBroken(declaration);
  }

  private boolean isBroken(Declaration declaration) {
    boolean braces =
        declaration instanceof Declaration.EntityType
            || declaration instanceof Declaration.RecordType
            || declaration instanceof Declaration.EnumType
            || declaration instanceof Declaration.ActionFields
            || declaration instanceof Declaration.Signal
            || declaration instanceof Declaration.SignalExtension;
    return braces
        && Flat.text(declaration.accept(declarations))
            .filter(text -> Width.of(text) <= Printer.WIDTH)
            .isEmpty();
  }
}
