package dev.zt.dsl.diagnostic;

/**
 * The stable codes of diagnostics, by stage: 1 syntax, 2 names and types, 3 typed text, 4 polarity,
 * 5 duplicates, cycles and imports, 6 warnings, 9 guards.
 *
 * <p>A code is never given a second meaning; one that is no longer used stays retired.
 */
public enum Code {
  /** Something else was expected here. */
  UNEXPECTED(1001, Severity.ERROR),
  /** A character that means nothing in the language. */
  STRAY_CHARACTER(1002, Severity.ERROR),
  /** A bracket without its other half. */
  UNBALANCED(1003, Severity.ERROR),
  /** A text or a comment that does not end. */
  UNTERMINATED(1004, Severity.ERROR),
  /** An escape that text does not have. */
  BAD_ESCAPE(1005, Severity.ERROR),
  /** A number, duration, distance or speed that is none, or is out of range. */
  BAD_NUMBER(1006, Severity.ERROR),
  /** A word or sign of another language. */
  FOREIGN_WORD(1007, Severity.ERROR),
  /** A name that should begin with the other case, or holds a character that names do not have. */
  BAD_NAME(1008, Severity.ERROR),
  /** A keyword where a name should stand. */
  KEYWORD_AS_NAME(1009, Severity.ERROR),
  /** A file without its module header, or a header or import in the wrong place. */
  MODULE_HEADER(1010, Severity.ERROR),
  /** A word that begins no declaration. */
  UNKNOWN_DECLARATION(1011, Severity.ERROR),
  /** A rule without a label. */
  NO_LABEL(1012, Severity.ERROR),
  /** A clause in the wrong place, twice, or of another kind of rule. */
  MISPLACED_CLAUSE(1013, Severity.ERROR),
  /** A clause that its rule cannot do without. */
  MISSING_CLAUSE(1014, Severity.ERROR),
  /** A comment inside a rule that begins like a rule. */
  COMMENTED_OUT_RULE(1015, Severity.ERROR),
  /** Comparisons in a row. */
  CHAINED_COMPARISON(1016, Severity.ERROR),
  /** An operator or a form that the language does not have. */
  NO_SUCH_FORM(1017, Severity.ERROR),

  /** A {@code known} on the side where hiding a fact would open the door. */
  OPENS_WHEN_HIDDEN(4001, Severity.ERROR),
  /** A {@code known} under an operator. */
  KNOWN_AS_OPERAND(4002, Severity.ERROR),
  /** A {@code default} without an {@code @open}. */
  DEFAULT_UNEXPLAINED(4003, Severity.ERROR),
  /** A {@code known} or {@code default} in a behavior. */
  KNOWN_IN_BEHAVIOR(4004, Severity.ERROR),

  /** A blank line between two clauses of a rule. */
  BLANK_LINE_IN_RULE(6001, Severity.WARNING),
  /** A doc comment that belongs to nothing. */
  DANGLING_DOC(6002, Severity.WARNING),
  /** A character that is easily taken for another one. */
  LOOK_ALIKE(6003, Severity.WARNING),
  /** A rule that can never apply, or a requirement that can never be met. */
  NEVER_APPLIES(6201, Severity.WARNING),
  /** A condition that is always true, or never. */
  CONSTANT_CONDITION(6202, Severity.WARNING),
  /** An action that no permit reaches. */
  UNREACHED_ACTION(6203, Severity.WARNING),
  /** A require or restrict that no permit can lead to. */
  UNREACHED_RULE(6204, Severity.WARNING),
  /** A permit for anyone under no condition. */
  OPEN_TO_ANYONE(6205, Severity.WARNING),
  /** A field that a type lacks, so that a rule applies to it always or never. */
  LACKING_FIELD(6206, Severity.WARNING),
  /** A challenge that asks for something else than the condition beside it. */
  CHALLENGE_DRIFT(6207, Severity.WARNING),
  /** An authentication method that is not registered. */
  UNREGISTERED_METHOD(6208, Severity.WARNING),
  /** A rule that says what another one says. */
  SAME_RULE(6209, Severity.WARNING),
  /** An entity in a list that can never hold what is looked for. */
  IMPOSSIBLE_MEMBER(6210, Severity.WARNING),
  /** An element that stands in its list twice. */
  REPEATED_ELEMENT(6211, Severity.WARNING),

  /** A file that is too large. */
  FILE_TOO_LARGE(9001, Severity.ERROR),
  /** Brackets or operators nested too deep. */
  NESTED_TOO_DEEP(9002, Severity.ERROR),
  /** More errors than are listed. */
  TOO_MANY_ERRORS(9003, Severity.ERROR),
  /** A control character, or one that reverses the direction of the text. */
  CONTROL_CHARACTER(9004, Severity.ERROR);

  private final int number;
  private final Severity severity;

  Code(int number, Severity severity) {
    this.number = number;
    this.severity = severity;
  }

  /** The code as shown, {@code ZT} and four digits. */
  public String id() {
    return "ZT" + number;
  }

  /** Whether it is an error or a warning. */
  public Severity severity() {
    return severity;
  }
}
