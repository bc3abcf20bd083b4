/*
 * The syntax of a policy file. It takes in more than the language where that lets an error say what is
 * wrong instead of what was expected: a rule's clauses in any order, a comparison of a comparison.
 * The builders of the syntax tree refuse the surplus.
 */
parser grammar ZtParser;

options {
    tokenVocab = ZtLexer;
    // In full, since this package has a Parser of its own.
    superClass = org.antlr.v4.runtime.Parser;
}

/** A whole file. The parser reads it item by item instead, to go on after an error. */
file
    : item* EOF
    ;

item
    : annotation* declaration
    ;

annotation
    : AT_SIGN fieldName OPEN_PAREN STRING CLOSE_PAREN
    ;

declaration
    : moduleHeader
    | importLine
    | enumType
    | recordType
    | entityType
    | actionFields
    | role
    | signal
    | obligation
    | challenge
    | event
    | let
    | risk
    | behavior
    | elevation
    | segment
    | test
    | rule_
    ;

moduleHeader
    : MODULE moduleName
    ;

importLine
    : IMPORT moduleName
    ;

moduleName
    : name (DOT fieldName)*
    ;

// Types

enumType
    : ENUM typeName OPEN_BRACE constants CLOSE_BRACE
    ;

constants
    : fieldName ((COMMA | LESS) fieldName)*
    ;

recordType
    : RECORD typeName fields
    ;

entityType
    : ENTITY typeName outside? (IN parents)? OPEN_BRACE (field | actionsLine)* CLOSE_BRACE
    ;

parents
    : qualifiedType (COMMA qualifiedType)*
    ;

outside
    : AS STRING
    ;

actionsLine
    : ACTIONS actionItem (COMMA actionItem)*
    ;

actionItem
    : name outside? (assign name)?
    ;

actionFields
    : ACTION fields
    ;

fields
    : OPEN_BRACE field* CLOSE_BRACE
    ;

field
    : annotation* memberName outside? COLON SECRET? type (assign expression)?
    ;

/** `=`, or a `==` that should be one. */
assign
    : ASSIGN
    | EQUAL
    ;

type
    : qualifiedType (LESS type GREATER)? QUESTION*
    ;

// Names shared with the application

role
    : ROLE STRING (INCLUDES STRING (COMMA STRING)*)?
    ;

signal
    : EXTEND? SIGNAL qualifiedName (FRESH NUMBER)? fields
    ;

obligation
    : OBLIGATION callName parameters?
    ;

challenge
    : CHALLENGE callName parameters?
    ;

parameters
    : OPEN_PAREN (parameter (COMMA parameter)*)? CLOSE_PAREN
    ;

parameter
    : memberName COLON type
    ;

event
    : EVENT name
    ;

// Named values

let
    : LET name parameters? (COLON type)? assign expression
    ;

risk
    : RISK name OPEN_BRACE term* CLOSE_BRACE
    ;

term
    : (ADD | SUBTRACT) NUMBER WHEN expression
    ;

behavior
    : BEHAVIOR name assign aggregate OF source (WHERE expression)? BY keys OVER NUMBER
    ;

aggregate
    : name (OPEN_PAREN (expression (COMMA expression)*)? CLOSE_PAREN)?
    ;

source
    : EVENT qualifiedName
    | (PERMITTED | DENIED | ATTEMPTED)? actions resources?
    ;

keys
    : expression (COMMA expression)*
    ;

elevation
    : ELEVATION name PERMITS subjects TO actions resources? (WHEN expression)?
      FOR AT MOST NUMBER approval? (WITH REASON)?
    ;

approval
    : APPROVED BY (NUMBER OF)? subjects (WHEN expression)?
    ;

segment
    : SEGMENT name assign endpoints (OR endpoints)*
    ;

endpoints
    : endpoint (AND endpoint)*
    ;

endpoint
    : (WORKLOAD | NETWORK) STRING
    ;

// Rules

rule_
    : SHADOW? (name COLON)? effect clause*
    ;

effect
    : (PERMIT | FORBID | RESTRICT) subjects
    | REQUIRE expression
    ;

clause
    : FOR subjects
    | TO actions resources?
    | WHEN expression
    | UNLESS expression
    | WITH calls
    | ELSE otherwise
    | BECAUSE STRING
    ;

otherwise
    : DENY
    | CHALLENGE (ONE OF)? calls
    | RESTRICT calls
    ;

subjects
    : ANYONE
    | subject (COMMA subject)*
    ;

subject
    : qualifiedType STRING?
    | ROLE STRING
    | GROUP STRING
    | SEGMENT qualifiedName
    ;

actions
    : ANY ACTION
    | name (COMMA name)*
    ;

resources
    : ON? resource (COMMA resource)*
    ;

resource
    : typeOnly STRING?
    | SEGMENT qualifiedName
    ;

calls
    : call (COMMA call)*
    ;

call
    : callPath arguments?
    ;

arguments
    : OPEN_PAREN (argument (COMMA argument)*)? CLOSE_PAREN
    ;

argument
    : (memberName COLON)? expression
    ;

// Conditions and values

