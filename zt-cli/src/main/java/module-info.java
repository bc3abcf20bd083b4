/** The {@code zt} command. */
module dev.zt.cli {
  requires dev.zt.test;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.jackson.databind;
  requires info.picocli;
  requires io.github.javadiffutils;
  requires java.xml;
  requires static org.jspecify;

  // Options and parameters are filled in by reflection.
  opens dev.zt.cli to
      info.picocli;
}
