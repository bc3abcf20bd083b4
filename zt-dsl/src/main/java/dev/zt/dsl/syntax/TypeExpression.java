package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;

/** A type as written. */
public sealed interface TypeExpression {
  /** The whole text of the type. */
  Span span();

  /** Calls the method for this form. */
  <R> R accept(Visitor<R> visitor);

  /** A built-in type ({@code string}, lower-case) or a declared one ({@code Payroll}). */
  record Named(QualifiedName name) implements TypeExpression {
    @Override
    public Span span() {
      return name.span();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNamed(this);
    }
  }

  /** {@code set<T>}. */
  record SetOf(TypeExpression element, Span span) implements TypeExpression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSetOf(this);
    }
  }

  /** {@code T?}. */
  record Optional(TypeExpression value, Span span) implements TypeExpression {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitOptional(this);
    }
  }

  /** One method for each form. */
  interface Visitor<R> {
    /** A named type. */
    R visitNamed(Named type);

    /** A set. */
    R visitSetOf(SetOf type);

    /** An optional type. */
    R visitOptional(Optional type);
  }
}
