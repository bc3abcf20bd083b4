package dev.zt.dsl.check;

/** Where an expression stands, which says what it may speak of. */
enum Place {
  /** A rule, a let without parameters, a risk, a behavior of actions, or an elevation. */
  REQUEST(true, true, true),
  /** A behavior of events: nothing is asked for. */
  EVENT(true, false, false),
  /** A let with parameters: whoever it is about is passed. */
  FUNCTION(false, false, false),
  /** A fixture of a test. */
  FIXTURE(false, false, false),
  /** A field that is derived: it speaks of the fields of its own declaration. */
  FIELD(false, false, false),
  /** A constant. */
  CONSTANT(false, false, false);

  private final boolean subject;
  private final boolean resource;
  private final boolean action;

  Place(boolean subject, boolean resource, boolean action) {
    this.subject = subject;
    this.resource = resource;
    this.action = action;
  }

  boolean hasSubject() {
    return subject;
  }

  boolean hasResource() {
    return resource;
  }

  boolean hasAction() {
    return action;
  }

  /** Whether signals and declared values can be named. */
  boolean hasValues() {
    return this != FIELD;
  }

  /** Why something is not in scope. */
  String reason() {
    return switch (this) {
      case REQUEST -> "it is not known here";
      case EVENT -> "an event has a subject and signals alone";
      case FUNCTION -> "a `let` with parameters speaks of what it is given; pass it";
      case FIXTURE -> "a fixture says what is given, and cannot speak of it";
      case FIELD -> "a derived field speaks of the fields beside it and of `now`";
      case CONSTANT -> "a constant stands here";
    };
  }
}
