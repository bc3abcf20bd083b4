package dev.zt.dsl.check;

import dev.zt.dsl.source.Span;
import dev.zt.dsl.syntax.Expression;
import dev.zt.dsl.syntax.Field;
import dev.zt.policy.Expr;
import dev.zt.policy.Type;
import org.jspecify.annotations.Nullable;

/** A field that an owner declares, or that every owner of its kind has. Equality is identity. */
final class DeclaredField {
  private final FileScope file;
  private final String name;
  private final String outside;
  private final Type type;
  private final boolean secret;
  private final Span nameSpan;
  private final @Nullable Expression derivation;
  private final @Nullable Expression writtenStandIn;
  private final @Nullable String open;
  private Expr.@Nullable Literal standIn;

  private DeclaredField(
      FileScope file,
      String name,
      String outside,
      Type type,
      boolean secret,
      Span nameSpan,
      @Nullable Expression value,
      @Nullable String open) {
    this.file = file;
    this.name = name;
    this.outside = outside;
    this.type = type;
    this.secret = secret;
    this.nameSpan = nameSpan;
    this.derivation = open == null ? value : null;
    this.writtenStandIn = open == null ? null : value;
    this.open = open;
  }

  /** A field as written. */
  static DeclaredField of(FileScope file, Field field, Type type) {
    String name = field.name().text();
    return new DeclaredField(
        file,
        name,
        field.outside() == null ? name : field.outside().value(),
        type,
        field.secret() != null,
        field.name().span(),
        field.value(),
        Annotations.open(field.preamble()));
  }

  /** A field that every owner of a kind has. */
  static DeclaredField builtIn(FileScope file, String name, Type type, Span ownerSpan) {
    return new DeclaredField(file, name, name, type, false, ownerSpan, null, null);
  }

  FileScope file() {
    return file;
  }

  String name() {
    return name;
  }

  Type type() {
    return type;
  }

  /** Whether its values are never shown. */
  boolean isSecret() {
    return secret;
  }

  Span nameSpan() {
    return nameSpan;
  }

  /** What it is derived from; null for a field that data give. */
  @Nullable Expression derivation() {
    return derivation;
  }

  /** The constant that stands in for an unknown, as written; null when none does. */
  @Nullable Expression writtenStandIn() {
    return writtenStandIn;
  }

  /** Why a constant stands in for an unknown; null when none does. */
  @Nullable String open() {
    return open;
  }

  /** The constant that stands in for an unknown, once it is read. */
  Expr.@Nullable Literal standIn() {
    return standIn;
  }

  void standIn(Expr.Literal literal) {
    this.standIn = literal;
  }

  dev.zt.policy.Field toField() {
    return new dev.zt.policy.Field(
        name, outside, type, derivation != null, secret, open, file.at(nameSpan));
  }
}
