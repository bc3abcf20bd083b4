/** Policy text to a typed policy set, or diagnostics. */
module dev.zt.dsl {
  requires transitive dev.zt.engine;
  requires com.google.common;
  // Static, because the published jar carries ANTLR relocated and needs none beside it.
  requires static org.antlr.antlr4.runtime;
  requires static org.jspecify;

  exports dev.zt.dsl;
  exports dev.zt.dsl.suite;
}
