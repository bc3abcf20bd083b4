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

  /** A name that nothing in scope has. */
  UNKNOWN_NAME(2101, Severity.ERROR),
  /** A type that is not declared. */
  UNKNOWN_TYPE(2102, Severity.ERROR),
  /** A field that its owner does not have. */
  UNKNOWN_FIELD(2103, Severity.ERROR),
  /** An action that no resource type named has. */
  UNKNOWN_ACTION(2104, Severity.ERROR),
  /** A role that is not declared beside others that are. */
  UNKNOWN_ROLE(2105, Severity.ERROR),
  /** A constant that its enum does not have. */
  UNKNOWN_CONSTANT(2106, Severity.ERROR),
  /** An obligation or challenge that is not declared. */
  UNKNOWN_CALL(2107, Severity.ERROR),
  /** A parameter that what is called does not have. */
  UNKNOWN_PARAMETER(2108, Severity.ERROR),
  /** An event that is not declared. */
  UNKNOWN_EVENT(2109, Severity.ERROR),
  /** A segment that is not declared. */
  UNKNOWN_SEGMENT(2110, Severity.ERROR),
  /** A rule that does not exist. */
  UNKNOWN_RULE(2111, Severity.ERROR),
  /** A function or an aggregate that does not exist. */
  UNKNOWN_FUNCTION(2112, Severity.ERROR),
  /** A name that several modules or kinds of things offer. */
  AMBIGUOUS_NAME(2113, Severity.ERROR),
  /** Something that has no meaning in this place, such as the resource of an event. */
  NOT_IN_SCOPE(2114, Severity.ERROR),
  /** A column that a file with rows does not have. */
  UNKNOWN_COLUMN(2115, Severity.ERROR),

  /** An operand or value of the wrong type. */
  TYPE_MISMATCH(2201, Severity.ERROR),
  /** An operator that the type does not have. */
  NO_SUCH_OPERATOR(2202, Severity.ERROR),
  /** A value where a condition should stand. */
  NOT_A_CONDITION(2203, Severity.ERROR),
  /** A none under an operator, or where nothing may be none. */
  NONE_AS_OPERAND(2204, Severity.ERROR),
  /** A field that the possible types declare differently. */
  FIELDS_DIFFER(2205, Severity.ERROR),
  /** Too many, too few or misplaced arguments. */
  BAD_ARGUMENTS(2206, Severity.ERROR),
  /** Something that must be a constant and is none. */
  NOT_A_CONSTANT(2207, Severity.ERROR),
  /** A name that is declared and is no value. */
  NOT_A_VALUE(2208, Severity.ERROR),
  /** A type that cannot be used in this place. */
  MISUSED_TYPE(2209, Severity.ERROR),
  /** A number or duration that is too small or too large for its place. */
  OUT_OF_RANGE(2210, Severity.ERROR),
  /** An annotation that has no meaning in this place, or stands twice. */
  MISUSED_ANNOTATION(2211, Severity.ERROR),
  /** A fixture outside of tests, or one that does not fit what it is given for. */
  MISUSED_FIXTURE(2212, Severity.ERROR),
  /** A list whose type nothing says. */
  UNCLEAR_TYPE(2213, Severity.ERROR),
  /** A derived field that would be the same always. */
  CONSTANT_FIELD(2214, Severity.ERROR),
  /** A file that holds no rows that could be read. */
  BAD_ROWS(2215, Severity.ERROR),
  /** A cell that is not what its use asks for. */
  BAD_CELL(2216, Severity.ERROR),
  /** A secret that would be shown. */
  SECRET_SHOWN(2217, Severity.ERROR),

  /** Text that is no IP address. */
  BAD_IP(3001, Severity.ERROR),
  /** Text that is no range of addresses. */
  BAD_CIDR(3002, Severity.ERROR),
  /** Text that is no country. */
  BAD_COUNTRY(3003, Severity.ERROR),
  /** Text that is no version. */
  BAD_VERSION(3004, Severity.ERROR),
  /** Text that is no time. */
  BAD_TIME(3005, Severity.ERROR),
  /** Text that is no schedule. */
  BAD_SCHEDULE(3006, Severity.ERROR),
  /** Text that is no SPIFFE id. */
  BAD_SPIFFE(3007, Severity.ERROR),
  /** Text that is no pattern. */
  BAD_PATTERN(3008, Severity.ERROR),

  /** A {@code known} on the side where hiding a fact would open the door. */
  OPENS_WHEN_HIDDEN(4001, Severity.ERROR),
  /** A {@code known} under an operator. */
  KNOWN_AS_OPERAND(4002, Severity.ERROR),
  /** A {@code default} without an {@code @open}. */
  DEFAULT_UNEXPLAINED(4003, Severity.ERROR),
  /** A {@code known} or {@code default} in a behavior. */
  KNOWN_IN_BEHAVIOR(4004, Severity.ERROR),
  /** A {@code known} or {@code default} in a derived field. */
  KNOWN_IN_FIELD(4005, Severity.ERROR),

  /** A second declaration of one name. */
  DUPLICATE(5001, Severity.ERROR),
  /** A second declaration of a name that data use. */
  DUPLICATE_OUTSIDE(5002, Severity.ERROR),
  /** A name that the language keeps for itself. */
  RESERVED_NAME(5003, Severity.ERROR),
  /** A variable or parameter with a name that is already in scope. */
  NAME_IN_SCOPE(5004, Severity.ERROR),
  /** A declaration that leads back to itself. */
  CYCLE(5005, Severity.ERROR),
  /** A module that does not exist, or is not imported. */
  UNKNOWN_MODULE(5006, Severity.ERROR),

  /** A blank line between two clauses of a rule. */
  BLANK_LINE_IN_RULE(6001, Severity.WARNING),
  /** A doc comment that belongs to nothing. */
  DANGLING_DOC(6002, Severity.WARNING),
  /** A character that is easily taken for another one. */
  LOOK_ALIKE(6003, Severity.WARNING),
  /** A character that changes the direction in which text is shown. */
  BIDIRECTIONAL(6004, Severity.WARNING),

  /** A declared name that nothing uses. */
  UNUSED_NAME(6101, Severity.WARNING),
  /** An import that nothing needs. */
  UNUSED_IMPORT(6102, Severity.WARNING),
  /** A role that is named once and nowhere else. */
  ROLE_NAMED_ONCE(6103, Severity.WARNING),

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
  /** A character that cannot be seen, outside text; a control character anywhere. */
  CONTROL_CHARACTER(9004, Severity.ERROR),
  /** A file or folder that cannot be read. */
  UNREADABLE(9005, Severity.ERROR),
  /** A file that is not UTF-8. */
  NOT_UTF8(9006, Severity.ERROR),
  /** Files that are too large together. */
  SET_TOO_LARGE(9007, Severity.ERROR),
  /** More rules than a set may have. */
  TOO_MANY_RULES(9008, Severity.ERROR),
  /** A rule or let that is too large with everything that it names. */
  EXPANDS_TOO_FAR(9009, Severity.ERROR);

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
