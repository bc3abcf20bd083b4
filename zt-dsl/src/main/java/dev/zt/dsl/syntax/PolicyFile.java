package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Source;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One parsed file.
 *
 * @param module what its header says; null when the header is missing or broken
 * @param declarations rules and tests among them, in the order of the file; those with a syntax
 *     error are left out
 * @param broken names of declarations and rules that have a syntax error, where the name could be
 *     read: a use of one of them is no further error. A field that could not be read puts the name
 *     of the field here
 * @param complete false when a syntax error left something out
 */
public record PolicyFile(
    Source source,
    @Nullable QualifiedName module,
    List<Import> imports,
    List<Declaration> declarations,
    Set<String> broken,
    boolean complete) {
  public PolicyFile {
    imports = List.copyOf(imports);
    declarations = List.copyOf(declarations);
    broken = Set.copyOf(broken);
  }
}
