/** A typed policy set as data, and everything that decides with it at run time. */
@SuppressWarnings("module") // dev.zt.test is compiled after this module.
module dev.zt.engine {
  requires transitive dev.zt;
  requires com.dynatrace.hash4j;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires org.objectweb.asm;
  // What the published jar carries of Guava, relocated, may log; it needs no Guava beside it.
  requires java.logging;
  requires static com.google.common;
  requires static com.maxmind.db;
  requires static randomcutforest.core;
  requires static org.jspecify;

  exports dev.zt.engine;
  exports dev.zt.engine.audit;
  exports dev.zt.engine.authzen;
  exports dev.zt.engine.facts to
      dev.zt.test;
  exports dev.zt.engine.reference to
      dev.zt.test;
  exports dev.zt.engine.maxmind;
  exports dev.zt.policy;
  exports dev.zt.policy.value;
}
