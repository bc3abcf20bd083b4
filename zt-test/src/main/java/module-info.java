/** Runs the tests that policy files hold, and says why one fails. */
module dev.zt.test {
  requires transitive dev.zt.dsl;
  requires static org.jspecify;

  exports dev.zt.test;
  exports dev.zt.test.assertion;
  exports dev.zt.test.coverage;
}
