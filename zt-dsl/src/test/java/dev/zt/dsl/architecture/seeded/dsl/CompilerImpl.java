package dev.zt.dsl.architecture.seeded.dsl;

import dev.zt.dsl.architecture.seeded.engine.Engine;
import org.antlr.v4.runtime.Token;

/** Has a name that says nothing, and uses the parser's runtime and the engine. */
public record CompilerImpl(Engine engine, Token token) {}
