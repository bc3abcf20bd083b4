package dev.zt.dsl.check;

import org.jspecify.annotations.Nullable;

/** A signal with the fields and bounds of all its declarations. */
final class SignalType {
  private final Declared declared;
  private final FieldOwner fields;
  private @Nullable Long fresh;

  SignalType(Declared declared) {
    this.declared = declared;
    this.fields = new FieldOwner(declared.name(), declared.name());
  }

  Declared declared() {
    return declared;
  }

  FieldOwner fields() {
    return fields;
  }

  /** The shortest bound in milliseconds, or null when there is none. */
  @Nullable Long fresh() {
    return fresh;
  }

  /** Takes a further bound. */
  void boundBy(long millis) {
    fresh = fresh == null ? millis : Math.min(fresh, millis);
  }
}
