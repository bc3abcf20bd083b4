/** Policy text to a typed policy set, or diagnostics. */
@SuppressWarnings("module") // dev.zt.test is compiled after this module.
module dev.zt.dsl {
  requires transitive dev.zt.engine;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.dataformat.csv;
  // The published jar carries what it needs of these, relocated. That of Guava may log.
  requires java.logging;
  requires static com.google.common;
  requires static org.antlr.antlr4.runtime;
  requires static org.jspecify;

  exports dev.zt.dsl;
  exports dev.zt.dsl.suite;

  // Tools that change a policy's text need its tree.
  exports dev.zt.dsl.diagnostic to
      dev.zt.test;
  exports dev.zt.dsl.source to
      dev.zt.test;
  exports dev.zt.dsl.syntax to
      dev.zt.test;
}
