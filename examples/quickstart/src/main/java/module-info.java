/** A folder of policies decides a file of requests. */
module dev.zt.examples.quickstart {
  requires com.fasterxml.jackson.databind;
  requires dev.zt.dsl;
  requires static org.jspecify;
}
