/** The demonstrations of NIST SP 1800-35 as policies; sees of zt what any application sees. */
module dev.zt.examples.nist {
  requires dev.zt;
  requires dev.zt.engine;
  requires dev.zt.dsl;
  requires com.fasterxml.jackson.databind;
  requires static org.jspecify;
}
