package dev.zt.dsl.syntax;

import dev.zt.dsl.syntax.ZtParser.ClauseContext;
import java.util.EnumSet;
import java.util.Set;

/** The clauses of rules, in the order in which they are written. */
enum ClauseKind {
  FOR("for"),
  TO("to"),
  WHEN("when"),
  UNLESS("unless"),
  WITH("with"),
  ELSE("else"),
  BECAUSE("because");

  private final String word;

  ClauseKind(String word) {
    this.word = word;
  }

  String word() {
    return word;
  }

  static ClauseKind of(ClauseContext clause) {
    return switch (clause.getStart().getType()) {
      case ZtLexer.FOR -> FOR;
      case ZtLexer.TO -> TO;
      case ZtLexer.WHEN -> WHEN;
      case ZtLexer.UNLESS -> UNLESS;
      case ZtLexer.WITH -> WITH;
      case ZtLexer.ELSE -> ELSE;
      default -> BECAUSE;
    };
  }

  /** The clauses that a kind of rule may have. */
  static Set<ClauseKind> of(int effect) {
    return switch (effect) {
      case ZtLexer.RESTRICT -> EnumSet.of(TO, WHEN, UNLESS, WITH, BECAUSE);
      case ZtLexer.REQUIRE -> EnumSet.of(FOR, TO, WHEN, UNLESS, ELSE, BECAUSE);
      default -> EnumSet.of(TO, WHEN, UNLESS, BECAUSE);
    };
  }

  /** The clauses that it cannot do without. */
  static Set<ClauseKind> requiredBy(int effect) {
    return switch (effect) {
      case ZtLexer.RESTRICT -> EnumSet.of(TO, WITH);
      case ZtLexer.REQUIRE -> EnumSet.of(ELSE);
      default -> EnumSet.of(TO);
    };
  }

  /** How such a rule reads. */
  static String shape(int effect) {
    return switch (effect) {
      case ZtLexer.FORBID -> "`forbid SUBJECTS to ACTIONS RESOURCES when … unless … because \"…\"`";
      case ZtLexer.RESTRICT ->
          "`restrict SUBJECTS to ACTIONS RESOURCES when … unless … with … because \"…\"`";
      case ZtLexer.REQUIRE ->
          "`require … for SUBJECTS to ACTIONS RESOURCES when … unless … else … because \"…\"`";
      default -> "`permit SUBJECTS to ACTIONS RESOURCES when … unless … because \"…\"`";
    };
  }
}
