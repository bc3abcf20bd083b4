package dev.zt.dsl.syntax;

import org.antlr.v4.runtime.ParserRuleContext;

/**
 * Where the parser stood when it first looked at a token: every way on that the grammar has there
 * begins at this place.
 */
record Sync(int tokenIndex, int state, ParserRuleContext context) {}
