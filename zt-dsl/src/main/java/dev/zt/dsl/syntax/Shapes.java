package dev.zt.dsl.syntax;

import org.jspecify.annotations.Nullable;

/** How the constructs of the language read, to remind an author who left something out. */
final class Shapes {
  private Shapes() {}

  /**
   * The form of the innermost construct around a place that has one; conditions explain themselves.
   */
  static @Nullable String of(Place place) {
    for (int rule : place.rules()) {
      String shape = rule == ZtParser.RULE_rule_ ? rule(place) : of(rule);
      if (shape != null) {
        return shape;
      }
      if (rule == ZtParser.RULE_expression) {
        return null;
      }
    }
    return null;
  }

  private static String rule(Place place) {
    for (int at = place.start(); at < place.at(); at++) {
      if (TokenKinds.isEffect(place.tokens().type(at))) {
        return "a rule reads " + ClauseKind.shape(place.tokens().type(at));
      }
    }
    return "a rule reads `my_rule: permit SUBJECTS to ACTIONS RESOURCES`";
  }

  private static @Nullable String of(int rule) {
    return switch (rule) {
      case ZtParser.RULE_annotation -> "an annotation reads `@owner(\"payroll team\")`";
      case ZtParser.RULE_moduleHeader -> "a header reads `module acme.payroll`";
      case ZtParser.RULE_importLine -> "an import reads `import acme.people`";
      case ZtParser.RULE_enumType ->
          "an enum reads `enum Name { a, b }`, or `enum Name { a < b }` if it is ordered";
      case ZtParser.RULE_recordType -> "a record reads `record Name { field: type }`";
      case ZtParser.RULE_actionsLine ->
          "actions read `actions read, write`, a group of them `actions view = read, list`";
      case ZtParser.RULE_field -> "a field reads `name: type`";
      case ZtParser.RULE_entityType ->
          "an entity reads `entity Name { field: type  actions read }`";
      case ZtParser.RULE_actionFields -> "fields of the action read `action { field: type }`";
      case ZtParser.RULE_role -> "a role reads `role \"admin\" includes \"clerk\"`";
      case ZtParser.RULE_signal -> "a signal reads `signal name fresh 5m { field: type }`";
      case ZtParser.RULE_obligation -> "an obligation reads `obligation mask(field: string)`";
      case ZtParser.RULE_challenge -> "a challenge reads `challenge terms(version: string)`";
      case ZtParser.RULE_let -> "a named value reads `let name = …`";
      case ZtParser.RULE_term -> "a term reads `add 40 when …` or `subtract 20 when …`";
      case ZtParser.RULE_risk -> "a risk reads `risk name { add 40 when … }`";
      case ZtParser.RULE_behavior ->
          "a behavior reads `behavior name = count of read by subject over 7d`";
      case ZtParser.RULE_elevation ->
          "an elevation reads `elevation name permits SUBJECTS to ACTIONS for at most 1h`";
      case ZtParser.RULE_segment ->
          "a segment reads `segment name = workload \"spiffe://…\" or network \"10.0.0.0/8\"`";
      case ZtParser.RULE_quantified ->
          "`any(x in subject.roles: x == \"admin\")` goes through the elements of a set";
      case ZtParser.RULE_arguments -> "arguments read `(1, name: 2)`";
      case ZtParser.RULE_properties -> "properties read `{ name: value, other: value }`";
      case ZtParser.RULE_step -> "a step reads `given device { … }` or `read => permit`";
      case ZtParser.RULE_table -> "rows read `for (a, b) in [(1, 2), (3, 4)]`";
      case ZtParser.RULE_test ->
          "a test reads `test \"title\" { given subject …  read => permit }`";
      default -> null;
    };
  }
}
