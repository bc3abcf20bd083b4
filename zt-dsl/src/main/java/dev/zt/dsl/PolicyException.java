package dev.zt.dsl;

import java.util.List;

/** A policy set does not compile. The message shows every error with its line. */
public final class PolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Diagnostic> errors;

  PolicyException(String report, List<Diagnostic> errors) {
    super("the policies do not compile\n" + report);
    this.errors = List.copyOf(errors);
  }

  /** The errors as data, by file and place. */
  public List<Diagnostic> errors() {
    return errors;
  }
}
