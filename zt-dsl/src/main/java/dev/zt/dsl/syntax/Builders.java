package dev.zt.dsl.syntax;

import org.antlr.v4.runtime.CommonTokenStream;

/** The builders of one file, each of which makes one kind of node. */
final class Builders {
  final Reporter reporter;
  final NameBuilder names;
  final TextReader texts;
  final NumberReader numbers;
  final ExpressionBuilder expressions;
  final TypeBuilder types;
  final PreambleBuilder preambles;
  final FieldBuilder fields;
  final SelectorBuilder selectors;
  final RuleBuilder rules;
  final TestBuilder tests;
  final DeclarationBuilder declarations;

  Builders(Reporter reporter, CommonTokenStream tokens) {
    this.reporter = reporter;
    this.names = new NameBuilder(reporter);
    this.texts = new TextReader(reporter);
    this.numbers = new NumberReader(reporter);
    this.expressions = new ExpressionBuilder(reporter, names, texts, numbers);
    this.types = new TypeBuilder(reporter, names);
    this.preambles = new PreambleBuilder(reporter, tokens, names, texts);
    this.fields = new FieldBuilder(this);
    this.selectors = new SelectorBuilder(this);
    this.rules = new RuleBuilder(this, new RuleLayout(reporter, tokens));
    this.tests = new TestBuilder(this);
    this.declarations = new DeclarationBuilder(this);
  }
}
