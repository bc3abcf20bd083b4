package dev.zt.engine;

import dev.zt.engine.facts.Intake;

/**
 * An attribute that an application gives and no policy can use: a typo in an integration, most
 * likely.
 *
 * @param owner what it belongs to, such as {@code Employee} or {@code signal device}
 * @param name its name as it was given
 * @param kind what is wrong with it
 * @param count how often it was read; what is reused is read once
 * @param detail what was wrong when it was read last, or a suggestion; may be empty
 */
public record UnusedAttribute(String owner, String name, Kind kind, long count, String detail) {
  /** What is wrong with an attribute. */
  public enum Kind {
    /** No policy declares its name. */
    UNDECLARED,
    /** It is computed from other fields, so what was given is ignored. */
    DERIVED_GIVEN,
    /** It is not of its type, or given twice and differently. */
    MISTYPED,
    /** It exceeds a limit. */
    OVERFLOWED,
    /** Reading it ran code of the application that failed. */
    FAILED
  }

  static UnusedAttribute of(Intake.Entry entry) {
    return new UnusedAttribute(
        entry.owner(), entry.name(), kind(entry.kind()), entry.count(), entry.detail());
  }

  private static Kind kind(Intake.Kind kind) {
    return switch (kind) {
      case UNDECLARED -> Kind.UNDECLARED;
      case DERIVED_GIVEN -> Kind.DERIVED_GIVEN;
      case MISTYPED -> Kind.MISTYPED;
      case OVERFLOWED -> Kind.OVERFLOWED;
      case FAILED -> Kind.FAILED;
    };
  }
}
