/** Runs the tests that policy files hold, and says why one fails. */
module dev.zt.test {
  requires transitive dev.zt.dsl;
  requires static org.jspecify;
  // Static: only a build that runs tests on the JUnit Platform has it, in a version of its own.
  requires static org.junit.platform.commons;
  requires static org.junit.platform.engine;
  requires static org.opentest4j;

  exports dev.zt.test;
  exports dev.zt.test.assertion;
  exports dev.zt.test.coverage;
  exports dev.zt.test.junit;
  exports dev.zt.test.mutation;
}
