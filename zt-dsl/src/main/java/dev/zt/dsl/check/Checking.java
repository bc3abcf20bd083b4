package dev.zt.dsl.check;

import dev.zt.dsl.diagnostic.Code;
import dev.zt.dsl.syntax.Name;
import java.util.List;
import java.util.Set;

/**
 * What the check of one set shares: its symbols, what it has lowered so far, and how deep it is.
 */
final class Checking {
  /** Names that the language gives a meaning of its own. */
  static final Set<String> RESERVED = Set.of("subject", "resource", "action", "now", "approver");

  private static final int DEEPEST = 300;

  private final Symbols symbols;
  private final Expansion expansion = new Expansion();
  private final Coverage coverage = new Coverage();
  private final LetBodies lets = new LetBodies();
  private final Derivations derivations = new Derivations();
  private final OpenRegister openPlaces = new OpenRegister();
  private final Behaviors behaviors = new Behaviors(this);
  private final List<Declared> declared;
  private int depth;
  private boolean tooDeep;

  /** Of a set with these symbols and declarations, in order of files and places. */
  Checking(Symbols symbols, List<Declared> declared) {
    this.symbols = symbols;
    this.declared = declared;
  }

  Symbols symbols() {
    return symbols;
  }

  Expansion expansion() {
    return expansion;
  }

  Coverage coverage() {
    return coverage;
  }

  LetBodies lets() {
    return lets;
  }

  Derivations derivations() {
    return derivations;
  }

  OpenRegister openPlaces() {
    return openPlaces;
  }

  Behaviors behaviors() {
    return behaviors;
  }

  /** The one of a cycle that is declared first. */
  Declared firstOf(List<Declared> cycle) {
    return declared.stream().filter(cycle::contains).findFirst().orElse(cycle.get(0));
  }

  /** Goes one level deeper into an expression; false when that is too deep. */
  boolean descend() {
    return ++depth <= DEEPEST;
  }

  /** Whether nothing has been too deep so far: what uses it will be too, and needs no message. */
  boolean isFirstTooDeep() {
    boolean first = !tooDeep;
    tooDeep = true;
    return first;
  }

  /** Goes back up. */
  void ascend() {
    depth--;
  }

  /** Whether a variable or parameter has a name that is not in scope yet; if not, reports it. */
  boolean isFresh(Name variable, Env env) {
    String name = variable.text();
    boolean taken =
        RESERVED.contains(name)
            || env.variables().containsKey(name)
            || (env.own() != null && env.own().owner().find(name) != null)
            || !env.file().visible(Namespace.VALUE, name).isEmpty();
    if (taken) {
      env.file().report(Code.NAME_IN_SCOPE, variable.span(), "`" + name + "` is already in scope");
    }
    return !taken;
  }
}