expression
    : conjunction (OR conjunction)*
    ;

conjunction
    : negation (AND negation)*
    ;

negation
    : NOT* comparison
    ;

comparison
    : sum comparisonTail*
    ;

comparisonTail
    : comparisonOperator sum
    | IS NOT? (NONE | qualifiedType)
    ;

comparisonOperator
    : EQUAL
    | ASSIGN
    | NOT_EQUAL
    | LESS
    | LESS_OR_EQUAL
    | GREATER
    | GREATER_OR_EQUAL
    | NOT? IN
    | NOT? CONTAINS (ANY | ALL)?
    | NOT? MATCHES
    | NOT? STARTS WITH
    | NOT? ENDS WITH
    ;

sum
    : product ((PLUS | MINUS) product)*
    ;

product
    : unary (TIMES unary)*
    ;

unary
    : MINUS* postfix
    ;

postfix
    : path ((arguments | STRING properties?) (DOT anyName)*)?
    | subjectTest
    | primary (DOT anyName)*
    ;

subjectTest
    : (ROLE | GROUP) STRING
    | SEGMENT qualifiedName
    ;

path
    : (name | UPPER_NAME) (DOT anyName)*
    ;

primary
    : TRUE
    | FALSE
    | NONE
    | NUMBER
    | STRING
    | (KNOWN | DEFAULT) arguments
    | quantified
    | list
    | group
    | properties
    ;

quantified
    : (ANY | ALL) OPEN_PAREN name IN expression COLON expression CLOSE_PAREN
    ;

list
    : OPEN_BRACKET (expression (COMMA expression)*)? CLOSE_BRACKET
    ;

/** Parentheses; with a comma they are a list in the wrong brackets. */
group
    : OPEN_PAREN expression (COMMA expression)* CLOSE_PAREN
    ;

properties
    : OPEN_BRACE (property (COMMA property)*)? CLOSE_BRACE
    ;

property
    : memberName COLON expression
    ;

// Tests

test
    : TEST STRING (FOR table)? OPEN_BRACE step* CLOSE_BRACE
    ;

table
    : OPEN_PAREN name (COMMA name)* CLOSE_PAREN IN OPEN_BRACKET row (COMMA row)* CLOSE_BRACKET
    | name IN (STRING | OPEN_BRACKET cell (COMMA cell)* CLOSE_BRACKET)
    ;

row
    : OPEN_PAREN cell (COMMA cell)* CLOSE_PAREN
    ;

cell
    : expression
    | PERMIT
    | DENY
    | (CHALLENGE | RESTRICT) call?
    ;

step
    : GIVEN fixture
    | AFTER NUMBER COLON
    | EVENT qualifiedName withFixture*
    | DO name (ARROW expectation)? withFixture*
    | name ARROW expectation withFixture*
    ;

expectation
    : outcome (BY qualifiedName (COMMA qualifiedName)*)?
    ;

outcome
    : PERMIT
    | DENY
    | CHALLENGE ((ONE OF)? calls)?
    | RESTRICT calls?
    | qualifiedName
    ;

withFixture
    : WITH fixture (COMMA fixture)*
    ;

fixture
    : qualifiedName expression
    ;

// Names

typeName
    : UPPER_NAME
    | name
    ;

/** A type that may say its module. A lower-case one is built in, or should be upper-case. */
qualifiedType
    : (name | UPPER_NAME) (DOT anyName)*
    ;

/** A type where a lower-case name would be the label of the next rule. */
typeOnly
    : (name DOT)* UPPER_NAME
    ;

qualifiedName
    : name (DOT anyName)*
    ;

callPath
    : callName (DOT anyName)*
    ;

/** A name after a dot. */
anyName
    : fieldName
    | UPPER_NAME
    ;

/** Where nothing but a name can stand, a keyword is one. */
fieldName
    : memberName
    | AND | CONTAINS | ENDS | IN | IS | MATCHES | NOT | OR | STARTS
    ;

/**
 * A name before a colon. The words that go on with a condition have become names before the grammar
 * sees them there; it would have to look ahead at each of them otherwise.
 */
memberName
    : name
    | ALL | ANY | ANYONE | BECAUSE | BY | CHALLENGE | DEFAULT | DENY | ELEVATION | ELSE | ENTITY
    | ENUM | EXTEND | FALSE | FOR | FORBID | GROUP | IMPORT | KNOWN | LET | MODULE | NONE
    | OBLIGATION | ON | OVER | PERMIT | REQUIRE | RESTRICT | ROLE | SEGMENT | SHADOW | TO | TRUE
    | UNLESS | WHEN | WHERE | WITH
    ;

name
    : callName
    | AFTER | DO | EVENT | GIVEN | ONE
    ;

/** A name that no step of a test begins with. */
callName
    : LOWER_NAME
    | ACTION | ACTIONS | ADD | APPROVED | AS | AT | ATTEMPTED | BEHAVIOR | DENIED | FRESH
    | INCLUDES | MOST | NETWORK | OF | PERMITS | PERMITTED | REASON | RECORD | RISK | SECRET
    | SIGNAL | SUBTRACT | TEST | WORKLOAD
    ;
