/** A working day in which facts change, and access follows. */
module dev.zt.examples.continuous {
  requires dev.zt.dsl;
  requires static org.jspecify;
}
