package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One step of a test, in the order of the file. */
public sealed interface TestStep {
  /** The whole text. */
  Span span();

  /** {@code given now "2026-03-02T09:00:00Z"}. */
  record Given(Fixture fixture, Span span) implements TestStep {}

  /** {@code after 40d:}: the clock moves for what follows. */
  record After(Duration duration, Span span) implements TestStep {}

  /**
   * {@code [do] action [=> expectation [by rule, …]] [with fixture, …]}.
   *
   * @param recorded whether it says {@code do}
   * @param expectation null only with {@code do}
   * @param by the rules that must decide; empty when none is named
   */
  record Check(
      boolean recorded,
      Name action,
      @Nullable Expectation expectation,
      List<QualifiedName> by,
      List<Fixture> with,
      Span span)
      implements TestStep {
    public Check {
      by = List.copyOf(by);
      with = List.copyOf(with);
    }
  }

  /** {@code event login_failed [with fixture, …]}. */
  record Observe(QualifiedName event, List<Fixture> with, Span span) implements TestStep {
    public Observe {
      with = List.copyOf(with);
    }
  }
}
