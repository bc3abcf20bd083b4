package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;

/** One of the subjects or resources that a rule names. Roles and groups are subjects only. */
public sealed interface Selector {
  /** The whole text. */
  Span span();

  /** Calls the method for this form. */
  <R> R accept(Visitor<R> visitor);

  /** {@code Employee}. */
  record OfType(QualifiedName type) implements Selector {
    @Override
    public Span span() {
      return type.span();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitType(this);
    }
  }

  /** {@code Employee "ann"}. */
  record OfEntity(QualifiedName type, Text id, Span span) implements Selector {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitEntity(this);
    }
  }

  /** {@code role "payroll-clerk"}. */
  record OfRole(Text role, Span span) implements Selector {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitRole(this);
    }
  }

  /** {@code group "staff"}. */
  record OfGroup(Text group, Span span) implements Selector {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitGroup(this);
    }
  }

  /** {@code segment web}. */
  record OfSegment(QualifiedName segment, Span span) implements Selector {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitSegment(this);
    }
  }

  /** One method for each form. */
  interface Visitor<R> {
    /** A type. */
    R visitType(OfType selector);

    /** One entity. */
    R visitEntity(OfEntity selector);

    /** A role. */
    R visitRole(OfRole selector);

    /** A group. */
    R visitGroup(OfGroup selector);

    /** A segment. */
    R visitSegment(OfSegment selector);
  }
}
