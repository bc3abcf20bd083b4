package dev.zt.dsl.check;

import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Declaration;
import dev.zt.policy.SourceSpan;

/** A declaration under its name. Equality is identity. */
final class Declared {
  private final FileScope file;
  private final Namespace namespace;
  private final String name;
  private final Span nameSpan;
  private final Declaration declaration;
  private boolean used;

  Declared(
      FileScope file, Namespace namespace, String name, Span nameSpan, Declaration declaration) {
    this.file = file;
    this.namespace = namespace;
    this.name = name;
    this.nameSpan = nameSpan;
    this.declaration = declaration;
  }

  FileScope file() {
    return file;
  }

  Namespace namespace() {
    return namespace;
  }

  String name() {
    return name;
  }

  Span nameSpan() {
    return nameSpan;
  }

  Declaration declaration() {
    return declaration;
  }

  /** {@code module.name}. */
  String qualified() {
    return file.module().name() + "." + name;
  }

  /** Where its name stands. */
  SourceSpan at() {
    return file.at(nameSpan);
  }

  /** Notes that something names it. */
  void use() {
    used = true;
  }

  boolean isUsed() {
    return used;
  }
}
