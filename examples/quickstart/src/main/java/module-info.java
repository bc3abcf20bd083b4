/** A folder of policies decides a file of requests. */
module dev.zt.examples.quickstart {
  requires com.fasterxml.jackson.databind;
  requires dev.zt.dsl;
  requires static org.jspecify;

  // The engine reads this example's own records.
  opens dev.zt.examples.quickstart to
      dev.zt.engine;
}
