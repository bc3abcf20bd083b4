/*
 * The tokens of a policy file. Every input is lexed: what means nothing in the language has a token
 * too, so that the errors about it are ours. Signs and words of other languages are tokens for the
 * same reason.
 */
lexer grammar ZtLexer;

channels { COMMENTS }

// The words of the language. `Lexing` finds them among the names: a lexer that told them apart letter
// by letter would have ten times as many states to find out.
tokens {
    // Words that never stand for a name, except as a field after a dot or before a colon.
    ALL, AND, ANY, ANYONE, BECAUSE, BY, CHALLENGE, CONTAINS, DEFAULT, DENY, ELEVATION, ELSE,
    ENDS, ENTITY, ENUM, EXTEND, FALSE, FOR, FORBID, GROUP, IMPORT, IN, IS, KNOWN, LET, MATCHES,
    MODULE, NONE, NOT, OBLIGATION, ON, OR, OVER, PERMIT, REQUIRE, RESTRICT, ROLE, SEGMENT,
    SHADOW, STARTS, TO, TRUE, UNLESS, WHEN, WHERE, WITH,
    // Words that mean something in their place only, and are names anywhere else.
    ACTION, ACTIONS, ADD, AFTER, APPROVED, AS, AT, ATTEMPTED, BEHAVIOR, DENIED, DO, EVENT,
    FRESH, GIVEN, INCLUDES, MOST, NETWORK, OF, ONE, PERMITS, PERMITTED, REASON, RECORD, RISK,
    SECRET, SIGNAL, SUBTRACT, TEST, WORKLOAD
}

LOWER_NAME: [a-z] [A-Za-z0-9_]*;
UPPER_NAME: [A-Z] [A-Za-z0-9_]*;
// Beyond ASCII the lexer sees one character for each kind, which `Alphabet` puts there: the sets of
// Unicode would take longer to load than all else.
fragment LETTER: [A-Za-z\u00E9];
fragment LETTER_NUMBER: '\u2167';
fragment DIGIT: [0-9\u00B2];
fragment MARK: '\u0301';
fragment CONNECTOR: [_\u203F];

/** A name but for its characters. */
BAD_NAME: (LETTER | LETTER_NUMBER | '_') (LETTER | LETTER_NUMBER | DIGIT | MARK | CONNECTOR)*;

/** A number with or without units, and whatever an author may have taken for one. */
NUMBER
    : DIGITS ('.' DIGITS)* ('/' [A-Za-z0-9]+)?
    ;

fragment DIGITS
    : [0-9] (LETTER | LETTER_NUMBER | DIGIT | '_')*
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
