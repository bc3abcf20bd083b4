package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;

/** A fact that a test lays down after {@code given} or {@code with}. */
public sealed interface Fixture {
  /** What it is about: {@code now}, {@code subject}, {@code device}, {@code device.edr}. */
  QualifiedName target();

  /** The whole text, without {@code given} or {@code with}. */
  Span span();

  /** A value, or the fields of a signal or entity. */
  record Given(QualifiedName target, Expression value, Span span) implements Fixture {}

  /** {@code device unknown}. */
  record Unknown(QualifiedName target, Span span) implements Fixture {}
}
