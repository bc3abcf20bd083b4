/*
 * The tokens of a policy file. Every input is lexed: what means nothing in the language has a token
 * too, so that the errors about it are ours. Signs and words of other languages are tokens for the
 * same reason.
 */
lexer grammar ZtLexer;

channels { COMMENTS }

// Words that never stand for a name, except as a field after a dot or before a colon.
ALL: 'all';
AND: 'and';
ANY: 'any';
ANYONE: 'anyone';
BECAUSE: 'because';
BY: 'by';
CHALLENGE: 'challenge';
CONTAINS: 'contains';
DEFAULT: 'default';
DENY: 'deny';
ELEVATION: 'elevation';
ELSE: 'else';
ENDS: 'ends';
ENTITY: 'entity';
ENUM: 'enum';
EXTEND: 'extend';
FALSE: 'false';
FOR: 'for';
FORBID: 'forbid';
GROUP: 'group';
IMPORT: 'import';
IN: 'in';
IS: 'is';
KNOWN: 'known';
LET: 'let';
MATCHES: 'matches';
MODULE: 'module';
NONE: 'none';
NOT: 'not';
OBLIGATION: 'obligation';
ON: 'on';
OR: 'or';
OVER: 'over';
PERMIT: 'permit';
REQUIRE: 'require';
RESTRICT: 'restrict';
ROLE: 'role';
SEGMENT: 'segment';
SHADOW: 'shadow';
STARTS: 'starts';
TO: 'to';
TRUE: 'true';
UNLESS: 'unless';
WHEN: 'when';
WHERE: 'where';
WITH: 'with';

// Words that mean something in their place only, and are names anywhere else.
ACTION: 'action';
ACTIONS: 'actions';
ADD: 'add';
AFTER: 'after';
APPROVED: 'approved';
AS: 'as';
AT: 'at';
ATTEMPTED: 'attempted';
BEHAVIOR: 'behavior';
DENIED: 'denied';
DO: 'do';
EVENT: 'event';
FRESH: 'fresh';
GIVEN: 'given';
INCLUDES: 'includes';
MOST: 'most';
NETWORK: 'network';
OF: 'of';
ONE: 'one';
PERMITS: 'permits';
PERMITTED: 'permitted';
REASON: 'reason';
RECORD: 'record';
RISK: 'risk';
SECRET: 'secret';
SIGNAL: 'signal';
SUBTRACT: 'subtract';
TEST: 'test';
WORKLOAD: 'workload';

LOWER_NAME: [a-z] [A-Za-z0-9_]*;
UPPER_NAME: [A-Z] [A-Za-z0-9_]*;
/** A name but for its characters. */
BAD_NAME: [\p{L}\p{Nl}_] [\p{L}\p{M}\p{N}\p{Pc}]*;

/** A number with or without units, and whatever an author may have taken for one. */
NUMBER
    : DIGITS ('.' DIGITS)* ('/' [A-Za-z0-9]+)?
    ;

fragment DIGITS
    : [0-9] [\p{L}\p{N}_]*
    ;

STRING: '"' TEXT* '"';
UNCLOSED_STRING: '"' TEXT*;
fragment TEXT
    : ~["\\\r\n]
    | '\\' ~[\r\n]
    ;

EQUAL: '==';
NOT_EQUAL: '!=';
LESS_OR_EQUAL: '<=';
GREATER_OR_EQUAL: '>=';
LESS: '<';
GREATER: '>';
ASSIGN: '=';
ARROW: '=>';
PLUS: '+';
MINUS: '-';
TIMES: '*';
DOT: '.';
COMMA: ',';
COLON: ':';
QUESTION: '?';
AT_SIGN: '@';
OPEN_PAREN: '(';
CLOSE_PAREN: ')';
OPEN_BRACKET: '[';
CLOSE_BRACKET: ']';
OPEN_BRACE: '{';
CLOSE_BRACE: '}';

// Signs of other languages.
SINGLE_QUOTED: '\'' (~['\\\r\n] | '\\' ~[\r\n])* '\'';
TYPOGRAPHIC_QUOTED
    : [\u201C\u201D\u201E\u00AB] ~[\u201C\u201D\u00BB"\r\n]* [\u201C\u201D\u00BB]
    ;
AND_SIGN: '&&' | '&';
OR_SIGN: '||' | '|';
NOT_SIGN: '!';
UNEQUAL_SIGN: '<>' | '\u2260' | '!==' | '/=';
EQUAL_SIGN: '===';
LESS_OR_EQUAL_SIGN: '\u2264' | '=<';
GREATER_OR_EQUAL_SIGN: '\u2265';
SEMICOLON: ';';

DOC_COMMENT: '///' ~[\r\n]* -> channel(COMMENTS);
LINE_COMMENT: '//' ~[\r\n]* -> channel(COMMENTS);
BLOCK_COMMENT: '/*' .*? '*/' -> channel(COMMENTS);
UNCLOSED_COMMENT: '/*' (~'*' | '*'+ ~[*/])* '*'* -> channel(COMMENTS);
BLANK: [ \t\r\n]+ -> skip;

/** Anything else, one code point each. */
ERROR_CHAR: .;
