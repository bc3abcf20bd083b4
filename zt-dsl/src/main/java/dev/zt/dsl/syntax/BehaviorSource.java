package dev.zt.dsl.syntax;

import dev.zt.dsl.source.Span;
import java.util.List;

/** What a behavior counts. */
public sealed interface BehaviorSource {
  /** The whole text. */
  Span span();

  /**
   * Decided requests.
   *
   * @param resources empty when left out
   */
  record OfActions(Verdict verdict, Actions actions, List<Selector> resources, Span span)
      implements BehaviorSource {
    public OfActions {
      resources = List.copyOf(resources);
    }
  }

  /** Observed events. */
  record OfEvent(QualifiedName event, Span span) implements BehaviorSource {}

  /** Which requests count. */
  enum Verdict {
    /** Those with PERMIT or RESTRICT; also when nothing is said. */
    PERMITTED,
    /** Those with DENY. */
    DENIED,
    /** All. */
    ATTEMPTED
  }
}
