package dev.zt.engine.facts;

/** Where a request says something itself. */
public sealed interface Source {
  /** Who asks. */
  record Subject() implements Source {}

  /** What is asked for. */
  record Resource() implements Source {}

  /** A field of who asks, by the name that policies use. */
  record OfSubject(String field) implements Source {}

  /** A field of what is asked for, by the name that policies use. */
  record OfResource(String field) implements Source {}

  /** A field of a signal, by the names that policies use. */
  record OfSignal(String signal, String field) implements Source {}

  /** A field of the action, by the name that policies use. */
  record OfAction(String field) implements Source {}
}
