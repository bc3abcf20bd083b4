package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code [shadow] label: permit|forbid|restrict|require …}. */
public sealed interface Rule extends Declaration {
  /** What every rule begins with. */
  Head head();

  /** Whom and what it is about. */
  Scope scope();

  /** When it applies. */
  Guard guard();

  /** Its message. */
  @Nullable Text because();

  /** Calls the method for this kind of rule. */
  <R> R acceptRule(RuleVisitor<R> visitor);

  @Override
  default Preamble preamble() {
    return head().preamble();
  }

  @Override
  default <R> R accept(Visitor<R> visitor) {
    return visitor.visitRule(this);
  }

  /**
   * What every rule begins with.
   *
   * @param effectSpan the word {@code permit}, {@code forbid}, {@code restrict} or {@code require}
   */
  record Head(Preamble preamble, boolean shadow, Name label, Span effectSpan) {}

  /**
   * Whom and what a rule is about.
   *
   * @param subjects null when a {@code require} leaves them out
   * @param actions null when a {@code require} leaves them out
   * @param resources empty when left out
   */
  record Scope(@Nullable Subjects subjects, @Nullable Actions actions, List<Selector> resources) {
    public Scope {
      resources = List.copyOf(resources);
    }
  }

  /** The conditions {@code when} and {@code unless}. */
  record Guard(@Nullable Expression when, @Nullable Expression unless) {}

  /** {@code permit SUBJECTS to ACTIONS [RESOURCES] …}. */
  record Permit(Head head, Scope scope, Guard guard, @Nullable Text because, Span span)
      implements Rule {
    @Override
    public <R> R acceptRule(RuleVisitor<R> visitor) {
      return visitor.visitPermit(this);
    }
  }

  /** {@code forbid SUBJECTS to ACTIONS [RESOURCES] …}. */
  record Forbid(Head head, Scope scope, Guard guard, @Nullable Text because, Span span)
      implements Rule {
    @Override
    public <R> R acceptRule(RuleVisitor<R> visitor) {
      return visitor.visitForbid(this);
    }
  }

  /** {@code restrict SUBJECTS to ACTIONS [RESOURCES] … with CALL, …}. */
  record Restrict(
      Head head,
      Scope scope,
      Guard guard,
      List<Call> obligations,
      @Nullable Text because,
      Span span)
      implements Rule {
    public Restrict {
      obligations = List.copyOf(obligations);
    }

    @Override
    public <R> R acceptRule(RuleVisitor<R> visitor) {
      return visitor.visitRestrict(this);
    }
  }

  /** {@code require C [for SUBJECTS] [to ACTIONS [RESOURCES]] … else …}. */
  record Require(
      Head head,
      Expression condition,
      Scope scope,
      Guard guard,
      Otherwise otherwise,
      @Nullable Text because,
      Span span)
      implements Rule {
    @Override
    public <R> R acceptRule(RuleVisitor<R> visitor) {
      return visitor.visitRequire(this);
    }
  }

  /** One method for each kind of rule. */
  interface RuleVisitor<R> {
    /** A permit. */
    R visitPermit(Permit rule);

    /** A forbid. */
    R visitForbid(Forbid rule);

    /** A restrict. */
    R visitRestrict(Restrict rule);

    /** A require. */
    R visitRequire(Require rule);
  }
}
