package dev.zt.engine.facts;

/** What became of a request when it was read under a layout. */
public sealed interface Binding {
  /** It can be judged. */
  record Bound(Facts facts) implements Binding {}

  /**
   * It names a type or an action that is not declared, so that no rule speaks of it.
   *
   * @param message what is not declared, with a suggestion if a declared name is near
   */
  record Undeclared(String message) implements Binding {}
}
