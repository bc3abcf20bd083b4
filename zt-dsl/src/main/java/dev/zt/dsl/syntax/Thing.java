package dev.zt.dsl.syntax;

import java.util.Optional;

/** Something that may stand in a place of a file, as an author would call it. */
enum Thing {
  VALUE("a value"),
  TYPE("a type"),
  NAME("a name"),
  MODULE("the name of a module"),
  SUBJECT("a subject"),
  ACTION("an action"),
  RESOURCE("a resource"),
  CALL("an obligation or challenge"),
  CONSTANT("a constant"),
  FIELD("a field"),
  PARAMETER("a parameter"),
  PROPERTY("a property"),
  STEP("a step of the test"),
  TERM("a term"),
  OUTCOME("an outcome"),
  CELL("a value or an outcome"),
  FACT("a fact"),
  ENDPOINT("`workload` or `network`"),
  NUMBER("a number"),
  TEXT("a text in quotes"),
  EFFECT("`permit`, `forbid`, `restrict` or `require`"),
  OPERATOR("an operator"),
  CLAUSE("a clause"),
  DECLARATION("a declaration or a rule"),
  NEXT("the next declaration");

  private final String words;

  Thing(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** What a rule of the grammar is to an author. */
  static Optional<Thing> ofRule(int rule) {
    return Optional.ofNullable(
        switch (rule) {
          case ZtParser.RULE_expression,
              ZtParser.RULE_conjunction,
              ZtParser.RULE_negation,
              ZtParser.RULE_comparison,
              ZtParser.RULE_sum,
              ZtParser.RULE_product,
              ZtParser.RULE_unary,
              ZtParser.RULE_postfix,
              ZtParser.RULE_primary,
              ZtParser.RULE_subjectTest,
              ZtParser.RULE_path ->
              VALUE;
          case ZtParser.RULE_type, ZtParser.RULE_typeName, ZtParser.RULE_qualifiedType -> TYPE;
          case ZtParser.RULE_name,
              ZtParser.RULE_callName,
              ZtParser.RULE_fieldName,
              ZtParser.RULE_memberName,
              ZtParser.RULE_anyName,
              ZtParser.RULE_qualifiedName ->
              NAME;
          case ZtParser.RULE_moduleName -> MODULE;
          case ZtParser.RULE_subjects, ZtParser.RULE_subject -> SUBJECT;
          case ZtParser.RULE_actions, ZtParser.RULE_actionItem -> ACTION;
          case ZtParser.RULE_resources, ZtParser.RULE_resource, ZtParser.RULE_typeOnly -> RESOURCE;
          case ZtParser.RULE_calls, ZtParser.RULE_call, ZtParser.RULE_callPath -> CALL;
          case ZtParser.RULE_constants -> CONSTANT;
          case ZtParser.RULE_field -> FIELD;
          case ZtParser.RULE_parameter -> PARAMETER;
          case ZtParser.RULE_property -> PROPERTY;
          case ZtParser.RULE_step -> STEP;
          case ZtParser.RULE_term -> TERM;
          case ZtParser.RULE_expectation, ZtParser.RULE_outcome -> OUTCOME;
          case ZtParser.RULE_cell -> CELL;
          case ZtParser.RULE_fixture -> FACT;
          case ZtParser.RULE_endpoints, ZtParser.RULE_endpoint -> ENDPOINT;
          case ZtParser.RULE_effect -> EFFECT;
          case ZtParser.RULE_comparisonTail, ZtParser.RULE_comparisonOperator -> OPERATOR;
          case ZtParser.RULE_clause -> CLAUSE;
          case ZtParser.RULE_item, ZtParser.RULE_declaration -> DECLARATION;
          default -> null;
        });
  }

  /** What a token is to an author, if it is not called by its text. */
  static Optional<Thing> ofToken(int type) {
    return Optional.ofNullable(
        switch (type) {
          case ZtLexer.NUMBER -> NUMBER;
          case ZtLexer.STRING -> TEXT;
          case ZtLexer.AND, ZtLexer.OR, ZtLexer.PLUS, ZtLexer.TIMES -> OPERATOR;
          case ZtLexer.UPPER_NAME -> TYPE;
          case ZtLexer.LOWER_NAME -> NAME;
          default -> null;
        });
  }
}
